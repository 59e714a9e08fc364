// The one object that the parts of the page share: the data, the state, and what can be done.

import {decodeBase} from './base_map.mjs';
import {arrivalOf, DAY, grainOf, HIDDEN, POSSIBLE, windowOf} from './activity.mjs';
import {WHOLE_AXIS} from './axis.mjs';
import {fittingSpeed, fittingStep, fittingWidth, stepsFor} from './clock.mjs';
import {citeText} from './cite.mjs';
import {el} from './dom.mjs';
import {createFilter, facetsOf} from './facets.mjs';
import {mainFeature, nearEvents} from './camera.mjs';
import {decodeIncidents} from './incidents.mjs';
import {marksOfKinds} from './kind_marks.mjs';
import {createLevels} from './levels.mjs';
import {readPalette} from './palette.mjs';
import {pictureActions} from './picture_actions.mjs';
import {createPlayer} from './player.mjs';
import {signView} from './sign_view.mjs';
import {createSearch} from './search_index.mjs';
import {decodeState, encodeState} from './state_link.mjs';
import {createStore} from './store.mjs';
import {edgesOf, makeScale} from './timescale.mjs';
import {packBits} from './bits.mjs';
import {preferredLanguage, Words} from './words.mjs';

const BACKWARDS = {part_of: 'has_part', follows: 'followed_by', corrects: 'corrected_by', same_operation: 'same_operation'};

/** The state a page starts with, before its link is read. */
function initialState(incidents, scales, domain, steps, language) {
  const step = fittingStep(steps, domain);
  return {
    language: language ?? preferredLanguage(navigator.languages ?? [navigator.language]), theme: 'auto',
    mode: 'sofar', at: incidents.domain?.to ?? NaN, width: fittingWidth(domain, grainOf(step)), clock: incidents.isDense ? 'calendar' : 'event', step,
    speed: fittingSpeed(incidents.isDense ? scales.calendar : scales.event), loop: false, direction: 1, playing: false,
    selected: -1, fan: -1, filters: {}, query: '', filtersOpen: false, sheet: false, camera: null, axis: WHOLE_AXIS, recording: false, tileAttribution: '',
    searchRead: 0, arrived: -1,
  };
}

