// The one object that the parts of the page share: the data, the state, and what can be done.

import {decodeBase} from './base_map.mjs';
import {DAY, HIDDEN, POSSIBLE, windowOf} from './activity.mjs';
import {fittingSpeed} from './clock.mjs';
import {citeText} from './cite.mjs';
import {el} from './dom.mjs';
import {createFilter, facetsOf} from './facets.mjs';
import {decodeIncidents, levelsIn, tally} from './incidents.mjs';
import {mainFeature} from './map_view.mjs';
import {readPalette} from './palette.mjs';
import {createPlayer} from './player.mjs';
import {signView} from './sign_view.mjs';
import {decodeState, encodeState} from './state_link.mjs';
import {createStore} from './store.mjs';
import {edgesOf, makeScale} from './timescale.mjs';
import {preferredLanguage, Words} from './words.mjs';

/** Events named to the host at most; a host with more works from the link itself. */
const MOST_REPORTED = 5000;
const BACKWARDS = {part_of: 'has_part', follows: 'followed_by', corrects: 'corrected_by', same_operation: 'same_operation'};

/** The state a page starts with, before its link is read. */
function initialState(incidents, scales) {
  return {
    language: preferredLanguage(navigator.languages ?? [navigator.language]), theme: 'auto',
    mode: 'sofar', at: incidents.domain?.to ?? NaN, width: 30 * DAY, clock: 'event', step: 'day',
    speed: fittingSpeed(scales.event), loop: false, direction: 1, playing: false,
    selected: -1, fan: -1, filters: {}, query: '', filtersOpen: false, sheet: false, camera: null,
  };
}

/** Build the app from the payload; `connect` gives it the parts once they exist. */
export function createApp(payload, readBlock) {
  const incidents = decodeIncidents(payload, readBlock);
  const edges = edgesOf(incidents.start, incidents.end);
  const domain = incidents.domain ?? {from: 0, to: DAY};
  const scales = {event: makeScale(domain, edges, true), calendar: makeScale(domain, edges, false)};
  const initial = initialState(incidents, scales);
  const store = createStore(initial);
  const facets = facetsOf(incidents);
  const filter = createFilter(incidents, facets);
  const levels = new Uint8Array(incidents.total);
  const view = {levels, total: incidents.total, maskNumber: 0, mask: new Uint8Array(incidents.total), counts: {}, facetCounts: {}};
  let words = new Words(payload.labels, initial.language);
  let palette = null;
  let to = null;

  const app = {
    incidents, store, facets, initial,
    base: decodeBase(payload.base),
    baseAttribution: payload.base.attribution ?? '',
    dataset: payload.dataset,
    words: () => words,
    palette: () => (palette ??= readPalette(document.documentElement, incidents.vocabulary.kind)),
    dropPalette() {
      const {theme} = store.get();
      const isDark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      document.documentElement.dataset.shade = isDark ? 'dark' : 'light';
      palette = null;
    },
    scale: () => scales[store.get().clock],
    view: () => view,
    calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    isWide: () => matchMedia('(min-width: 900px)').matches,
    sign: (event, size) => signView({layer: incidents.vocabulary.layer[incidents.layer[event]], kind: app.kindOf(event), size}),
    facetSign: (key, word) => (key === 'layer' ? signView({layer: word, size: 16}) : signView({layer: 'venues', kind: word, size: 18})),
    kindOf: (event) => incidents.vocabulary.kind[incidents.kind[event]],
    statusOf: (event) => incidents.vocabulary.status[incidents.status[event]],
    titleOf: (event) => words.of(incidents.textOf(event).title),
    mainPlaceName(event) {
      const feature = mainFeature(incidents, event);
      return feature < 0 ? '' : words.name(incidents.places[incidents.features.place[feature]].names);
    },
    relatedBack: (event) => relatedBack(incidents, event),
    connect(connected) {
      to = connected;
    },
    refresh(changed) {
      const state = store.get();
      if (changed.has('language')) words = new Words(payload.labels, state.language);
      if (changed.has('filters') || changed.has('query')) {
        const found = filter(state);
        Object.assign(view, {mask: found.mask, facetCounts: found.counts, maskNumber: view.maskNumber + 1});
      }
      if (incidents.domain) levelsIn(incidents, view.mask, windowOf(state), levels);
      view.counts = tally(incidents, levels);
      // An event without a date is never on the clock, but the reader who chose it may see it.
      if (state.selected >= 0 && incidents.isUndated(state.selected)) levels[state.selected] = POSSIBLE;
      return view;
    },
    afterDraw(changed) {
      const state = store.get();
      if (!state.playing) {
        to.address.schedule();
        to.host.send(app.report());
      } else if (!to.parts.panel.root.matches(':hover, :focus-within')) to.parts.panel.list.revealLast();
    },
  };
  Object.assign(app, createPlayer(app), viewActions(app, () => to), linkActions(app, () => to));
  return app;
}

