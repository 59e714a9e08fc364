// The player's events on the map: points as sprites or, when many, stamped by the pixel; lines and areas.

import {CERTAIN} from './activity.mjs';
import {distanceToLine, isInside} from './arcs.mjs';
import {createCanvasLayer} from './canvas_layer.mjs';
import {circleOffsets, pixelOf, pointsOf, projectPoints, stampPoints} from './dense.mjs';
import {el} from './dom.mjs';
import {lowerBound} from './levels.mjs';

const PANE = 'mapapp-player';
/** Up to this many points each is drawn smooth and with an edge. */
const MOST_SPRITES = 2500;
const MOST_PICKED = 50;

/** The marks of an app: `redraw()`, `pick(containerPoint)` → events, `placeOf(event)` → latLng or null. */
export function createMarks(L, map, app) {
  const pane = map.createPane(PANE);
  pane.style.pointerEvents = 'none';
  pane.style.zIndex = 450;
  const painter = createPainter(app);
  const layer = createCanvasLayer(L, (context, view) => painter.paint(context, view), {className: 'mapapp-plugin-canvas', padding: 0.12, pane: PANE});
  layer.addTo(map);
  return {
    redraw: () => layer.redraw(),
    reset: () => painter.reset(),
    pick: ({x, y}, isTouch) => painter.pick(x, y, isTouch ? 14 : 4),
    placeOf: (event) => placeOf(L, app.data(), event),
    boundsOf: () => boundsOf(L, app.data()),
  };
}

function createPainter(app) {
  let kept = null;
  let last = null;
  let paths = new WeakMap();

  function prepare(view) {
    const {points} = app.data();
    const radius = app.radius() * (points.total > MOST_SPRITES ? Math.min(0.4 + view.zoom * 0.06, 1) : 1);
    const [width, height] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)];
    const device = {width, height, scale: view.scale * view.ratio, x: (unit) => view.x(unit) * view.ratio, y: (unit) => view.y(unit) * view.ratio};
    kept = {key: keyOf(view), data: app.data(), width, height, ratio: view.ratio, radius, done: -1, stamp: null, sprites: new Map(),
      points: projectPoints(points, device, () => 1, radius * view.ratio)};
    paths = new WeakMap();
  }

  function paint(context, view) {
    if (kept?.key !== keyOf(view) || kept.data !== app.data()) prepare(view);
    last = view;
    const state = app.view();
    context.clearRect(0, 0, view.width, view.height);
    paintShapes(context, view, app, state, paths);
    const active = activePoints(kept.points, state);
    const count = active.to - active.from + active.others.length;
    if (count > MOST_SPRITES) paintStamps(context, view, app, kept, active);
    else paintSprites(context, app, kept, active, state.levels);
    paintSelected(context, app, kept);
  }

  function pick(containerX, containerY, reach) {
    if (!last || !kept) return [];
    const at = {x: containerX - last.offset.x, y: containerY - last.offset.y, reach};
    return eventsAt(app, kept, last, at, activePoints(kept.points, app.view()));
  }

  return {paint, pick, reset: () => { kept = null; }};
}

/** The stretch of projected points that can be active, and single open ones outside it. */
function activePoints(points, {stretch, open}) {
  const [from, to] = pointsOf(points, stretch.low, stretch.high);
  const others = open.filter((event) => event < stretch.low || event >= stretch.high).map((event) => pointsOf(points, event, event + 1));
  return {from, to, others};
}

function keyOf(view) {
  return `${view.scale}/${view.x(0)}/${view.y(0)}/${view.width}/${view.height}/${view.ratio}`;
}

/** Events under a point of the canvas: points by distance, then lines and areas. */
function eventsAt(app, kept, view, at, {from, to, others}) {
  const {levels} = app.view();
  const found = [];
  for (const [first, end] of [[from, to], ...others]) nearPoints(found, kept, first, end, at, levels);
  found.sort((a, b) => a.distance - b.distance);
  for (const shape of app.data().shapes) {
    if (found.length >= MOST_PICKED) break;
    if (levels[shape.event] && hits(shape, view, at.x, at.y, at.reach)) found.push({event: shape.event});
  }
  return [...new Set(found.map(({event}) => event))].slice(0, MOST_PICKED);
}

