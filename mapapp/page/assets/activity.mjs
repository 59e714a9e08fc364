// When an event is active: the same rules as mapapp/timespan.py, tested with the same cases.

export const HIDDEN = 0;
export const POSSIBLE = 1;
export const CERTAIN = 2;
export const DAY = 1440;

/**
 * How an event stands to the window [from, to): hidden, possibly or certainly active.
 *
 * All times are numbers on one axis, ±Infinity where open. An event that lasted (or whose time
 * is exact) is certain wherever it is possible. One that happened at an unknown moment is certain
 * only in a window that holds every moment it can have been.
 */
export function activityIn(start, end, lasting, from, to) {
  const isInstant = from === to && from === start;
  if (to < from || !(end > from) || !(to > start || isInstant)) return HIDDEN;
  if (lasting) return CERTAIN;
  return from <= start && end <= to ? CERTAIN : POSSIBLE;
}

/** Minutes of a moment, which is as long as a step up to a day. */
export function grainOf(step) {
  return {minute: 1, hour: 60}[step] ?? DAY;
}

/**
 * The window [from, to) that a mode shows at a time; `at` is its end, `width` in minutes. A moment is
 * a day, or the hour or minute of a shorter `step`.
 */
export function windowOf({mode, at, width, step}) {
  if (mode === 'sofar') return {from: -Infinity, to: at};
  if (mode === 'window') return {from: at - width, to: at};
  const grain = grainOf(step);
  const to = Math.ceil(at / grain) * grain;
  return {from: to - grain, to};
}

/** The end of the day (or other grain) in which an event begins; without a start, its end. */
export function arrivalOf(start, end, grain = DAY) {
  if (Number.isFinite(start)) return (Math.floor(start / grain) + 1) * grain;
  return Number.isFinite(end) ? end : NaN;
}

/** First and last day bounds of all dated events, or null when no event has a date. */
export function domainOf(start, end) {
  let first = Infinity;
  let last = -Infinity;
  for (let index = 0; index < start.length; index += 1) {
    if (start[index] > end[index]) continue;
    for (const bound of [start[index], end[index]]) {
      if (!Number.isFinite(bound)) continue;
      first = Math.min(first, bound);
      last = Math.max(last, bound);
    }
  }
  if (first > last) return null;
  const from = Math.floor(first / DAY) * DAY;
  return {from, to: Math.max(Math.ceil(last / DAY) * DAY, from + DAY)};
}
