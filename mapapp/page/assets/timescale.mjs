// The time axis: by calendar (even) or by event (long gaps shortened, each with a visible break).
//
// A scale maps time to "weight", in minutes of the axis. On the calendar axis the two are equal.
// By event, a stretch between two neighbouring edges of events keeps its length up to two days
// and grows only by the logarithm beyond, so that a quiet year and a busy week both can be read.

import {DAY} from './activity.mjs';

const KEPT = 2 * DAY;
const GROWTH = 0.7 * DAY;
const BREAK = 20 * DAY;

/** Sorted, distinct, finite edges of events; of very many events only the days of their starts. */
export function edgesOf(start, end, isDense = false) {
  const edges = new Set();
  if (isDense) {
    for (const time of start) if (Number.isFinite(time)) edges.add(Math.floor(time / DAY) * DAY);
    return Float64Array.from(edges).sort();
  }
  for (let index = 0; index < start.length; index += 1) {
    if (start[index] > end[index]) continue;
    if (Number.isFinite(start[index])) edges.add(start[index]);
    if (Number.isFinite(end[index])) edges.add(end[index]);
  }
  return Float64Array.from(edges).sort();
}

/** A scale over the domain; `edges` as from edgesOf, `shorten` for the axis by event. */
export function makeScale(domain, edges, shorten) {
  const inside = Array.from(edges).filter((edge) => edge > domain.from && edge < domain.to);
  const times = shorten ? [domain.from, ...inside, domain.to] : [domain.from, domain.to];
  const weights = [0];
  const breaks = [];
  for (let index = 1; index < times.length; index += 1) {
    const length = times[index] - times[index - 1];
    weights.push(weights[index - 1] + (shorten ? shortened(length) : length));
    if (shorten && length > BREAK) breaks.push({from: times[index - 1], to: times[index]});
  }
  return {
    times,
    weights,
    breaks,
    total: weights[weights.length - 1],
    weightOf: (time) => interpolate(times, weights, time),
    timeOf: (weight) => interpolate(weights, times, weight),
  };
}

function shortened(length) {
  return length <= KEPT ? length : KEPT + GROWTH * Math.log2(length / KEPT);
}

/** Piecewise linear, extended beyond both ends at the slope of the end pieces. */
function interpolate(from, to, value) {
  if (value === Infinity || value === -Infinity) return value;
  let low = 0;
  let high = from.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= value) low = middle;
    else high = middle;
  }
  const share = (value - from[low]) / (from[high] - from[low]);
  return to[low] + share * (to[high] - to[low]);
}
