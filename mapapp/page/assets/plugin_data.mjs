// The player's data: the layers of all players of a map as one list of events, sorted by start.

import {decodeColumn} from './codec.mjs';
import {unitX, unitY} from './mercator.mjs';

const MINUTE = 60000;
const DAY = 1440;
/** An instant lasts a moment, so that a window can hold it. */
const LEAST = 1e-5;
const COLOURS = ['#0b5cad', '#c8501e', '#00734f', '#8f4fb5', '#a87400', '#b3265f', '#2f8f9d', '#5a626c', '#6b7f1a', '#7a3b1e', '#4a57c2', '#1f9e78'];

/**
 * Join payloads `{payload, readBlock}` into events, points and shapes.
 *
 * Per event: start, end (−Infinity, Infinity where open), group, source (which layer), row, lasting
 * (0: at an unknown moment between start and end).
 * Points are sorted by event; shapes are `{event, closed, lines, bounds}`.
 */
export function joinLayers(added) {
  const sources = added.flatMap(({payload, readBlock}) => payload.layers.map((layer) => ({layer, readBlock, block: payload.block})));
  const total = sources.reduce((sum, {layer}) => sum + layer.rows, 0);
  const groups = groupsOf(sources);
  const loose = looseEvents(sources, groups, total);
  const order = Uint32Array.from(loose.start.keys()).sort((a, b) => loose.start[a] - loose.start[b] || loose.end[a] - loose.end[b] || a - b);
  const place = new Uint32Array(total);
  order.forEach((event, index) => { place[event] = index; });
  const sorted = (column) => column.map((_, index) => column[order[index]]);
  const events = {total, start: sorted(loose.start), end: sorted(loose.end), group: sorted(loose.group), source: sorted(loose.source), row: sorted(loose.row), lasting: sorted(loose.lasting)};
  return {
    ...events, ...timesOf(events, sources), sources, groups,
    points: pointsOf(sources, loose.firsts, place),
    shapes: shapesOf(sources, loose.firsts, place),
    missing: sources.reduce((sum, {layer}) => sum + layer.missing, 0),
    textOf: (event) => rowText(sources[events.source[event]], events.row[event]),
    isAllCertain: events.lasting.every(Boolean),
    layer: new Uint8Array(total),
    vocabulary: {layer: []},
    isDense: total > 5000,
  };
}

function groupsOf(sources) {
  const groups = [];
  for (const source of sources) {
    source.firstGroup = groups.length;
    for (const {name, colour, isLayer} of source.layer.groups) {
      groups.push({name, colour: colour ?? COLOURS[groups.length % COLOURS.length], count: 0, layer: isLayer ? null : source.layer.name});
    }
  }
  return groups;
}

function looseEvents(sources, groups, total) {
  const found = {start: new Float64Array(total), end: new Float64Array(total), group: new Uint16Array(total),
    source: new Uint16Array(total), row: new Uint32Array(total), lasting: new Uint8Array(total), firsts: []};
  let next = 0;
  sources.forEach(({layer, firstGroup}, number) => {
    found.firsts.push(next);
    const {spans} = layer;
    const [starts, lengths, open, codes, lasting] = [spans.start, spans.length, spans.open, layer.group, layer.lasting].map(decodeColumn);
    const unit = spans.unit / MINUTE;
    for (let row = 0; row < layer.rows; row += 1, next += 1) {
      const start = open[row] & 1 ? -Infinity : starts[row] * unit;
      found.start[next] = start;
      found.end[next] = open[row] & 2 ? Infinity : Math.max((starts[row] + lengths[row]) * unit, start + LEAST);
      found.group[next] = firstGroup + codes[row];
      groups[firstGroup + codes[row]].count += 1;
      found.source[next] = number;
      found.row[next] = row;
      found.lasting[next] = lasting[row];
    }
  });
  return found;
}

