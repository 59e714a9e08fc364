// The map: base and marks on canvases over Leaflet; hover, click, fan, chooser and camera.

import {distanceToLine, isInside} from './arcs.mjs';
import {paintBase} from './base_map.mjs';
import {createCanvasLayer} from './canvas_layer.mjs';
import {createMapOverlay} from './map_overlay.mjs';
import {worldSize} from './mercator.mjs';
import {paintScene} from './paint.mjs';
import {buildScene, groupPlaces, pointPlaces} from './scene.mjs';
import {fanReach, pick} from './stacks.mjs';

/** Stacks of more events than this open a list: a fan of them would cover the map. */
const MOST_FANNED = 32;

/**
 * Put the map's layers and behaviour on a Leaflet map. `app` has incidents, base, store, select,
 * words() and palette(). Returns `{update(view), fit(), zoomTo(event), setCamera(camera)}`.
 */
export function createMapView(L, map, app) {
  map.createPane('mapapp-base').style.zIndex = 150;
  map.createPane('mapapp-marks').style.zIndex = 450;
  const overlay = createMapOverlay(map, app);
  const places = pointPlaces(app.incidents);
  let groups = {zoom: NaN, of: new Map()};
  let scene = null;
  let levels = null;
  let home = null;
  let lastSize = null;

  const base = createCanvasLayer(L, (context, view) => {
    paintBase(context, view, {base: app.base, places, palette: app.palette(), words: app.words()});
  }, {className: 'mapapp-canvas-base', padding: 0.2, pane: 'mapapp-base'});

  const marks = createCanvasLayer(L, (context, view) => {
    if (!levels) return;
    if (groups.zoom !== view.zoom) groups = {zoom: view.zoom, of: groupPlaces(places, worldSize(view.zoom))};
    const {selected, fan} = app.store.get();
    scene = buildScene({incidents: app.incidents, levels, groups: groups.of, view, selected, fan});
    paintScene(context, view, scene, app.palette(), app.incidents, app.words());
  }, {className: 'mapapp-canvas-marks', padding: 0.12, pane: 'mapapp-marks'});

  base.addTo(map);
  marks.addTo(map);
  const hit = (event) => targetAt(scene, marks.view(), event.containerPoint);
  map.on('click', (event) => onClick(hit(event), event));
  map.on('mousemove', (event) => onHover(hit(event), event));
  map.on('mouseout', () => overlay.hideTip());
  map.on('zoomstart movestart', () => overlay.hideTip());
  map.on('zoomstart', () => app.store.get().fan >= 0 && app.store.set({fan: -1}));
  map.on('moveend', () => {
    const size = map.getSize();
    if (!size.x || !size.y) return;
    if (lastSize && !size.equals(lastSize) && home && !app.store.get().camera) {
      lastSize = size;
      queueMicrotask(app.fitStart);
      return;
    }
    lastSize = size;
    const now = cameraNow();
    const isHome = home && Math.abs(now.lat - home.lat) < 1e-6 && Math.abs(now.lon - home.lon) < 1e-6 && now.zoom === home.zoom;
    app.store.set({camera: isHome || !home ? null : now});
  });

  // Tests and assistive tools ask a canvas where an event is drawn: the detail is filled in.
  map.getPane('mapapp-marks').addEventListener('mapapp-locate', ({detail}) => {
    marks.redraw();
    const event = app.incidents.numberOf.get(detail.event);
    const {left, top} = map.getContainer().getBoundingClientRect();
    const {offset} = marks.view();
    const single = [...scene.marks, ...scene.dots].find((mark) => mark.event === event);
    const found = single ?? scene.stacks.find((stack) => stack.items.some((item) => item.event === event));
    if (found) Object.assign(detail, {x: left + offset.x + found.x, y: top + offset.y + found.y, isStack: !single});
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

  function boundsOf(events, isMainOnly) {
    const {features, featuresOf, shapes} = app.incidents;
    const bounds = L.latLngBounds([]);
    for (const event of events) {
      for (const feature of isMainOnly ? [mainFeature(app.incidents, event)] : featuresOf[event]) {
        const shape = shapes.get(features.place[feature]);
        const reach = shape ? null : (features.radius_m[feature] / 111000) * 1.5;
        if (shape) extendByShape(L, bounds, shape);
        else extendByDisc(bounds, features.lat[feature], features.lon[feature], reach);
      }
    }
    return bounds;
  }

  return {
    update(view, changed) {
      levels = view.levels;
      if (changed.has('language') || changed.has('theme')) base.redraw();
      marks.schedule();
    },
    fit(events, {isMainOnly = false, ...options} = {}) {
      const bounds = boundsOf(events, isMainOnly);
      if (bounds.isValid()) map.fitBounds(bounds, {padding: [48, 48], maxZoom: 12.5, ...options});
    },
    /** Bring an event's main place into view without moving more than needed. */
    reveal(event) {
      const main = mainFeature(app.incidents, event);
      if (main < 0) return;
      const at = L.latLng(app.incidents.features.lat[main], app.incidents.features.lon[main]);
      if (!map.getBounds().pad(-0.12).contains(at)) map.panTo(at, {animate: !app.calm()});
    },
    /** What is shown now is where the page starts: a link need not say it. */
    settle() {
      home = cameraNow();
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

/** The number of an event's main feature, else of its first one, else -1. */
export function mainFeature(incidents, event) {
  const own = incidents.featuresOf[event];
  return own.find((feature) => incidents.features.primary[feature]) ?? own[0] ?? -1;
}

function extendByShape(L, bounds, shape) {
  const lat = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  const {x0, y0, x1, y1} = shape.bounds;
  bounds.extend([lat(y1), x0 * 360 - 180]).extend([lat(y0), x1 * 360 - 180]);
}

function extendByDisc(bounds, lat, lon, reach) {
  bounds.extend([lat - reach, lon - reach]).extend([lat + reach, lon + reach]);
}

/** What is under a point of the container: a stack, a mark, an area's label, an arc or an area. */
function targetAt(scene, view, {x: containerX, y: containerY}) {
  if (!scene) return null;
  const [x, y] = [containerX - view.offset.x, containerY - view.offset.y];
  const points = [
    ...scene.dots.map((mark) => ({...mark, radius: 9, events: [mark.event]})),
    ...scene.stacks.map((stack) => ({...stack, radius: stack.radius + 3, stack, events: eventsOf(stack)})),
    ...scene.marks.map((mark) => ({...mark, radius: mark.radius + 2, events: [mark.event]})),
  ];
  const found = pick(points, x, y);
  if (found) return found;
  const label = scene.areas.find((area) => isInLabel(area.label, x, y));
  if (label) return {area: label.place, events: eventsOf(label)};
  const arc = scene.arcs.find(({points: line, width}) => distanceToLine(line, x, y) <= Math.max(width / 2 + 2, 5));
  if (arc) return {events: [arc.event]};
  const small = scene.areas.findLast((area) => isSmallAreaAt(area, view, x, y));
  return small ? {area: small.place, events: eventsOf(small)} : null;
}

function eventsOf({items}) {
  return items.map((item) => item.event).sort((a, b) => a - b);
}

function isInLabel(label, x, y) {
  return label && x >= label.x && x <= label.x + label.width && y >= label.y && y <= label.y + label.height;
}

function isSmallAreaAt(area, view, x, y) {
  if (!area.shape.closed || area.size > view.width * view.height * 0.25) return false;
  const rings = area.shape.lines.map((line) => Float64Array.from(line, (unit, index) => (index % 2 ? view.y(unit) : view.x(unit))));
  return isInside(rings, x, y);
}
