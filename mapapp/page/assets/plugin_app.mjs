// One clock for all players of a map: its state, what can be done with it, and how it is drawn.

import {DAY} from './activity.mjs';
import {advance, clamp, neighbour} from './clock.mjs';
import {createLevels} from './levels.mjs';
import {createBar} from './plugin_bar.mjs';
import {joinLayers} from './plugin_data.mjs';
import {createMarks} from './plugin_marks.mjs';
import {createPopup} from './plugin_popup.mjs';
import {fittingLengths, nextSpeed, parseTime, stepTime, windowAt} from './plugin_time.mjs';
import {createPlayerWords} from './plugin_words.mjs';
import {createStore} from './store.mjs';
import {edgesOf, makeScale} from './timescale.mjs';

const LONGEST_FRAME = 0.25;
const DRAWN = ['at', 'width', 'mode', 'step', 'hidden', 'selected', 'playing', 'speed', 'loop'];

/** The app of a map: payloads are added to it; `fire(name)` tells the outside. */
export function createPlayerApp(L, map, first, fire) {
  const {options} = first;
  const own = {added: [], data: null, activity: null, scale: null, parts: null, frame: 0, pending: new Set(DRAWN)};
  const store = createStore({mode: options.mode, at: NaN, width: DAY, step: {minutes: DAY}, speed: DAY, loop: options.loop,
    playing: false, selected: -1, hidden: []});
  const view = {levels: null, stretch: {low: 0, high: 0}, open: [], counts: {shown: 0}, mask: null, mode: options.mode, version: -1};
  const app = {
    options, store, fire,
    words: createPlayerWords(first.labels, options.language, options.hasZone ? options.tz : '', () => own.data.unit),
    data: () => own.data,
    scale: () => own.scale,
    view: () => view,
    parts: () => own.parts,
    radius: () => options.radius,
    window: () => windowAt(store.get()),
    isHidden: (code) => store.get().hidden.includes(code),
    hasLegend: () => own.data.groups.length > 1 || own.data.groups[0]?.layer !== null || own.data.groups[0]?.name !== 'Events',
    firstTime: () => firstTime(own.data.domain, store.get()),
    /** Add a payload; the clock then covers it too. */
    add(payload, readBlock) {
      own.added.push({payload, readBlock});
      rejoin(app, own);
      own.parts ??= buildParts(L, map, app);
      own.parts.marks.reset();
      own.parts.bar.rebuild();
      draw(app, own);
    },
    draw: () => draw(app, own),
  };
  store.subscribe((state, changed) => {
    changed.forEach((key) => own.pending.add(key));
    if (!own.frame && own.parts) own.frame = requestAnimationFrame(app.draw);
  });
  return Object.assign(app, playing(app), stepping(app), choosing(map, app));
}

/** Join all data anew, and let the clock start where it should. */
function rejoin(app, own) {
  own.data = joinLayers(own.added);
  own.activity = createLevels(own.data);
  own.pending = new Set(DRAWN);
  const {domain, start, end, isDense} = own.data;
  if (domain) {
    const isShort = app.options.clock === 'event';
    own.scale = makeScale(domain, isShort ? edgesOf(start, end, isDense) : [], isShort);
    app.store.set(startState(app));
  }
  Object.assign(app.view(), {levels: own.activity.levels, mask: null, version: -1});
}

function draw(app, own) {
  cancelAnimationFrame(own.frame);
  const {activity, data, parts, pending: changed} = own;
  Object.assign(own, {frame: 0, pending: new Set()});
  const view = app.view();
  const {mode, selected} = app.store.get();
  const before = view.counts.shown;
  if (changed.has('hidden') || !view.mask) view.mask = data.group.map((code) => Number(!app.isHidden(code)));
  view.counts = activity.update(view.mask, data.domain ? app.window() : {from: -Infinity, to: Infinity});
  Object.assign(view, {stretch: {...activity.stretch()}, open: activity.open, mode});
  const isNew = view.version !== activity.version() || before !== view.counts.shown;
  view.version = activity.version();
  if (isNew || ['selected', 'hidden', 'mode'].some((key) => changed.has(key))) parts.marks.redraw();
  parts.bar.update(changed);
  if (['at', 'width', 'mode', 'step', 'hidden'].some((key) => changed.has(key))) app.fire('timechange');
  if (changed.has('selected')) app.fire('select');
  if (selected >= 0 && !view.levels[selected]) app.select(-1);
}

function buildParts(L, map, app) {
  const parts = {marks: createMarks(L, map, app), popup: createPopup(L, map, app), bar: createBar(app)};
  const {root} = parts.bar;
  const box = map.getContainer();
  box.classList.add('mapapp-plugin-map');
  box.append(root);
  L.DomEvent.disableClickPropagation(root);
  L.DomEvent.disableScrollPropagation(root);
  new ResizeObserver(() => box.style.setProperty('--mapapp-plugin-height', `${root.offsetHeight}px`)).observe(root);
  return parts;
}