function nearPoints(found, {points, width, ratio, radius}, first, end, {x, y, reach}, levels) {
  const most = ((radius + reach) * ratio) ** 2;
  for (let index = first; index < end; index += 1) {
    const dx = (points.at[index] % width) - x * ratio;
    const dy = Math.floor(points.at[index] / width) - y * ratio;
    const distance = dx * dx + dy * dy;
    if (distance <= most && levels[points.events[index]]) found.push({event: points.events[index], distance});
  }
}

function hits(shape, view, x, y, reach) {
  if (x < view.x(shape.x0) - reach || x > view.x(shape.x1) + reach || y < view.y(shape.y0) - reach || y > view.y(shape.y1) + reach) return false;
  const lines = shape.lines.map((line) => line.map((unit, index) => (index % 2 ? view.y(unit) : view.x(unit))));
  if (shape.closed) return isInside(lines, x, y);
  return lines.some((line) => distanceToLine(pairs(line), x, y) <= reach + 3);
}

function pairs(flat) {
  return Array.from({length: flat.length / 2}, (_, index) => ({x: flat[index * 2], y: flat[index * 2 + 1]}));
}

function paintSprites(context, app, kept, {from, to, others}, levels) {
  const {points, width, ratio} = kept;
  const {group, groups} = app.data();
  context.setTransform(1, 0, 0, 1, 0, 0);
  for (const [first, end] of [[from, to], ...others]) {
    for (let index = first; index < end; index += 1) {
      const event = points.events[index];
      if (!levels[event]) continue;
      const sprite = spriteOf(kept, groups[group[event]].colour, levels[event] === CERTAIN);
      const half = sprite.width / 2;
      context.drawImage(sprite, Math.round((points.at[index] % width) - half), Math.round(Math.floor(points.at[index] / width) - half));
    }
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** A circle of a colour, hollow for an event that is only possibly active. */
function spriteOf({sprites, radius, ratio}, colour, isSolid) {
  const key = `${colour}/${isSolid}`;
  const known = sprites.get(key);
  if (known) return known;
  const edge = 1.4;
  const size = Math.ceil((radius + edge) * ratio) * 2 + 2;
  const canvas = el('canvas', {width: size, height: size});
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.beginPath();
  context.arc(size / 2 / ratio, size / 2 / ratio, radius, 0, 2 * Math.PI);
  context.fillStyle = isSolid ? colour : '#ffffff';
  context.globalAlpha = 0.92;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = isSolid ? edge : 2;
  context.strokeStyle = isSolid ? '#ffffff' : colour;
  context.stroke();
  sprites.set(key, canvas);
  return canvas;
}

/** Stamp into a buffer that is kept: while "so far" runs on, only what is new is stamped. */
function paintStamps(context, view, app, kept, {from, to, others}) {
  const {width, height} = kept;
  const {levels, mode, mask} = app.view();
  if (!kept.stamp) {
    const canvas = el('canvas', {width, height});
    const image = new ImageData(width, height);
    kept.stamp = {canvas, image, context: canvas.getContext('2d'), pixels: new Uint32Array(image.data.buffer), offsets: circleOffsets(kept.radius * kept.ratio * 0.8, width)};
  }
  const {image, pixels, offsets} = kept.stamp;
  const solid = Uint32Array.from(app.data().groups, ({colour}) => pixelOf(colour));
  const hollow = Uint32Array.from(app.data().groups, ({colour}) => pixelOf(colour, '#ffffff', 0.4));
  const job = {pixels, points: kept.points, levels, kinds: app.data().group, colours: {solid, hollow}, offsets};
  const goesOn = app.data().isAllCertain && mode === 'sofar' && kept.done >= from && kept.done <= to && kept.mask === mask;
  if (!goesOn) pixels.fill(0);
  stampPoints(job, goesOn ? kept.done : from, to);
  for (const [first, end] of others) stampPoints(job, first, end);
  Object.assign(kept, {done: mode === 'sofar' ? to : -1, mask});
  if (!app.data().shapes.length) {
    context.putImageData(image, 0, 0);
    return;
  }
  kept.stamp.context.putImageData(image, 0, 0);
  context.drawImage(kept.stamp.canvas, 0, 0, view.width, view.height);
}

function paintShapes(context, view, app, {levels}, paths) {
  const {shapes, group, groups} = app.data();
  const {selected} = app.store.get();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const shape of shapes) {
    if (!levels[shape.event] || view.x(shape.x1) < -9 || view.x(shape.x0) > view.width + 9 || view.y(shape.y1) < -9 || view.y(shape.y0) > view.height + 9) continue;
    const {colour} = groups[group[shape.event]];
    const path = pathOf(paths, shape, view);
    const isSolid = levels[shape.event] === CERTAIN;
    if (shape.closed) {
      context.fillStyle = colour;
      context.globalAlpha = (shape.event === selected ? 0.45 : 0.26) * (isSolid ? 1 : 0.3);
      context.fill(path, 'evenodd');
    } else {
      context.globalAlpha = 0.85;
      context.strokeStyle = '#ffffff';
      context.lineWidth = 5.5;
      context.stroke(path);
    }
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = (shape.closed ? 1.6 : 3.2) + (shape.event === selected ? 2 : 0);
    context.setLineDash(isSolid ? [] : [6, 5]);
    context.stroke(path);
    context.setLineDash([]);
  }
}

function pathOf(paths, shape, view) {
  const known = paths.get(shape);
  if (known) return known;
  const path = new Path2D();
  for (const line of shape.lines) {
    let [lastX, lastY] = [Infinity, Infinity];
    for (let index = 0; index < line.length; index += 2) {
      const [x, y] = [view.x(line[index]), view.y(line[index + 1])];
      if (index === 0) path.moveTo(x, y);
      else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5 && index < line.length - 2) continue;
      else path.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    if (shape.closed) path.closePath();
  }
  paths.set(shape, path);
  return path;
}

function paintSelected(context, app, {points, width, ratio, radius}) {
  const {selected} = app.store.get();
  if (selected < 0 || !app.view().levels[selected]) return;
  const [from, to] = pointsOf(points, selected, selected + 1);
  for (let index = from; index < to; index += 1) {
    const [x, y] = [(points.at[index] % width) / ratio, Math.floor(points.at[index] / width) / ratio];
    for (const [colour, size] of [['#ffffff', 6], ['#c2185b', 3]]) {
      context.beginPath();
      context.arc(x, y, radius + 3.5, 0, 2 * Math.PI);
      context.strokeStyle = colour;
      context.lineWidth = size;
      context.stroke();
    }
  }
}

function latLngOf(L, x, y) {
  return L.latLng((Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, x * 360 - 180);
}

function placeOf(L, {points, shapes}, event) {
  const index = lowerBound(points.event, event);
  if (points.event[index] === event) return latLngOf(L, points.x[index], points.y[index]);
  const shape = shapes.find((candidate) => candidate.event === event);
  if (!shape) return null;
  if (shape.closed) return latLngOf(L, (shape.x0 + shape.x1) / 2, (shape.y0 + shape.y1) / 2);
  const line = shape.lines[0];
  const middle = Math.floor(line.length / 4) * 2;
  return latLngOf(L, line[middle], line[middle + 1]);
}

function boundsOf(L, {points, shapes}) {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < points.total; index += 1) {
    x0 = Math.min(x0, points.x[index]);
    x1 = Math.max(x1, points.x[index]);
    y0 = Math.min(y0, points.y[index]);
    y1 = Math.max(y1, points.y[index]);
  }
  for (const shape of shapes) {
    [x0, y0] = [Math.min(x0, shape.x0), Math.min(y0, shape.y0)];
    [x1, y1] = [Math.max(x1, shape.x1), Math.max(y1, shape.y1)];
  }
  return x0 <= x1 ? L.latLngBounds(latLngOf(L, x0, y1), latLngOf(L, x1, y0)) : null;
}