/** The events to start with: three in four of those with a point, without the farthest; else all on the map. */
function nearEvents(incidents) {
  const {features, shapes} = incidents;
  const mapped = [...incidents.ids.keys()].map((event) => ({event, feature: mainFeature(incidents, event)})).filter(({feature}) => feature >= 0);
  const points = mapped.filter(({feature}) => !shapes.has(features.place[feature]));
  const main = points.length ? points : mapped;
  const middle = (column) => main.map(({feature}) => column[feature]).sort((a, b) => a - b)[Math.floor(main.length / 2)];
  const [x, y] = [middle(features.x), middle(features.y)];
  const far = ({feature}) => Math.hypot(features.x[feature] - x, features.y[feature] - y);
  return main.sort((a, b) => far(a) - far(b)).slice(0, Math.ceil(main.length * 0.75)).map(({event}) => event);
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
        to().messages.say(`${app.titleOf(event)}. ${app.words().of(incidents.textOf(event).when)}`);
      });
    },
    /** The change of the window that shows an event: none if it is shown already. */
    windowFor(event, from) {
      const isShown = app.view().levels[event] !== HIDDEN;
      return from !== 'step' && isShown ? {} : {at: Math.min(incidents.arrivals[event], incidents.domain.to)};
    },
    setMode(mode) {
      store.set({mode, fan: -1});
      app.announceTime();
    },
    setClock: (clock) => store.set({clock}),
    fitAll: () => to().parts.mapView.fit([...incidents.ids.keys()].filter((event) => app.view().mask[event])),
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
        to().messages.say(`${words.window(windowOf(state), state.mode)}. ${words.say('count.shown', {shown: counts.shown, total})}`);
      });
    },
  };
}

/** Links, citations and what the host is told. */
function linkActions(app, to) {
  const {store, incidents, initial} = app;
  const actions = {
    linkState: () => ({...store.get(), selectedId: incidents.ids[store.get().selected] ?? null}),
    link: () => encodeState(app.linkState(), initial),
    /** Take over what a link asks for, over the start state when `isWhole`. */
    apply({patch, ignored}, {isWhole = false} = {}) {
      const {selectedId, camera, ...rest} = patch;
      const selected = selectedId ? incidents.numberOf.get(selectedId) : -1;
      const {language, theme, sheet, speed} = store.get();
      const under = isWhole ? {...initial, language, theme, sheet, speed} : {};
      store.set({...under, ...rest, ...(selectedId || isWhole ? {selected} : {})});
      if (camera) to().parts.mapView.setCamera(camera);
      if (selected >= 0) requestAnimationFrame(() => to().parts.mapView.reveal(selected));
      if (ignored) to().messages.show(app.words().say('app.bad_state'));
    },
    applyLink(message) {
      app.apply(decodeState(message.link, incidents), {isWhole: Boolean(message.whole)});
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
    /** Ids of the events in view in order, undated ones that pass the filters last. */
    shownIds() {
      const {levels, mask} = app.view();
      return incidents.ids.filter((_, event) => (incidents.isUndated(event) ? mask[event] : levels[event] !== HIDDEN)).slice(0, MOST_REPORTED);
    },
    report() {
      const state = store.get();
      return {link: app.link(), selected: incidents.ids[state.selected] ?? null, language: state.language,
        mode: state.mode, events: app.shownIds()};
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
