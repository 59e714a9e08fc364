// The page's data, decoded: typed columns for map and clock, texts on demand.

import {activityIn, arrivalOf, domainOf, HIDDEN} from './activity.mjs';
import {decodeColumn, decodeLists, decodeMinutes, decodeSteps} from './codec.mjs';
import {boundsOf, projectFlat, unitX, unitY} from './mercator.mjs';

const LASTING = new Set(['exact', 'span']);

/**
 * Decode the payload; `readBlock(number)` returns the parsed text block of that number.
 *
 * Events are numbered in the order of their start, undated ones last. `isUndated(event)`: it has
 * no date at all, so the clock never shows it.
 */
export function decodeIncidents(payload, readBlock) {
  const events = decodeEvents(payload);
  const features = decodeFeatures(payload.features);
  const texts = new Map();
  const textOf = (event) => {
    const number = Math.floor(event / payload.chunk);
    if (!texts.has(number)) texts.set(number, readBlock(number));
    return texts.get(number)[event % payload.chunk];
  };
  return {
    ...events,
    features,
    featuresOf: listsByEvent(events.total, features.event),
    movements: payload.movements.map(projectMovement),
    places: payload.places,
    shapes: decodeShapes(payload.shapes),
    vocabulary: payload.vocabulary,
    sources: payload.sources,
    actors: payload.actors,
    mechanisms: payload.mechanisms,
    textOf,
  };
}

function decodeEvents({events, vocabulary}) {
  const start = decodeMinutes(events.start);
  const end = decodeMinutes(events.end);
  const certainty = decodeColumn(events.certainty);
  const lasting = Uint8Array.from(certainty, (code) => Number(LASTING.has(vocabulary.certainty[code])));
  const arrivals = Float64Array.from(start, (from, event) => (from > end[event] ? NaN : arrivalOf(from, end[event])));
  const order = Array.from(arrivals.keys()).filter((event) => !Number.isNaN(arrivals[event]))
    .sort((a, b) => arrivals[a] - arrivals[b] || start[a] - start[b] || a - b);
  return {
    total: events.ids.length,
    ids: events.ids,
    numberOf: new Map(events.ids.map((id, event) => [id, event])),
    start, end, lasting, certainty, arrivals, order,
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

function decodeFeatures(packed) {
  const columns = Object.fromEntries(Object.entries(packed).map(([name, column]) => [name, decodeColumn(column)]));
  return {
    ...columns,
    total: columns.event.length,
    x: Float64Array.from(columns.lon, unitX),
    y: Float64Array.from(columns.lat, unitY),
  };
}

/** For each event the numbers of its features. */
function listsByEvent(total, eventOf) {
  const lists = Array.from({length: total}, () => []);
  eventOf.forEach((event, feature) => lists[event].push(feature));
  return lists;
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

/** Every event's level in a window (see activity.mjs); events outside `mask` are hidden. */
export function levelsIn(incidents, mask, {from, to}, levels) {
  const {start, end, lasting} = incidents;
  for (let event = 0; event < incidents.total; event += 1) {
    levels[event] = mask[event] ? activityIn(start[event], end[event], lasting[event], from, to) : HIDDEN;
  }
  return levels;
}

/** What the counts say: `{shown, offMap, possible}` of the events that are not hidden. */
export function tally(incidents, levels) {
  const counts = {shown: 0, offMap: 0, possible: 0};
  const none = incidents.vocabulary.layer.indexOf('none');
  for (let event = 0; event < incidents.total; event += 1) {
    if (levels[event] === HIDDEN) continue;
    counts.shown += 1;
    if (incidents.layer[event] === none) counts.offMap += 1;
    if (levels[event] === 1) counts.possible += 1;
  }
  return counts;
}
