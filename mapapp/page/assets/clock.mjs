// The clock: how far it moves in a moment of playing, and where a step leads.

import {DAY, grainOf} from './activity.mjs';

/** Days a second that the speed control offers; the slowest are 1, 5, 15 minutes and 1, 3 hours. */
export const SPEEDS = [1 / 1440, 5 / 1440, 15 / 1440, 1 / 24, 3 / 24, 0.25, 0.5, 1, 2, 4, 7, 14, 30, 90, 180, 365, 1825, 3650];

/** Lengths of a step; months and years follow the calendar. */
const STEPS = ['minute', 'hour', 'day', 'week', 'month', 'year'];

/** The steps that fit how exactly times are known: shorter than a day only where clock times are. */
export function stepsFor({vocabulary, precision}) {
  const known = new Set(Array.from(new Set(precision), (code) => vocabulary.precision[code]));
  return STEPS.slice(known.has('minute') ? 0 : known.has('hour') ? 1 : 2);
}

/** The step to begin with: hours where all is within a few days and clock times are known. */
export function fittingStep(steps, {from, to}) {
  return steps.includes('hour') && to - from <= 14 * DAY ? 'hour' : 'day';
}

/** The window to begin with: 30 days, or a quarter of a shorter time. */
export function fittingWidth({from, to}, grain) {
  return Math.min(30 * DAY, Math.max(Math.floor((to - from) / 4 / grain), 1) * grain);
}

/** The speed next to `speed`, faster (1) or slower (-1). */
export function nextSpeed(speed, direction) {
  const nearest = SPEEDS.findIndex((offered) => offered >= speed);
  const place = nearest < 0 ? SPEEDS.length - 1 : nearest;
  return SPEEDS[Math.min(Math.max(place + direction, 0), SPEEDS.length - 1)];
}

/** A speed that shows the whole axis in about half a minute. */
export function fittingSpeed(scale) {
  const days = scale.total / DAY / 35;
  return SPEEDS.find((offered) => offered >= days) ?? SPEEDS[SPEEDS.length - 1];
}

/**
 * Where the clock stands after `seconds` of playing: `{at, ended}`.
 *
 * The clock runs evenly along the axis: on the calendar axis by days, on the axis by event along
 * its shortened gaps. At the end it stops, or starts again when it loops.
 */
export function advance({at, speed, direction, loop}, seconds, scale, domain) {
  const moved = scale.weightOf(at) + direction * speed * DAY * seconds;
  const reached = scale.timeOf(moved);
  const isOver = direction > 0 ? moved >= scale.weightOf(domain.to) : moved <= scale.weightOf(domain.from);
  if (!isOver) return {at: reached, ended: false};
  if (!loop) return {at: direction > 0 ? domain.to : domain.from, ended: true};
  return {at: direction > 0 ? domain.from : domain.to, ended: false};
}

/** The time one step later (1) or earlier (-1), at the end of a day (or hour, minute), inside the domain. */
export function stepFrom(at, step, direction, domain) {
  const grain = grainOf(step);
  const end = Math.ceil(at / grain) * grain;
  const moved = step === 'month' || step === 'year'
    ? stepCalendar(end, step === 'year' ? 12 : 1, direction)
    : end + direction * grain * (step === 'week' ? 7 : 1);
  return clamp(moved, domain.from, domain.to);
}

/** Keep a number between two bounds. */
export function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

function stepCalendar(dayEnd, months, direction) {
  const date = new Date((dayEnd - DAY) * 60000);
  const target = new Date(date);
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + direction * months);
  const lastDay = new Date(target);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  target.setUTCDate(Math.min(date.getUTCDate(), lastDay.getUTCDate()));
  return Math.round(target.getTime() / 60000) + DAY;
}

/**
 * The event to go to from here: `order` lists dated events by arrival, `arrivals` their times.
 * From a selected event it is its neighbour, else the first one after (or before) `at`; past the
 * last one it is the first again, so that "next" on a fresh page begins the story.
 */
export function neighbour(order, arrivals, selected, at, direction) {
  const place = order.indexOf(selected);
  if (place >= 0) return order[place + direction] ?? -1;
  if (direction > 0) return order.find((event) => arrivals[event] > at) ?? order[0] ?? -1;
  return order.findLast((event) => arrivals[event] <= at) ?? order.at(-1) ?? -1;
}
