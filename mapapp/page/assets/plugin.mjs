// The way in for maps that are not ours: attaches the player to a Leaflet map and offers it to other scripts.

import {createPlayerApp} from './plugin_app.mjs';
import {isoStart, isoTime, lengthOf, parseTime} from './plugin_time.mjs';

const MODES = {moment: 'moment', window: 'window', sofar: 'sofar', 'so far': 'sofar', cumulative: 'sofar'};

/**
 * Attach the data that `read(id)`, `read(id-0)`, … return to a map. The first player of a map makes
 * its clock, `map.incidentPlayer`; later ones add their layers to it. Returns the clock.
 */
export function attach(L, map, id, read) {
  const payload = read(id);
  const readBlock = (number) => read(`${id}-${number}`);
  if (map.incidentPlayer) map.incidentPlayer._add(payload, readBlock);
  else map.incidentPlayer = createPlayer(L, map, payload, readBlock);
  return map.incidentPlayer;
}

function createPlayer(L, map, payload, readBlock) {
  const player = new L.Evented();
  const app = createPlayerApp(L, map, payload, (name) => player.fire(name, detailOf(app, name)));
  Object.assign(player, outside(app), {_add(more, read) {
    app.add(more, read);
    if (more.fit) fit(map, app);
  }});
  player._add(payload, readBlock);
  listenToMap(map, app);
  const isCalm = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (payload.options.autoplay && !isCalm) app.play();
  return player;
}

function fit(map, app) {
  const {marks, bar} = app.parts();
  const bounds = marks.boundsOf();
  const below = bar.root.offsetHeight;
  if (bounds) map.fitBounds(bounds, {animate: false, maxZoom: 12, paddingTopLeft: [24, 24], paddingBottomRight: [24, below + 24]});
}

function listenToMap(map, app) {
  const box = map.getContainer();
  map.on('click', ({containerPoint, latlng, originalEvent}) => app.selectAt(containerPoint, latlng, originalEvent?.pointerType === 'touch'));
  let frame = 0;
  map.on('mousemove', ({containerPoint}) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const isOver = !app.store.get().playing && app.parts().marks.pick(containerPoint, false).length > 0;
      box.classList.toggle('mapapp-plugin-over', isOver);
    });
  });
  box.addEventListener('keydown', (event) => {
    if (event.target !== box || event.key !== ' ') return;
    event.preventDefault();
    app.toggle();
  });
}

function detailOf(app, name) {
  if (name === 'select') return {selected: chosen(app)};
  const {at, mode, playing, width} = app.store.get();
  const {from, to} = app.window();
  return {time: isoTime(at), from: isoStart(from), to: isoStart(to), mode, playing, width, shown: app.view().counts.shown, total: app.data().total};
}

/** Layer, row (from 0) and title of an event as other scripts know it, or null. */
function describe(app, event) {
  const data = app.data();
  return {layer: data.sources[data.source[event]].layer.name, row: data.row[event], group: data.groups[data.group[event]].name, title: data.textOf(event).title};
}

function chosen(app) {
  const {selected} = app.store.get();
  return selected < 0 ? null : describe(app, selected);
}

/** What other scripts can do with the clock. Times are ISO text on the player's clock. */
function outside(app) {
  return {...moving(app), ...setting(app)};
}

function moving(app) {
  const {store} = app;
  return {
    play: () => app.play(),
    pause: () => app.pause(),
    toggle: () => app.toggle(),
    isPlaying: () => store.get().playing,
    getTime: () => isoTime(store.get().at),
    /** Go to a date, ISO text, a Date or milliseconds; what is outside the data goes to its end. */
    setTime(value) {
      const time = parseTime(value, app.options.tz);
      if (Number.isNaN(time)) throw new RangeError(`setTime: ${String(value).slice(0, 60)} is not a date; write it as 2025-02-05 or 2025-02-05T09:00`);
      app.goTo(time);
    },
    step: (direction = 1) => app.step(direction < 0 ? -1 : 1),
    stepEvent: (direction = 1) => app.stepEvent(direction < 0 ? -1 : 1),
    getSelected: () => chosen(app),
    /** Every event that is shown now, at most `most`. */
    getShown(most = 1000) {
      const {levels} = app.view();
      const found = [];
      for (let event = 0; event < levels.length && found.length < most; event += 1) if (levels[event]) found.push(describe(app, event));
      return found;
    },
  };
}

function setting(app) {
  const {store} = app;
  return {
    getWindow: () => ({from: isoStart(app.window().from), to: isoStart(app.window().to)}),
    /** Length of the window in days. */
    setWindow(days) {
      if (!(days > 0 && days < Infinity)) throw new RangeError(`setWindow: ${days} is not a number of days`);
      store.set({width: days * 1440});
    },
    getMode: () => store.get().mode,
    setMode(mode) {
      if (!Object.hasOwn(MODES, mode)) throw new RangeError(`setMode: ${String(mode).slice(0, 60)} is none of moment, window, sofar`);
      app.setMode(MODES[mode]);
    },
    /** Days a second. */
    getSpeed: () => store.get().speed / 1440,
    setSpeed(days) {
      if (!(days > 0 && days < Infinity)) throw new RangeError(`setSpeed: ${days} is not a number of days a second`);
      store.set({speed: days * 1440});
    },
    setLoop: (loop) => store.set({loop: Boolean(loop)}),
    /** Length of a step in days. */
    getStep: () => lengthOf(store.get().step) / 1440,
  };
}
