// The page's data, decoded: typed columns for map and clock, texts on demand.

import {arrivalOf, domainOf} from './activity.mjs';
import {createBlocks} from './blocks.mjs';
import {decodeColumn, decodeLists, decodeSpans, decodeSteps, hashOf} from './codec.mjs';
import {lanesOf} from './lanes.mjs';
import {boundsOf, projectFlat, unitX, unitY} from './mercator.mjs';
import {createReading} from './reading.mjs';

const LASTING = new Set(['exact', 'span']);
/** From this many events on, everything is done by columns and nothing by object. */
export const DENSE = 5000;

/** Blocks that are kept of very many events' texts and places. */
const MOST_BLOCKS = 24;

/**
 * Decode the payload; `readBlock(id)` resolves to the rows of a block.
 *
 * Events are numbered in the order of their start, undated ones last; `order` lists the dated ones
 * as "next event" visits them. `isUndated(event)`: it has no date, so the clock never shows it.
 * Texts and places are read when they are wanted (`whenRead`); those of a record that is not dense
 * are all there once `readAll()` has resolved.
 */
export function decodeIncidents(payload, readBlock) {
  const isDense = payload.events.n >= DENSE;
  const blocks = (name, total) => createBlocks({
    total, chunk: payload.chunk, read: (number) => readBlock(`${name}-${number}`), most: isDense ? MOST_BLOCKS : Infinity,
  });
  const texts = blocks('mapapp-text', payload.events.n);
  const places = blocks('mapapp-place', payload.places);
  const events = decodeEvents(payload, texts.get);
  const features = decodeFeatures(payload.features, events.total);
  const featuresOf = (event) => range(features.offsets[event], features.offsets[event + 1]);
  const placesOf = (event) => featuresOf(event).map((feature) => features.place[feature]);
  return {
    ...events,
    lanes: lanesOf({...events, vocabulary: payload.vocabulary}),
    features,
    featuresOf,
    placesOf,
    movements: payload.movements.map(projectMovement),
    shapes: decodeShapes(payload.shapes),
    vocabulary: payload.vocabulary,
    sources: payload.sources,
    actors: payload.actors,
    mechanisms: payload.mechanisms,
    texts,
    textOf: texts.get,
    places,
    placeOf: (place) => ({names: {}, ...places.get(place)}),
    /** A place by its id, among those that are read. */
    placeWithId: (id) => range(0, isDense ? 0 : places.total).map(places.get).find((place) => place.id === id),
    chunk: payload.chunk,
    readAll: () => Promise.all([texts.all(), places.all()]),
    ...createReading({texts, places, placesOf}),
  };
}

function decodeEvents({events, vocabulary}, textOf) {
  const {start, end} = decodeSpans(events);
  const certainty = decodeColumn(events.certainty);
  const lasts = vocabulary.certainty.map((word) => Number(LASTING.has(word)));
  const isDense = events.n >= DENSE;
  const arrivals = new Float64Array(events.n);
  for (let event = 0; event < events.n; event += 1) arrivals[event] = start[event] > end[event] ? NaN : arrivalOf(start[event], end[event]);
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
  let total = start.length;
  while (total > 0 && start[total - 1] > end[total - 1]) total -= 1;
  const dated = new Uint32Array(total).map((_, event) => event);
  return isDense ? dated : dated.sort((a, b) => arrivals[a] - arrivals[b] || start[a] - start[b] || a - b);
}

/**
 * Ids both ways: `numberOf(id)` is -1 for an id that is not here. Ids of very many events are in
 * their texts: `idOf(event)` is then null until its text is read, and `numberOf` goes by hash.
 */
function idsOf({ids, hashes, shared}, textOf) {
  if (ids) {
    const numbers = new Map(ids.map((id, event) => [id, event]));
    return {idOf: (event) => ids[event], numberOf: (id) => numbers.get(id) ?? -1};
  }
  const known = decodeColumn(hashes);
  return {
    idOf: (event) => textOf(event).id ?? null,
    numberOf: (id) => (Object.hasOwn(shared, id) ? shared[id] : known.indexOf(hashOf(id))),
  };
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
