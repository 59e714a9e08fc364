// The page: reads its data, builds its parts, and keeps them in step with one state.

import {createAddress} from './address.mjs';
import {createApp} from './app.mjs';
import {blockReader} from './blocks.mjs';
import {el} from './dom.mjs';
import {createHelp, createMessages} from './dialogs.mjs';
import {createHeader} from './header.mjs';
import {createHost} from './host.mjs';
import {listenForKeys} from './keyboard.mjs';
import {createLegend} from './legend.mjs';
import {createMapControls} from './map_controls.mjs';
import {createMapView} from './map_view.mjs';
import {createPanel} from './panel.mjs';
import {createTimeBar} from './time_bar.mjs';

const EVERYTHING = ['language', 'theme', 'mode', 'at', 'width', 'clock', 'speed', 'step', 'loop', 'playing',
  'selected', 'fan', 'filters', 'query', 'searchRead', 'arrived', 'filtersOpen', 'sheet'];

/**
 * Start the page on the Leaflet map in the document, with the data blocks that the document holds.
 * Very many events are drawn before any of their texts is read.
 */
export async function start(L, map, document) {
  performance.mark('mapapp-data');
  const root = el('div', {class: 'mapapp-root'});
  const stage = document.querySelector('.mapapp-stage');
  stage.replaceWith(root);
  const app = createApp(JSON.parse(document.getElementById('mapapp-data').textContent), blockReader(document), root);
  if (!app.incidents.isDense) await app.incidents.readAll().catch(() => {});
  const messages = createMessages();
  const parts = buildParts(L, map, app, stage, messages);
  const host = createHost((message) => app.applyLink(message));
  const address = createAddress(app, !host.isFramed);
  app.connect({parts, messages, host, address, map});
  let pending = new Set(EVERYTHING);
  let frame = 0;

  function draw() {
    frame = 0;
    const changed = pending;
    pending = new Set();
    const view = app.refresh(changed);
    if (changed.has('language')) setLanguage(app);
    for (const part of Object.values(parts)) part.update?.(view, changed);
    app.afterDraw(changed);
  }

  app.store.subscribe((state, changed) => {
    changed.forEach((key) => pending.add(key));
    if (changed.includes('theme') || changed.includes('language')) app.dropPalette();
    if (!frame) frame = requestAnimationFrame(draw);
  });
  globalThis.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    app.dropPalette();
    pending.add('theme');
    if (!frame) frame = requestAnimationFrame(draw);
  });
  listenForKeys(document, app);
  app.dropPalette();
  app.begin(address.read());
  draw();
  map.invalidateSize({animate: false});
  app.showCamera();
  host.ready();
  performance.mark('mapapp-interactive');
  return app;
}

function setLanguage(app) {
  app.root.lang = app.words().html;
  document.documentElement.lang = app.words().html;
  document.title = app.words().name(app.dataset.title);
}

function buildParts(L, map, app, stage, messages) {
  const frame = el('div', {class: 'mapapp-frame'});
  app.root.append(frame);
  frame.append(stage);
  const parts = {
    header: createHeader(app),
    mapView: createMapView(L, map, app),
    controls: createMapControls(L, map, app),
    legend: createLegend(app),
    panel: createPanel(app),
    timeBar: app.incidents.domain ? createTimeBar(app) : emptyTime(app),
    help: createHelp(app),
  };
  stage.setAttribute('role', 'region');
  stage.append(parts.legend.root, parts.controls.root, messages.toast);
  stage.before(parts.header.root);
  stage.after(parts.panel.root, parts.timeBar.root);
  app.root.append(parts.help.root, messages.live);
  return parts;
}

/** The time bar of a record in which no event has a date. */
function emptyTime(app) {
  const text = el('p', {});
  return {
    root: el('section', {class: 'mapapp-time mapapp-time-empty'}, text),
    update() {
      text.textContent = app.words().say(app.incidents.total ? 'time.no_dates' : 'app.no_events');
    },
  };
}