/** Build the app from the payload inside `root`; `connect` gives it the parts once they exist. */
export function createApp(payload, readBlock, root) {
  const incidents = decodeIncidents(payload, readBlock);
  const edges = edgesOf(incidents.start, incidents.end, incidents.isDense);
  const domain = incidents.domain ?? {from: 0, to: DAY};
  const scales = {event: makeScale(domain, edges, true), calendar: makeScale(domain, edges, false)};
  const steps = stepsFor(incidents);
  const initial = initialState(incidents, scales, domain, steps, payload.language);
  const store = createStore(initial);
  const facets = facetsOf(incidents);
  const marks = marksOfKinds(incidents.vocabulary.kind);
  const search = createSearch(incidents, () => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, {timeout: 100})));
  const filter = createFilter(incidents, facets, search);
  const activity = createLevels(incidents);
  const {levels} = activity;
  const view = {levels, total: incidents.total, maskNumber: 0, mask: new Uint8Array(incidents.total), counts: {}, stretch: null};
  let words = new Words(payload.labels, initial.language);
  let palette = null;
  let to = null;
  let lastShown = -1;
  let undatedShown = -1;

  const app = {
    incidents, store, facets, initial, root, steps,
    base: decodeBase(payload.base),
    baseAttribution: payload.base.attribution ?? '',
    dataset: payload.dataset,
    tiles: payload.tiles ?? [],
    tileAttribution: () => store.get().tileAttribution,
    setTileAttribution: (tileAttribution) => store.set({tileAttribution}),
    tell: (text) => to.messages.show(text),
    words: () => (words.key === store.get().language ? words : (words = new Words(payload.labels, store.get().language))),
    palette: () => (palette ??= readPalette(root, incidents.vocabulary.kind, marks)),
    dropPalette() {
      const {theme} = store.get();
      const isDark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      root.dataset.shade = isDark ? 'dark' : 'light';
      palette = null;
    },
    scale: () => scales[store.get().clock],
    view: () => view,
    calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    isWide: () => root.clientWidth >= 900,
    signOf: ({layer, kind, size}) => signView({layer, kind, size, mark: marks.get(kind)}),
    markOf: (kind) => marks.get(kind),
    sign: (event, size) => app.signOf({layer: incidents.vocabulary.layer[incidents.layer[event]], kind: app.kindOf(event), size}),
    facetSign: (key, word) => (key === 'layer' ? app.signOf({layer: word, size: 16}) : app.signOf({layer: 'venues', kind: word, size: 18})),
    kindOf: (event) => incidents.vocabulary.kind[incidents.kind[event]],
    statusOf: (event) => incidents.vocabulary.status[incidents.status[event]],
    titleOf: (event) => words.of(incidents.textOf(event).title),
    mainPlaceName(event) {
      const feature = mainFeature(incidents, event);
      return feature < 0 ? '' : words.name(incidents.placeOf(incidents.features.place[feature]).names);
    },
    isOffMap: (event) => incidents.vocabulary.layer[incidents.layer[event]] === 'none',
    relatedBack: (event) => (incidents.isDense ? [] : relatedBack(incidents, event)),
    facetCounts: () => filter.counts(store.get()),
    /** The first `most` dated events in view, in order. */
    shownEvents(most) {
      const {low, high} = activity.stretch();
      const found = [];
      const add = (event) => levels[event] !== HIDDEN && found.length < most && found.push(event);
      if (!incidents.isDense) incidents.order.forEach(add);
      else for (let event = low; event < high && found.length < most; event += 1) add(event);
      return found;
    },
    connect(connected) {
      to = connected;
      incidents.listenForFaults(() => app.tell(app.words().say('app.texts_failed')));
    },
    /** Whether a search looks through all texts already. */
    canSearch: () => search.isReady(),
    /** Read the texts of very many events for searching, once; `searchRead` is the share that is read, in steps. */
    readForSearch: () => search.begin((share) => store.set({searchRead: Math.floor(share * 20) / 20}), () => app.tell(app.words().say('app.texts_failed'))),
    refresh(changed) {
      const state = store.get();
      if (state.query) app.readForSearch();
      if (['filters', 'query', 'searchRead'].some((key) => changed.has(key))) {
        Object.assign(view, {mask: filter.mask(state), maskNumber: view.maskNumber + 1});
      }
      if (changed.has('selected') && state.selected >= 0) {
        const {selected} = state;
        if (!incidents.isRead(selected)) incidents.whenRead(selected, () => store.set({arrived: selected}), {isUrgent: true});
      }
      if (undatedShown >= 0) levels[undatedShown] = HIDDEN;
      view.counts = activity.update(view.mask, windowOf(state));
      view.stretch = {...activity.stretch(), open: activity.open, isSoFar: state.mode === 'sofar'};
      view.version = activity.version();
      // An event without a date is never on the clock, but the reader who chose it may see it.
      undatedShown = state.selected >= 0 && incidents.isUndated(state.selected) ? state.selected : -1;
      if (undatedShown >= 0) levels[undatedShown] = POSSIBLE;
      return view;
    },
    afterDraw(changed) {
      const state = store.get();
      if (!state.playing) {
        to.address.schedule();
        to.host.send(app.report);
      } else if (view.counts.shown !== lastShown && !incidents.isDense && !to.parts.panel.root.matches(':hover, :focus-within')) {
        to.parts.panel.list.revealLast();
      }
      lastShown = view.counts.shown;
      app.film(state);
    },
  };
  Object.assign(app, createPlayer(app), viewActions(app, () => to), linkActions(app, () => to), pictureActions(app, () => to));
  return app;
}

/** Relations that point at an event, turned round. */
function relatedBack(incidents, event) {
  const found = [];
  for (let other = 0; other < incidents.total; other += 1) {
    for (const link of incidents.textOf(other).related ?? []) {
      if (link.event === event && other !== event) found.push({event: other, relation: BACKWARDS[link.relation] ?? link.relation});
    }
  }
  return found;
}

