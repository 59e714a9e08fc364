// Very many points: circles stamped into one pixel buffer, found again by a grid.
//
// Points stay sorted by the start of their event, so a window is a stretch of them. While time
// only runs on, "so far" stamps just what has newly begun.

import {CERTAIN, HIDDEN} from './activity.mjs';
import {lowerBound} from './levels.mjs';

const CELL = 16;

/** Pixel offsets of a filled circle in a row-major buffer of a width. */
export function circleOffsets(radius, width) {
  const reach = Math.ceil(radius);
  const offsets = [];
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      if (dx * dx + dy * dy <= radius * radius) offsets.push(dy * width + dx);
    }
  }
  return Int32Array.from(offsets);
}

/** Radius of a point in px at a zoom. */
export function pointRadius(zoom) {
  return Math.min(1.6 + Math.max(zoom - 3, 0) * 0.35, 5);
}

/** The points inside a view, in the order of their events: `{features, events, at, count}`. */
export function projectPoints(features, view, isPoint, radius) {
  const edge = Math.ceil(radius);
  const shown = {features: new Uint32Array(features.total), at: new Int32Array(features.total), count: 0};
  const [x0, y0, scale] = [view.x(0), view.y(0), view.scale];
  for (let feature = 0; feature < features.total; feature += 1) {
    const x = Math.round(features.x[feature] * scale + x0);
    const y = Math.round(features.y[feature] * scale + y0);
    if (x < edge || y < edge || x >= view.width - edge || y >= view.height - edge || !isPoint(feature)) continue;
    shown.features[shown.count] = feature;
    shown.at[shown.count] = y * view.width + x;
    shown.count += 1;
  }
  const events = new Uint32Array(shown.count);
  for (let index = 0; index < shown.count; index += 1) events[index] = features.event[shown.features[index]];
  return {...shown, events};
}

/** A grid over the points of a view for picking: `pick(x, y, reach, isShown)` → feature or -1. */
export function createGrid(points, width, height) {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const first = new Uint32Array(columns * rows + 1);
  const cellOf = (at) => Math.floor(Math.floor(at / width) / CELL) * columns + Math.floor((at % width) / CELL);
  for (let index = 0; index < points.count; index += 1) first[cellOf(points.at[index]) + 1] += 1;
  for (let cell = 0; cell < columns * rows; cell += 1) first[cell + 1] += first[cell];
  const next = first.slice();
  const inCells = new Uint32Array(points.count);
  for (let index = 0; index < points.count; index += 1) {
    const cell = cellOf(points.at[index]);
    inCells[next[cell]] = index;
    next[cell] += 1;
  }
  return {pick(x, y, reach, isShown) {
    let best = -1;
    let bestDistance = reach * reach;
    for (const cell of cellsNear(x, y, reach, columns, rows)) {
      for (let place = first[cell]; place < first[cell + 1]; place += 1) {
        const index = inCells[place];
        const dx = (points.at[index] % width) - x;
        const dy = Math.floor(points.at[index] / width) - y;
        if (dx * dx + dy * dy > bestDistance || !isShown(points.events[index])) continue;
        [best, bestDistance] = [points.features[index], dx * dx + dy * dy];
      }
    }
    return best;
  }};
}

function cellsNear(x, y, reach, columns, rows) {
  const cells = [];
  for (let row = Math.floor((y - reach) / CELL); row <= Math.floor((y + reach) / CELL); row += 1) {
    for (let column = Math.floor((x - reach) / CELL); column <= Math.floor((x + reach) / CELL); column += 1) {
      if (row >= 0 && row < rows && column >= 0 && column < columns) cells.push(row * columns + column);
    }
  }
  return cells;
}

/**
 * Stamp points [from, to) of a view into a pixel buffer. `colours` are `{solid, hollow}` by kind,
 * as the buffer holds them; hidden events are left out.
 */
export function stampPoints({pixels, points, levels, kinds, colours, offsets}, from, to) {
  const {at, events} = points;
  const length = offsets.length;
  for (let index = from; index < to; index += 1) {
    const event = events[index];
    const level = levels[event];
    if (level === HIDDEN) continue;
    const colour = (level === CERTAIN ? colours.solid : colours.hollow)[kinds[event]];
    const middle = at[index];
    for (let step = 0; step < length; step += 1) pixels[middle + offsets[step]] = colour;
  }
}

/** The stretch of points that belong to events [low, high). */
export function pointsOf(points, low, high) {
  return [lowerBound(points.events, low, points.count), lowerBound(points.events, high, points.count)];
}

/** A CSS colour #rrggbb as a little-endian pixel, mixed with paper by `share`. */
export function pixelOf(colour, paper = colour, share = 1) {
  const parts = [1, 3, 5].map((place) => {
    const [own, other] = [colour, paper].map((text) => parseInt(text.slice(place, place + 2), 16) || 0);
    return Math.round(own * share + other * (1 - share));
  });
  return ((255 << 24) | (parts[2] << 16) | (parts[1] << 8) | parts[0]) >>> 0;
}
