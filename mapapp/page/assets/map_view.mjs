// The map: base and marks on canvases over Leaflet; hover, click, fan, chooser and camera.

import {paintBase} from './base_map.mjs';
import {boundsOfEvents, mainFeature} from './camera.mjs';
import {createCanvasLayer} from './canvas_layer.mjs';
import {createDenseMarks} from './dense_marks.mjs';
import {createMapOverlay} from './map_overlay.mjs';
import {createSparseMarks} from './sparse_marks.mjs';
import {fanReach} from './stacks.mjs';

/** Stacks of more events than this open a list: a fan of them would cover the map. */
const MOST_FANNED = 32;

/** What the marks show besides the levels of events. */
const MARKS_DEPEND_ON = ['selected', 'fan', 'language', 'theme'];

/**
 * Put the map's layers and behaviour on a Leaflet map. `app` has incidents, base, store, select,
 * words() and palette(). Returns `{update(view), fit(), zoomTo(event), setCamera(camera)}`.
 */
export function createMapView(L, map, app) {
  map.createPane('mapapp-base').style.zIndex = 150;
  map.createPane('mapapp-marks').style.zIndex = 450;
  const overlay = createMapOverlay(map, app);
  const drawn = app.incidents.isDense ? createDenseMarks(app) : createSparseMarks(app);
  let view = null;
  let home = null;
  let lastSize = null;
  let drawnVersion = -1;

  const base = createCanvasLayer(L, (context, frame) => {
    paintBase(context, frame, {base: app.base, places: drawn.places, palette: app.palette(), words: app.words()});
  }, {className: 'mapapp-canvas-base', padding: 0.2, pane: 'mapapp-base'});

  const marks = createCanvasLayer(L, (context, frame) => {
    if (!view) return;
    drawnVersion = view.version;
    drawn.draw(context, frame, view);
  }, {className: 'mapapp-canvas-marks', padding: app.incidents.isDense ? 0 : 0.12, pane: 'mapapp-marks', ratio: app.incidents.isDense ? 1 : undefined});

  base.addTo(map);
  marks.addTo(map);
  const hit = ({containerPoint}) => {
    const frame = marks.view();
    return drawn.targetAt(frame, containerPoint.x - frame.offset.x, containerPoint.y - frame.offset.y);
  };
  map.on('click', (event) => onClick(hit(event), event));
  map.on('mousemove', (event) => onHover(hit(event), event));
  map.on('mouseout', () => overlay.hideTip());
  map.on('zoomstart movestart', () => overlay.hideTip());
  map.on('zoomstart', () => app.store.get().fan >= 0 && app.store.set({fan: -1}));
  map.on('moveend', () => {
    const size = map.getSize();
    const isResized = lastSize && !size.equals(lastSize);
    lastSize = size;
    if (!size.x || !size.y) return;
    if (isResized && home && !app.store.get().camera) {
      queueMicrotask(app.fitStart);
      return;
    }
    const now = cameraNow();
    const isHome = home && Math.abs(now.lat - home.lat) < 1e-6 && Math.abs(now.lon - home.lon) < 1e-6 && now.zoom === home.zoom;
    app.store.set({camera: isHome || !home ? null : now});
  });

  // Leaflet hears of the window's size only; the sheet of a phone changes the map's alone.
  new ResizeObserver(() => map.invalidateSize({animate: false})).observe(map.getContainer());

  // Tests and assistive tools ask a canvas where an event is drawn: the detail is filled in.
  map.getPane('mapapp-marks').addEventListener('mapapp-locate', ({detail}) => {
    marks.redraw();
    const event = app.incidents.numberOf(detail.event);
    const {left, top} = map.getContainer().getBoundingClientRect();
    const {offset} = marks.view();
    const found = drawn.positionOf(event);
    if (found) Object.assign(detail, {...found, x: left + offset.x + found.x, y: top + offset.y + found.y});
  });

  function cameraNow() {
    const {lat, lng} = map.getCenter();
    return {zoom: map.getZoom(), lat, lon: lng};
  }

  function onHover(target, event) {
    map.getContainer().classList.toggle('mapapp-is-over', Boolean(target));
    if (target) overlay.showTip(target, event.containerPoint);
    else overlay.hideTip();
  }

  function onClick(target, event) {
    overlay.hideTip();
    overlay.closeChooser();
    if (!target) {
      if (app.store.get().fan >= 0) app.store.set({fan: -1});
      return;
    }
    if (target.events.length === 1) app.select(target.events[0], 'map');
    else if (target.stack && target.events.length <= MOST_FANNED) openStack(target.stack, event.containerPoint);
    else overlay.openChooser(target.place ?? target.area, target.events, event.containerPoint);
  }

  /** Fan a stack out, or fold it again; the map moves if the fan would leave it. */
  function openStack(stack, {x, y}) {
    const isOpen = app.store.get().fan === stack.place;
    app.store.set({fan: isOpen ? -1 : stack.place});
    if (isOpen) return;
    const reach = fanReach(stack.items.length) + 24;
    const size = map.getSize();
    const shift = [inward(x, reach, size.x), inward(y, reach, size.y)];
    if (shift[0] || shift[1]) map.panBy(shift, {animate: !app.calm()});
  }

  return {
    update(next, changed) {
      view = next;
      if (changed.has('language') || changed.has('theme')) base.redraw();
      if (drawnVersion !== view.version || MARKS_DEPEND_ON.some((key) => changed.has(key))) marks.redraw();
    },
    fit(events, {isMainOnly = false, ...options} = {}) {
      const bounds = boundsOfEvents(app.incidents, events, isMainOnly);
      if (bounds) map.fitBounds([[bounds.south, bounds.west], [bounds.north, bounds.east]], {padding: [48, 48], maxZoom: 12.5, ...options});
    },
    /** Bring an event's main place into view without moving more than needed. */
    reveal(event) {
      const main = mainFeature(app.incidents, event);
      if (main < 0) return;
      const at = L.latLng(app.incidents.features.lat[main], app.incidents.features.lon[main]);
      if (!map.getBounds().pad(-0.12).contains(at)) map.panTo(at, {animate: !app.calm()});
    },
    /** Draw what the map shows now onto another canvas, from its top left corner. */
    copyTo(context) {
      for (const layer of [base, marks]) {
        const {offset, width, height} = layer.view();
        context.drawImage(layer.canvas(), offset.x, offset.y, width, height);
      }
    },
    size: () => map.getSize(),
    /** What is shown now is where the page starts: a link need not say it. */
    settle() {
      home = cameraNow();
      app.store.set({camera: null});
    },
    closeChooser() {
      const wasOpen = overlay.isOpen();
      overlay.closeChooser();
      return wasOpen;
    },
    setCamera({lat, lon, zoom}) {
      map.setView([lat, lon], zoom, {animate: false});
    },
  };
}

/** How far to pan so that a point is at least `reach` from both ends of a side, if it can be. */
function inward(at, reach, length) {
  if (2 * reach > length) return at - length / 2;
  return Math.min(at - reach, 0) || Math.max(at + reach - length, 0);
}