/** What a reader can do with the view. */
function viewActions(app, to) {
  const {store, incidents} = app;
  return {
    /** Select an event everywhere and bring it into view; -1 selects none. */
    select(event, from) {
      const wasSelected = store.get().selected;
      if (event < 0) {
        store.set({selected: -1});
        if (wasSelected >= 0 && from === 'card') requestAnimationFrame(() => to().parts.panel.list.focus(wasSelected));
        return;
      }
      app.pause();
      const patch = {selected: event, fan: from === 'map' ? store.get().fan : -1, sheet: true};
      if (!incidents.isUndated(event)) Object.assign(patch, app.windowFor(event, from));
      store.set(patch);
      requestAnimationFrame(() => {
        if (from !== 'map') to().parts.mapView.reveal(event);
        to().parts.panel.list.reveal(event);
        if (from === 'list' || from === 'card') to().parts.panel.focusCard();
        incidents.whenRead(event, () => to().messages.say(`${app.titleOf(event)}. ${app.words().of(incidents.textOf(event).when)}`));
      });
    },
    /** The change of the window that shows an event: none if it is shown already. */
    windowFor(event, from) {
      const isShown = app.view().levels[event] !== HIDDEN;
      return from !== 'step' && isShown ? {} : {at: Math.min(arrivalOf(incidents.start[event], incidents.end[event], grainOf(store.get().step)), incidents.domain.to)};
    },
    setMode(mode) {
      store.set({mode, fan: -1});
      app.announceTime();
    },
    setClock: (clock) => store.set({clock}),
    fitAll: () => to().parts.mapView.fit(Array.from(app.view().mask.keys()).filter((event) => app.view().mask[event])),
    zoomTo: (event) => to().parts.mapView.fit([event]),
    focusSearch: () => {
      store.set({selected: -1, sheet: true});
      to().parts.panel.focusSearch();
    },
    focusList() {
      store.set({sheet: true});
      requestAnimationFrame(() => to().parts.panel.root.querySelector('.mapapp-list button, .mapapp-card button')?.focus());
    },
    openHelp: () => to().parts.help.open(),
    escape() {
      const {fan, selected, filtersOpen} = store.get();
      if (to().parts.mapView.closeChooser?.()) return;
      if (fan >= 0) store.set({fan: -1});
      else if (selected >= 0) app.select(-1, 'card');
      else if (filtersOpen) store.set({filtersOpen: false});
    },
    announceTime() {
      requestAnimationFrame(() => {
        const {counts, total} = app.view();
        const words = app.words();
        const state = store.get();
        to().messages.say(`${words.window(windowOf(state), state.mode, grainOf(state.step))}. ${words.say('count.shown', {shown: counts.shown, total})}`);
      });
    },
  };
}

/** Links, citations and what the host is told. */
function linkActions(app, to) {
  const {store, incidents, initial} = app;
  const actions = {
    linkState: () => ({...store.get(), selectedId: store.get().selected >= 0 ? incidents.idOf(store.get().selected) : null}),
    link: () => encodeState(app.linkState(), initial),
    /** Take over what a link asks for, over the start state when `isWhole`. */
    apply({patch, ignored}, {isWhole = false} = {}) {
      const {selectedId, camera, ...rest} = patch;
      const selected = selectedId ? incidents.numberOf(selectedId) : -1;
      const {language, theme, sheet, speed} = store.get();
      const under = isWhole ? {...initial, language, theme, sheet, speed} : {};
      store.set({...under, ...rest, ...(selectedId || isWhole ? {selected} : {})});
      if (camera) to().parts.mapView.setCamera(camera);
      if (selected >= 0) requestAnimationFrame(() => to().parts.mapView.reveal(selected));
      if (ignored) to().messages.show(app.words().say('app.bad_state'));
      if (selected >= 0) incidents.whenRead(selected, () => incidents.idOf(selected) === selectedId || actions.refuse(selected), {isUrgent: true});
    },
    /** An id that only has the hash of an event's is not that event. */
    refuse(event) {
      if (store.get().selected === event) store.set({selected: -1});
      to().messages.show(app.words().say('app.bad_state'));
    },
    applyLink(message) {
      app.apply(decodeState(message.link, {...incidents, steps: app.steps}), {isWhole: Boolean(message.whole)});
      if (message.theme) store.set({theme: message.theme});
    },
    begin(asked) {
      if (asked.patch.language) store.set({language: asked.patch.language});
      app.startCamera = asked.patch.camera ?? null;
      app.apply({...asked, patch: {...asked.patch, camera: undefined}});
      if (store.get().selected >= 0) store.set({sheet: true});
    },
    /** Show the link's camera, or everything. */
    showCamera() {
      if (app.startCamera) to().parts.mapView.setCamera(app.startCamera);
      else app.fitStart();
    },
    fitStart() {
      to().parts.mapView.fit(nearEvents(incidents), {animate: false, padding: [24, 24], isMainOnly: true});
      to().parts.mapView.settle();
    },
    /** The events in view as a set of bits; undated ones that pass the filters count as in view. */
    shownBits() {
      const {mask, levels} = app.view();
      return packBits(incidents.total, (event) => (incidents.isUndated(event) ? mask[event] : levels[event] !== HIDDEN));
    },
    report() {
      const state = store.get();
      return {link: app.link(), selected: app.linkState().selectedId, language: state.language,
        mode: state.mode, shown: app.shownBits()};
    },
    async copyLink() {
      await share(app, to, {link: app.link(), address: to().address.full()});
    },
    async cite(event) {
      await share(app, to, {text: citeText(app, event)});
    },
  };
  return actions;
}

async function share(app, to, content) {
  const {done, text} = await to().host.copy(content);
  const words = app.words();
  to().messages.show(words.say(done ? 'app.copied' : 'app.copy_failed'), ' ', el('code', {}, text));
}
