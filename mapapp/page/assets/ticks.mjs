// Ticks of the time axis: calendar bounds that have room, the coarser ones first.

import {DAY} from './activity.mjs';

const LEVELS = [
  {name: 'year', years: 1000}, {name: 'year', years: 100}, {name: 'year', years: 10},
  {name: 'year', years: 1}, {name: 'month', months: 3}, {name: 'month', months: 1},
  {name: 'day', days: [1, 15]}, {name: 'day', days: [1, 5, 10, 15, 20, 25]}, {name: 'day', days: null},
  {name: 'clock', minutes: 360}, {name: 'clock', minutes: 60}, {name: 'clock', minutes: 10},
];

/**
 * Ticks `{time, x, name}` with name year, month, day or clock, sorted by x and at least `room` px apart.
 * `place(time)` gives px; `pieces` are stretches of time in which place is even.
 */
export function ticksOf(pieces, place, width, room) {
  const taken = [];
  for (const level of LEVELS) {
    for (const piece of pieces) addTicks(taken, level, piece, place, width, room);
  }
  return taken.sort((a, b) => a.x - b.x);
}

function addTicks(taken, level, piece, place, width, room) {
  const from = Math.max(piece.from, piece.clipFrom ?? -Infinity);
  const to = Math.min(piece.to, piece.clipTo ?? Infinity);
  const perMinute = (place(to) - place(from)) / (to - from);
  if (!(perMinute > 0) || perMinute * lengthOf(level) < room * 0.45) return;
  // What lies left of the axis is not walked through.
  const first = place(from) < 0 ? Math.min(from - place(from) / perMinute, to) : from;
  for (let time = firstBound(level, first); time < to; time = nextBound(level, time)) {
    const x = place(time);
    if (x < 0) continue;
    if (x > width) break;
    if (taken.some((tick) => Math.abs(tick.x - x) < room)) continue;
    taken.push({time, x, name: level.name});
  }
}

function lengthOf({years, months, days, minutes, name}) {
  if (name === 'clock') return minutes;
  if (name === 'year') return years * 365 * DAY;
  if (name === 'month') return months * 30 * DAY;
  return (days ? 30 / days.length : 1) * DAY;
}

function dateOf(time) {
  return new Date(time * 60000);
}

function timeOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / 60000);
}

function firstBound(level, time) {
  const date = dateOf(time);
  const year = date.getUTCFullYear();
  let bound;
  if (level.name === 'clock') bound = Math.floor(time / level.minutes) * level.minutes;
  else if (level.name === 'year') bound = timeOf(Math.floor(year / level.years) * level.years, 0, 1);
  else if (level.name === 'month') {
    bound = timeOf(year, Math.floor(date.getUTCMonth() / level.months) * level.months, 1);
  } else bound = timeOf(year, date.getUTCMonth(), level.days ? 1 : date.getUTCDate());
  while (bound < time) bound = nextBound(level, bound);
  return bound;
}

function nextBound(level, time) {
  if (level.name === 'clock') return time + level.minutes;
  const date = dateOf(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (level.name === 'year') return timeOf(year + level.years, 0, 1);
  if (level.name === 'month') return timeOf(year, month + level.months, 1);
  if (!level.days) return time + DAY;
  const later = level.days.find((offered) => offered > day);
  return later ? timeOf(year, month, later) : timeOf(year, month + 1, 1);
}
