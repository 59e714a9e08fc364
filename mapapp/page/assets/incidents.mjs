// The page's data, decoded: typed columns for map and clock, texts on demand.

import {arrivalOf, domainOf} from './activity.mjs';
import {decodeColumn, decodeLists, decodeSpans, decodeSteps, hashOf} from './codec.mjs';
import {boundsOf, projectFlat, unitX, unitY} from './mercator.mjs';

const LASTING = new Set(['exact', 'span']);
/** From this many events on, everything is done by columns and nothing by object. */
export const DENSE = 5000;

/**
 * Decode the payload; `readBlock(number)` returns the parsed text block of that number.
 *
 * Events are numbered in the order of their start, undated ones last; `order` lists the dated ones
 * as "next event" visits them. `isUndated(event)`: it has no date, so the clock never shows it.
 */
export function decodeIncidents(payload, readBlock) {
  const texts = new Map();
  const textOf = (event) => {
    const number = Math.floor(event / payload.chunk);
    if (!texts.has(number)) texts.set(number, readBlock(number));
    return texts.get(number)[event % payload.chunk];
  };
  const events = decodeEvents(payload, textOf);
  const features = decodeFeatures(payload.features, events.total);
  return {
    ...events,
    features,
    featuresOf: (event) => range(features.offsets[event], features.offsets[event + 1]),
    movements: payload.movements.map(projectMovement),
    places: payload.places.map((place) => ({names: {}, ...place})),
    shapes: decodeShapes(payload.shapes),
    vocabulary: payload.vocabulary,
    sources: payload.sources,
    actors: payload.actors,
    mechanisms: payload.mechanisms,
    textOf,
  };
}

function decodeEvents({events, vocabulary}, textOf) {
  const {start, end} = decodeSpans(events);
  const certainty = decodeColumn(events.certainty);
  const lasts = vocabulary.certainty.map((word) => Number(LASTING.has(word)));
  const arrivals = start.map((from, event) => (from > end[event] ? NaN : arrivalOf(from, end[event])));
  const isDense = events.n >= DENSE;
  return {
    total: events.n,
    isDense,
    ...idsOf(events, textOf),
    start, end, certainty, arrivals,
    lasting: Uint8Array.from(certainty, (code) => lasts[code]),
    order: visitingOrder(start, end, arrivals, isDense),
    kind: decodeColumn(events.kind),
    status: decodeColumn(events.status),
    precision: decodeColumn(events.precision),
    people: decodeColumn(events.people),
    layer: decodeColumn(events.layer),
    actorsOf: decodeLists(events.actors_of),
    sourcesOf: decodeLists(events.sources_of),
    domain: domainOf(start, end),
    isUndated: (event) => start[event] > end[event],
  };
}

/** Dated events by arrival; of very many the order of their start serves as well. */
function visitingOrder(start, end, arrivals, isDense) {
  const dated = Uint32Array.from(start.keys()).filter((event) => start[event] <= end[event]);
  return isDense ? dated : dated.sort((a, b) => arrivals[a] - arrivals[b] || start[a] - start[b] || a - b);
}

/** Ids both ways: `idOf(event)`, and `numberOf(id)` which is -1 for an id that is not here. */
function idsOf({ids, hashes}, textOf) {
  if (ids) {
    const numbers = new Map(ids.map((id, event) => [id, event]));
    return {idOf: (event) => ids[event], numberOf: (id) => numbers.get(id) ?? -1};
  }
  const known = decodeColumn(hashes);
  const idOf = (event) => textOf(event).id;
  const numberOf = (id) => {
    const wanted = hashOf(id);
    for (let event = known.indexOf(wanted); event >= 0; event = known.indexOf(wanted, event + 1)) {
      if (idOf(event) === id) return event;
    }
    return -1;
  };
  return {idOf, numberOf};
}

function decodeFeatures(packed, events) {
  const columns = Object.fromEntries(Object.entries(packed).map(([name, column]) => [name, decodeColumn(column)]));
  const offsets = new Uint32Array(events + 1);
  for (const event of columns.event) offsets[event + 1] += 1;
  for (let event = 0; event < events; event += 1) offsets[event + 1] += offsets[event];
  return {
    ...columns,
    offsets,
    total: columns.event.length,
    x: Float64Array.from(columns.lon, unitX),
    y: Float64Array.from(columns.lat, unitY),
  };
}

function range(from, to) {
  return Array.from({length: to - from}, (_, index) => from + index);
}

function projectMovement(movement) {
  const [from, to] = [movement.from, movement.to];
  return {...movement, x0: unitX(from[0]), y0: unitY(from[1]), x1: unitX(to[0]), y1: unitY(to[1])};
}

function decodeShapes(shapes) {
  const found = new Map();
  for (const [place, shape] of Object.entries(shapes)) {
    const lines = (shape.rings ?? shape.lines).map((steps) => projectFlat(decodeSteps(steps)));
    const bounds = lines.map(boundsOf).reduce(joinBounds, boundsOf([]));
    found.set(Number(place), {lines, closed: Boolean(shape.rings), bounds});
  }
  return found;
}

function joinBounds(a, b) {
  return {x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1)};
}

/** The codes of one event in lists from decodeLists. */
export function codesOf({offsets, codes}, event) {
  return Array.from(codes.subarray(offsets[event], offsets[event + 1]));
}
