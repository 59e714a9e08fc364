// The overview of a dataset that is too large for one page: it asks the app, the app asks the store.
//
// Every change of view, window or filter is one question with a number; only the answer to the last
// question is shown. Nothing here holds the incidents: at most a few thousand are ever sent.

import {decodeBase} from './base_map.mjs';
import {el, icon, iconButton, rename} from './dom.mjs';
import {createHost} from './host.mjs';
import {createMapControls} from './map_controls.mjs';
import {createOverviewMap} from './overview_map.mjs';
import {createOverviewPanel} from './overview_panel.mjs';
import {decodeView, encodeView, isoDay} from './overview_query.mjs';
import {createOverviewTime} from './overview_time.mjs';
import {readPalette} from './palette.mjs';
import {CONTROLS} from './signs.mjs';
import {createStore} from './store.mjs';
import {LANGUAGES, preferredLanguage, Words} from './words.mjs';

const THEMES = ['auto', 'light', 'dark'];
const ASKED_BY = ['from', 'to', 'kinds', 'countries', 'text', 'camera'];
const EVERYTHING = new Set(['language', 'theme', 'answered', 'selected', ...ASKED_BY]);

/** Start the overview on the Leaflet map in the document, with the payload that it holds. */
export function start(L, map, document) {
  const payload = JSON.parse(document.getElementById('mapapp-data').textContent);
  const root = el('div', {class: 'mapapp-root'});
  const stage = document.querySelector('.mapapp-stage');
  stage.replaceWith(root);
  const app = createOverview(payload, root);
  const host = createHost((message) => app.applyLink(message), (answer) => app.take(answer));
  const parts = {
    map: createOverviewMap(L, map, app),
    controls: createMapControls(L, map, {...app, fitAll: () => parts.map.fit(payload.bbox, {animate: !app.calm()}), tiles: [], tileAttribution: () => '', baseAttribution: payload.base.attribution ?? ''}),
    time: createOverviewTime(app),
    panel: createOverviewPanel(app),
  };
  const header = createOverviewHeader(app);
  stage.append(parts.controls.root);
  root.append(el('div', {class: 'mapapp-frame'}, header.root, stage, parts.panel.root, parts.time.root));
  app.connect({parts, host});

  let pending = new Set(EVERYTHING);
  let frame = 0;
  function draw() {
    frame = 0;
    const changed = pending;
    pending = new Set();
    if (changed.has('language')) document.documentElement.lang = app.words().html;
    header.update(changed);
    parts.map.update(changed);
    parts.controls.update(null, changed);
    parts.time.update(changed);
    parts.panel.update(changed);
    if (ASKED_BY.some((key) => changed.has(key))) app.ask();
    else if (changed.has('language') || changed.has('selected')) app.tell();
  }
  app.store.subscribe((state, changed) => {
    changed.forEach((key) => pending.add(key));
    if (changed.includes('theme') || changed.includes('language')) app.shade();
    if (!frame) frame = requestAnimationFrame(draw);
  });
  app.shade();
  map.invalidateSize({animate: false});
  parts.map.fit(payload.bbox);
  draw();
  host.ready();
}

function createOverview(payload, root) {
  const {domain} = payload;
  const store = createStore({
    language: preferredLanguage(navigator.languages ?? [navigator.language]), theme: 'auto',
    ...decodeView('', domain), selected: null, playing: false, waiting: true, answered: 0,
  });
  let words = new Words(payload.labels, store.get().language);
  let palette = null;
  let answer = null;
  let serial = 0;
  let query = null;
  let to = null;

  const app = {
    store, domain, root, base: decodeBase(payload.base), total: payload.total, threshold: payload.threshold, title: payload.title,
    words: () => (words.key === store.get().language ? words : (words = new Words(payload.labels, store.get().language))),
    palette: () => (palette ??= readPalette(root, [])),
    calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    answer: () => answer,
    connect: (connected) => {
      to = connected;
    },
    shade() {
      const {theme} = store.get();
      const isDark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      root.dataset.shade = isDark ? 'dark' : 'light';
      palette = null;
    },
    /** Put the question that the state now is to the host, with a number of its own. */
    ask() {
      const {from, to: last, kinds, countries, text} = store.get();
      serial += 1;
      query = {serial, ...to.parts.map.query(), from: from > domain.from ? isoDay(from) : null, to: last < domain.to ? isoDay(last) : null, kinds, countries, text};
      store.set({waiting: true});
      app.tell();
    },
    /** Tell the host the view, with the question that is already out. */
    tell() {
      to.host.send(() => {
        const state = store.get();
        return {query, link: encodeView(state, domain), language: state.language, selected: state.selected};
      });
    },
    /** Take an answer, unless a newer question is out. */
    take(found) {
      if (found.serial !== serial) return;
      answer = found;
      store.set({waiting: false, answered: serial, playing: store.get().playing && !found.fault});
      if (store.get().playing) setTimeout(() => store.get().playing && app.step(1), app.calm() ? 1200 : 350);
    },
    applyLink({link, theme, whole}) {
      if (theme && THEMES.includes(theme)) store.set({theme});
      if (!link && !whole) return;
      const asked = LANGUAGES.find((one) => one.html === new URLSearchParams(link).get('lang'));
      if (asked) store.set({language: asked.key});
      const {camera, ...view} = decodeView(link, domain);
      store.set(view);
      if (camera) to.parts.map.setCamera(camera);
      else if (whole) to.parts.map.fit(payload.bbox);
    },
    select(id) {
      store.set({selected: id});
      if (id === null) return;
      const incident = answer?.incidents?.find((one) => one.id === id);
      if (incident) to.parts.map.show(incident);
      requestAnimationFrame(() => to.parts.panel.openCard());
    },
    /** Move the window by its own length; at the end playing stops, and a whole window begins narrow. */
    step(direction) {
      const {from, to: last} = store.get();
      const whole = domain.to - domain.from;
      const length = last - from >= whole ? Math.max(Math.round(whole / 60), 1) : last - from + 1;
      if (last - from >= whole) store.set({from: domain.from, to: domain.from + length - 1});
      else {
        const start = Math.min(Math.max(from + direction * length, domain.from), domain.to - length + 1);
        if (start === from) store.set({playing: false});
        else store.set({from: start, to: start + length - 1});
      }
    },
    togglePlay() {
      const {playing} = store.get();
      store.set({playing: !playing});
      if (!playing) app.step(1);
    },
  };
  return app;
}

function createOverviewHeader(app) {
  const title = el('h1', {});
  const languages = el('div', {class: 'mapapp-segments', role: 'radiogroup'}, LANGUAGES.map((language) => el('button', {
    type: 'button', role: 'radio', class: 'mapapp-segment', lang: language.html, 'data-language': language.key,
    onclick: () => app.store.set({language: language.key}),
  }, language.short)));
  const theme = iconButton(icon(CONTROLS.theme), '', () => {
    app.store.set({theme: THEMES[(THEMES.indexOf(app.store.get().theme) + 1) % THEMES.length]});
  });
  return {
    root: el('header', {class: 'mapapp-header'}, title, languages, theme),
    update() {
      const words = app.words();
      const state = app.store.get();
      title.textContent = app.title;
      languages.setAttribute('aria-label', words.say('app.language'));
      for (const button of languages.children) {
        button.setAttribute('aria-checked', String(button.dataset.language === state.language));
        rename(button, words.say(`lang.${button.dataset.language}`));
      }
      rename(theme, `${words.say('app.theme')}: ${words.say(`app.theme_${state.theme}`)}`);
    },
  };
}
