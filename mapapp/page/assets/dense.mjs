// Very many points: circles stamped into one pixel buffer, found again by their pixel. A point that
// is not known exactly is a wider, fainter ring, so that nobody takes it for a place.
//
// Points stay sorted by the start of their event, so a window is a stretch of them. While time
// only runs on, "so far" stamps just what has newly begun.

import {CERTAIN, HIDDEN} from './activity.mjs';
import {lowerBound} from './levels.mjs';

const CELL = 16;
/** From this radius on a position is too vague for a dot, metres. */
export const VAGUE_METRES = 10_000;

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

/** Pixel offsets of a ring between two radii. */
export function ringOffsets(inner, outer, width) {
  const inside = new Set(circleOffsets(inner, width));
  return circleOffsets(outer, width).filter((offset) => !inside.has(offset));
}

/** Radius of a point in px at a zoom. */
export function pointRadius(zoom) {
  return Math.min(1.6 + Math.max(zoom - 3, 0) * 0.35, 5);
}

/**
 * The points inside a view, in the order of their events: `{features, events, at, vague, count}`.
 * `styleOf(feature)` is 0 for no point, 1 for a point, 2 for one of vague position.
 */
export function projectPoints(features, view, styleOf, radius) {
  const edge = Math.ceil(radius);
  const shown = {features: new Uint32Array(features.total), at: new Int32Array(features.total), vague: new Uint8Array(features.total), count: 0};
  const [x0, y0, scale] = [view.x(0), view.y(0), view.scale];
  for (let feature = 0; feature < features.total; feature += 1) {
    const x = Math.round(features.x[feature] * scale + x0);
    const y = Math.round(features.y[feature] * scale + y0);
    if (x < edge || y < edge || x >= view.width - edge || y >= view.height - edge) continue;
    const style = styleOf(feature);
    if (!style) continue;
    shown.features[shown.count] = feature;
    shown.at[shown.count] = y * view.width + x;
    shown.vague[shown.count] = style - 1;
    shown.count += 1;
  }
  const events = new Uint32Array(shown.count);
  for (let index = 0; index < shown.count; index += 1) events[index] = features.event[shown.features[index]];
  return {...shown, events};
}

/**
 * The nearest shown point within `reach` px of a pixel: its feature, or -1. Pixels are numbered row
 * by row, so one look at each number leaves only those of a few rows. With `cells` (createCells) only
 * the points nearby are looked at.
 */
export function pickPoint(points, width, pointer, isShown, cells = null) {
  const {x, y, reach} = pointer;
  const {at} = points;
  const low = Math.floor(y - reach) * width;
  const high = (Math.ceil(y + reach) + 1) * width;
  let best = -1;
  let bestDistance = reach * reach;

  function look(index) {
    const place = at[index];
    if (place < low || place >= high) return;
    const dx = (place % width) - x;
    const dy = Math.floor(place / width) - y;
    const distance = dx * dx + dy * dy;
    if (distance > bestDistance || !isShown(points.events[index])) return;
    [best, bestDistance] = [points.features[index], distance];
  }

  if (cells) cells.eachNear(pointer, look);
  else for (let index = 0; index < points.count; index += 1) look(index);
  return best;
}

/** The points by cells of the view: `eachNear({x, y, reach}, look)` visits those in the cells around. */
export function createCells(points, width, height) {
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
  return {eachNear({x, y, reach}, look) {
    const [left, right] = [Math.max(Math.floor((x - reach) / CELL), 0), Math.min(Math.floor((x + reach) / CELL), columns - 1)];
    const [top, bottom] = [Math.max(Math.floor((y - reach) / CELL), 0), Math.min(Math.floor((y + reach) / CELL), rows - 1)];
    for (let row = top; row <= bottom; row += 1) {
      const end = first[row * columns + right + 1];
      for (let place = first[row * columns + left]; place < end; place += 1) look(inCells[place]);
    }
  }};
}

/**
 * Stamp points [from, to) of a view into a pixel buffer. `colours` are `{solid, hollow}` by kind,
 * as the buffer holds them; hidden events are left out.
 */
export function stampPoints({pixels, points, levels, kinds, colours, offsets, rings}, from, to) {
  const {at, events, vague} = points;
  for (let index = from; index < to; index += 1) {
    const event = events[index];
    const level = levels[event];
    if (level === HIDDEN) continue;
    const middle = at[index];
    if (vague[index]) {
      // A ring never covers what is known better.
      const colour = colours.hollow[kinds[event]];
      for (let step = 0; step < rings.length; step += 1) if (!pixels[middle + rings[step]]) pixels[middle + rings[step]] = colour;
    } else {
      const colour = (level === CERTAIN ? colours.solid : colours.hollow)[kinds[event]];
      for (let step = 0; step < offsets.length; step += 1) pixels[middle + offsets[step]] = colour;
    }
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