/** The time at which the first events, or the first whole window, are shown. */
function firstTime(domain, {mode, width, step}) {
  const begin = mode === 'window' ? domain.from + width : stepTime(domain.from, step, 1, domain);
  return Math.min(begin, domain.to);
}

/** Where the clock stands and how it runs before anyone touched it. */
function startState(app) {
  const {options, store} = app;
  const {domain, unit} = app.data();
  const fitting = fittingLengths(domain, unit);
  const state = {speed: options.speed ?? fitting.speed, step: options.step ?? fitting.step, width: Math.max(Math.round((options.width ?? fitting.width) / unit), 1) * unit};
  const wanted = options.time ?? (options.mode === 'sofar' && !options.autoplay ? 'end' : 'start');
  const asked = parseTime(wanted, options.tz);
  let at = wanted === 'end' ? domain.to : firstTime(domain, {...store.get(), ...state});
  if (!Number.isNaN(asked)) at = clamp(asked, domain.from, domain.to);
  return {...state, at};
}

/** Running and stopping. */
function playing(app) {
  const {store} = app;
  let last = 0;

  function tick(time) {
    const {playing: isOn, at, speed, loop} = store.get();
    if (!isOn) return;
    const seconds = clamp((time - last) / 1000, 0, LONGEST_FRAME);
    last = time;
    const moved = advance({at, speed: speed / DAY, direction: 1, loop}, seconds, app.scale(), app.data().domain);
    store.set({at: moved.at});
    if (moved.ended) app.pause();
    else requestAnimationFrame(tick);
  }

  return {
    play() {
      const {domain} = app.data();
      if (!domain || store.get().playing) return;
      app.moved = true;
      app.parts().popup.close();
      store.set({playing: true, at: store.get().at >= domain.to ? domain.from : store.get().at});
      app.fire('play');
      last = performance.now();
      requestAnimationFrame(tick);
    },
    pause() {
      if (!store.get().playing) return;
      store.set({playing: false});
      app.draw();
      app.announce();
      app.fire('pause');
    },
    toggle: () => (store.get().playing ? app.pause() : app.play()),
    changeSpeed: (direction) => store.set({speed: nextSpeed(store.get().speed, direction)}),
  };
}

/** Moving the clock by hand. */
function stepping(app) {
  const {store} = app;
  return {
    goTo(time) {
      const {domain} = app.data();
      if (!domain) return;
      app.moved = true;
      app.pause();
      store.set({at: clamp(time, domain.from, domain.to)});
      app.announce();
    },
    step(direction) {
      const {at, step} = store.get();
      if (app.data().domain) app.goTo(stepTime(at, step, direction, app.data().domain));
    },
    stepEvent(direction) {
      const {order, arrivals, group, domain} = app.data();
      const {selected, at, hidden} = store.get();
      const shown = hidden.length ? order.filter((event) => !app.isHidden(group[event])) : order;
      // "Next" on a clock that nobody moved begins with the first event, which is shown already.
      const isFresh = !app.moved && selected < 0 && direction > 0 && at <= app.firstTime();
      const event = neighbour(shown, arrivals, selected, isFresh ? -Infinity : at, direction);
      app.moved = true;
      if (event < 0) return;
      app.pause();
      store.set({at: clamp(arrivals[event], domain.from, domain.to)});
      app.draw();
      app.select(event);
    },
    setMode(mode) {
      store.set({mode});
      app.announce();
    },
    announce() {
      requestAnimationFrame(() => app.parts().bar.say(`${app.words.window(app.window())}. ${app.countWords()}`));
    },
  };
}

/** Choosing events and groups, and saying what is there. */
function choosing(map, app) {
  const {store} = app;
  return {
    toggleGroup(code) {
      const {hidden} = store.get();
      store.set({hidden: hidden.includes(code) ? hidden.filter((other) => other !== code) : [...hidden, code]});
    },
    titleOf: (event) => app.data().textOf(event).title || app.words.say('player.untitled', {n: app.data().row[event] + 1}),
    whenOf: (event) => app.words.span(app.data().start[event], app.data().end[event]),
    /** Select an event and show it; -1 selects none. */
    select(event, latLng = null, others = [event]) {
      if (event < 0) {
        app.parts().popup.close();
        store.set({selected: -1});
        return;
      }
      app.pause();
      store.set({selected: event});
      app.parts().bar.say(`${app.titleOf(event)}. ${app.whenOf(event)}`);
      const at = latLng ?? app.parts().marks.placeOf(event);
      if (!at) return;
      if (!map.getBounds().contains(at)) map.panTo(at, {animate: false});
      app.parts().popup.show(others, at);
    },
    selectAt(containerPoint, latLng, isTouch) {
      const found = app.parts().marks.pick(containerPoint, isTouch);
      if (found.length) app.select(found[0], latLng, found);
    },
    countWords() {
      const {total, missing, undated} = app.data();
      const parts = [app.words.say('count.shown', {shown: app.view().counts.shown, total})];
      if (missing) parts.push(app.words.say('player.unplaced', {n: missing}));
      if (undated) parts.push(app.words.say('player.undated', {n: undated}));
      return parts.join(' · ');
    },
  };
}
