// The map of the overview: counts by cell, or single incidents where they are few.

import {paintBase} from './base_map.mjs';
import {createCanvasLayer} from './canvas_layer.mjs';
import {unitLength, unitX, unitY} from './mercator.mjs';
import {boxOf, cellDegrees} from './overview_query.mjs';

const REACH_PX = 14;

/** The map; `app` has base, store, answer(), words(), palette(), select(). */
export function createOverviewMap(L, map, app) {
  map.createPane('mapapp-base').style.zIndex = 150;
  map.createPane('mapapp-marks').style.zIndex = 450;
  const base = createCanvasLayer(L, (context, frame) => {
    paintBase(context, frame, {base: app.base, places: [], palette: app.palette(), words: app.words()});
  }, {className: 'mapapp-canvas-base', padding: 0.2, pane: 'mapapp-base'});
  const marks = createCanvasLayer(L, (context, frame) => paintAnswer(context, frame, app), {
    className: 'mapapp-canvas-marks', padding: 0.1, pane: 'mapapp-marks',
  });
  base.addTo(map);
  marks.addTo(map);
  map.on('moveend', () => {
    const {lat, lng} = map.getCenter();
    app.store.set({camera: {zoom: map.getZoom(), lat, lon: lng}});
  });
  map.on('click', ({containerPoint}) => onClick(containerPoint));
  map.on('mousemove', ({containerPoint}) => map.getContainer().classList.toggle('mapapp-is-over', Boolean(hit(containerPoint))));
  // A frame may get its last size late: as long as the reader has not moved, everything stays in view.
  let fitted = null;
  new ResizeObserver(() => {
    const {x, y} = map.getSize();
    const isUnmoved = fitted && (!x || !y || (map.getZoom() === fitted.zoom && map.getCenter().equals(fitted.center)));
    map.invalidateSize({animate: false, pan: !isUnmoved});
    if (isUnmoved) fit(fitted.box);
  }).observe(map.getContainer());

  function fit([west, south, east, north], options = {}) {
    map.fitBounds([[south, west], [north, east]], {padding: [24, 24], maxZoom: 12, animate: false, ...options});
    fitted = options.animate ? null : {box: [west, south, east, north], zoom: map.getZoom(), center: map.getCenter()};
  }

  function hit(point) {
    const answer = app.answer();
    if (!answer) return null;
    const frame = marks.view();
    const [x, y] = [point.x - frame.offset.x, point.y - frame.offset.y];
    return answer.incidents ? nearest(answer.incidents, frame, x, y) : cellAt(answer, frame, x, y);
  }

  function onClick(point) {
    const found = hit(point);
    if (!found) return;
    if (found.id) app.select(found.id);
    else map.setView([found.lat, found.lon], Math.min(map.getZoom() + 2, map.getMaxZoom()), {animate: !app.calm()});
  }

  return {
    query: () => ({bbox: boxOf(map.getBounds()), cell_deg: cellDegrees(map.getZoom())}),
    fit,
    setCamera: ({lat, lon, zoom}) => map.setView([lat, lon], zoom, {animate: false}),
    show({lat, lon}) {
      if (lat !== null && !map.getBounds().pad(-0.1).contains([lat, lon])) map.panTo([lat, lon], {animate: !app.calm()});
    },
    update(changed) {
      if (changed.has('language') || changed.has('theme')) base.redraw();
      if (['language', 'theme', 'answered', 'selected'].some((key) => changed.has(key))) marks.redraw();
    },
  };
}

function paintAnswer(context, frame, app) {
  context.clearRect(0, 0, frame.width, frame.height);
  const answer = app.answer();
  if (!answer) return;
  if (answer.incidents) paintIncidents(context, frame, app, answer.incidents);
  else paintCells(context, frame, app, answer);
}

/** Circles whose area is the count, the largest filling its cell; the larger ones say their number. */
function paintCells(context, frame, app, answer) {
  const palette = app.palette();
  const {half, most} = sizes(answer, frame);
  context.font = `600 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [lon, lat, count] of answer.cells) {
    const [x, y] = [frame.x(unitX(lon)), frame.y(unitY(lat))];
    const radius = radiusOf(count, most, half);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.globalAlpha = 0.35 + 0.45 * Math.sqrt(count / most);
    context.fillStyle = palette.accent;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = palette['mark-edge'];
    context.lineWidth = 1;
    context.stroke();
    const text = app.words().compact(count);
    if (radius < 9 || context.measureText(text).width > radius * 1.9) continue;
    context.strokeStyle = palette.accent;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
    context.fillStyle = palette['on-mark'];
    context.fillText(text, x, y);
  }
}

function sizes(answer, frame) {
  const most = answer.cells.reduce((found, cell) => Math.max(found, cell[2]), 1);
  return {most, half: (answer.cell_deg / 360) * frame.scale * 0.5};
}

function radiusOf(count, most, half) {
  return half * (0.3 + 0.7 * Math.sqrt(count / most));
}

/** Points where the place is known well, only the honest circle where it is not. */
function paintIncidents(context, frame, app, incidents) {
  const palette = app.palette();
  const {selected} = app.store.get();
  const last = incidents.filter((incident) => incident.id === selected);
  for (const incident of [...incidents.filter((one) => one.id !== selected), ...last]) {
    if (incident.lon === null) continue;
    const [x, y] = [frame.x(unitX(incident.lon)), frame.y(unitY(incident.lat))];
    const radius = unitLength(incident.radius_m ?? 0, incident.lat) * frame.scale;
    const isSelected = incident.id === selected;
    context.strokeStyle = isSelected ? palette.select : palette.accent;
    context.fillStyle = context.strokeStyle;
    context.lineWidth = isSelected ? 2.5 : 1;
    if (radius > 5) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.globalAlpha = 0.06;
      context.fill();
      context.globalAlpha = 0.6;
      context.stroke();
      context.globalAlpha = 1;
    }
    if (incident.layer === 'areas' && !isSelected) continue;
    context.beginPath();
    context.arc(x, y, isSelected ? 7 : 4.5, 0, 2 * Math.PI);
    context.globalAlpha = isSelected ? 1 : 0.8;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = palette['mark-edge'];
    context.lineWidth = 1;
    context.stroke();
  }
}

function nearest(incidents, frame, x, y) {
  let [best, distance] = [null, REACH_PX];
  for (const incident of incidents) {
    if (incident.lon === null) continue;
    const away = Math.hypot(frame.x(unitX(incident.lon)) - x, frame.y(unitY(incident.lat)) - y);
    if (away < distance) [best, distance] = [incident, away];
  }
  return best;
}

function cellAt(answer, frame, x, y) {
  const {half, most} = sizes(answer, frame);
  for (const [lon, lat, count] of answer.cells) {
    const away = Math.hypot(frame.x(unitX(lon)) - x, frame.y(unitY(lat)) - y);
    if (away <= Math.max(radiusOf(count, most, half), REACH_PX)) return {lon, lat};
  }
  return null;
}