/** Domain, arrivals and the order of "next event"; `unit` is the finest unit of any layer in minutes. */
function timesOf({start, end, total}, sources) {
  const unit = Math.min(...sources.map(({layer}) => layer.spans.unit / MINUTE), DAY);
  let [first, last, undated] = [Infinity, -Infinity, 0];
  const arrivals = new Float64Array(total);
  for (let event = 0; event < total; event += 1) {
    const [from, to] = [start[event], end[event]];
    if (!Number.isFinite(from) && !Number.isFinite(to)) undated += 1;
    const low = Number.isFinite(from) ? from : to - unit;
    const high = Number.isFinite(to) ? to : from + unit;
    if (low < first) first = low;
    if (high > last) last = high;
    arrivals[event] = Number.isFinite(from) ? from + unit : -Infinity;
  }
  const order = Array.from(start.keys()).filter((event) => Number.isFinite(start[event]));
  return {unit, undated, arrivals, order, domain: domainOf(first, last, unit)};
}

function domainOf(first, last, unit) {
  if (!(first <= last)) return null;
  const grid = last - first > 3 * DAY || unit >= DAY ? DAY : last - first > 180 ? 60 : 1;
  const from = Math.floor(first / grid) * grid;
  return {from, to: Math.max(Math.ceil((last - 1e-4) / grid) * grid, from + grid)};
}

function pointsOf(sources, firsts, place) {
  const columns = sources.map(({layer}) => [layer.points.row, layer.points.lon, layer.points.lat].map(decodeColumn));
  const total = columns.reduce((sum, [rows]) => sum + rows.length, 0);
  const found = {total, event: new Uint32Array(total), x: new Float64Array(total), y: new Float64Array(total)};
  let next = 0;
  columns.forEach(([rows, lon, lat], number) => {
    for (let index = 0; index < rows.length; index += 1, next += 1) {
      found.event[next] = place[firsts[number] + rows[index]];
      found.x[next] = unitX(lon[index]);
      found.y[next] = unitY(lat[index]);
    }
  });
  const order = Uint32Array.from(found.event.keys()).sort((a, b) => found.event[a] - found.event[b]);
  const sorted = (column) => column.map((_, index) => column[order[index]]);
  return {total, event: sorted(found.event), x: sorted(found.x), y: sorted(found.y)};
}

function shapesOf(sources, firsts, place) {
  const found = [];
  sources.forEach(({layer}, number) => {
    const {shapes} = layer;
    const [rows, closed, rings, parts, lon, lat] = [shapes.row, shapes.closed, shapes.rings, shapes.part, shapes.lon, shapes.lat].map(decodeColumn);
    let [ring, point] = [0, 0];
    for (let index = 0; index < rows.length; index += 1) {
      const shape = {event: place[firsts[number] + rows[index]], closed: closed[index] === 1, lines: [], x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity};
      for (let more = 0; more < rings[index]; more += 1, ring += 1) {
        shape.lines.push(lineOf(shape, lon, lat, point, parts[ring]));
        point += parts[ring];
      }
      found.push(shape);
    }
  });
  return found.sort((a, b) => a.event - b.event);
}

function lineOf(bounds, lon, lat, first, count) {
  const flat = new Float64Array(count * 2);
  for (let index = 0; index < count; index += 1) {
    const [x, y] = [unitX(lon[first + index]), unitY(lat[first + index])];
    flat[index * 2] = x;
    flat[index * 2 + 1] = y;
    bounds.x0 = Math.min(bounds.x0, x);
    bounds.x1 = Math.max(bounds.x1, x);
    bounds.y0 = Math.min(bounds.y0, y);
    bounds.y1 = Math.max(bounds.y1, y);
  }
  return flat;
}

/** `{title, fields: [[label, text], …]}` of a row; texts are parsed a block at a time. */
function rowText(source, row) {
  const {layer, readBlock, block} = source;
  if (layer.texts === null) return {title: '', fields: []};
  source.blocks ??= new Map();
  const number = Math.floor(row / block);
  if (!source.blocks.has(number)) source.blocks.set(number, readBlock(layer.texts + number));
  const [title, ...texts] = source.blocks.get(number)[row % block];
  return {title, fields: layer.fields.map((label, index) => [label, texts[index]])};
}
