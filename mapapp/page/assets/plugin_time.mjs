// Time of the player: minutes since 1970 on its clock, lengths, speeds and ISO text.

import {DAY} from './activity.mjs';
import {clamp} from './clock.mjs';

const MONTH = 43830;
/** Minutes a second that the speed control offers. */
export const SPEEDS = [
  1 / 60, 1 / 6, 1, 5, 15, 60, 180, 360, 720, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY,
  180 * DAY, 12 * MONTH, 24 * MONTH, 60 * MONTH, 120 * MONTH, 600 * MONTH, 1200 * MONTH, 6000 * MONTH,
];
const STEPS = [
  {minutes: 1}, {minutes: 5}, {minutes: 15}, {minutes: 60}, {minutes: 360}, {minutes: DAY}, {minutes: 7 * DAY},
  {months: 1}, {months: 3}, {months: 12}, {months: 60}, {months: 120}, {months: 600}, {months: 1200},
];
const UNITS = [['year', 12 * MONTH], ['month', MONTH], ['week', 7 * DAY], ['day', DAY], ['hour', 60], ['minute', 1], ['second', 1 / 60]];
const ISO = /^([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d(?:\.\d+)?))?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/i;

/** Minutes of a step or window as from mapapp/page/player_options.py. */
export function lengthOf({minutes, months}) {
  return minutes ?? months * MONTH;
}

/** Speed, step and window that fit a domain; steps are no shorter than `unit` minutes. */
export function fittingLengths(domain, unit) {
  const length = domain.to - domain.from;
  const speed = SPEEDS.find((offered) => offered >= length / 35) ?? SPEEDS.at(-1);
  const pick = (share, least) => STEPS.find((step) => lengthOf(step) >= Math.max(length / share, least)) ?? STEPS.at(-1);
  const step = pick(90, unit);
  return {speed, step, width: lengthOf(pick(12, lengthOf(step)))};
}

/** The speed next to `speed`, faster (1) or slower (-1). */
export function nextSpeed(speed, direction) {
  const found = direction > 0
    ? SPEEDS.find((offered) => offered > speed * 1.001)
    : SPEEDS.findLast((offered) => offered < speed * 0.999);
  return found ?? speed;
}

/** The time one step later (1) or earlier (-1), on the grid of steps, inside the domain. */
export function stepTime(at, step, direction, domain) {
  return clamp(step.months ? stepMonths(at, step.months, direction) : stepMinutes(at, step.minutes, direction, domain.from), domain.from, domain.to);
}

function stepMinutes(at, minutes, direction, origin) {
  const steps = (at - origin) / minutes;
  const next = direction > 0 ? Math.floor(steps + 1e-6) + 1 : Math.ceil(steps - 1e-6) - 1;
  return origin + next * minutes;
}

function stepMonths(at, months, direction) {
  const date = new Date(at * 60000);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth();
  let bound = Math.floor(index / months) * months;
  if (direction > 0) return monthTime(bound + months);
  return monthTime(bound) < at - 1e-6 ? monthTime(bound) : monthTime(bound - months);
}

function monthTime(index) {
  return civilTime(Math.floor(index / 12), ((index % 12) + 12) % 12, 1);
}

function civilTime(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / 60000;
}

/** The window [from, to) that a mode shows at a time. */
export function windowAt({mode, at, width, step}) {
  if (mode === 'sofar') return {from: -Infinity, to: at};
  return {from: at - (mode === 'window' ? width : lengthOf(step)), to: at};
}

/**
 * The clock's time for ISO text, a Date or milliseconds, or NaN. A year, month or day without a
 * time means that all of it is shown, so its end; text with an offset is turned into `zone`.
 */
export function parseTime(value, zone) {
  if (value instanceof Date) return wallTime(value.getTime(), zone);
  if (typeof value === 'number') return wallTime(value, zone);
  const found = ISO.exec(String(value).trim());
  if (!found) return NaN;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  const first = civilTime(year, month - 1, day);
  const date = new Date(first * 60000);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return NaN;
  if (found[4] === undefined) return endOf(first, year, month, found);
  const [hours, minutes, seconds] = [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)];
  if (hours > 24 || minutes > 59 || seconds >= 60) return NaN;
  const time = first + hours * 60 + minutes + seconds / 60;
  return found[7] ? wallTime((time - offsetOf(found[7])) * 60000, zone) : time;
}

function endOf(first, year, month, found) {
  if (found[3]) return first + DAY;
  return found[2] ? civilTime(year, month, 1) : civilTime(year + 1, 0, 1);
}

function offsetOf(text) {
  if (text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', '') || 0)];
  return (text[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** What the clock of a zone shows at an instant, in minutes since 1970. */
function wallTime(milliseconds, zone) {
  if (!Number.isFinite(milliseconds)) return NaN;
  if (!zone || zone === 'UTC') return milliseconds / 60000;
  const format = new Intl.DateTimeFormat('en', {timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric',
    day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'});
  const part = Object.fromEntries(format.formatToParts(new Date(milliseconds)).map(({type, value}) => [type, value]));
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  return civilTime(year, Number(part.month) - 1, Number(part.day)) + Number(part.hour) * 60 + Number(part.minute) + Number(part.second) / 60;
}

/** ISO text of a time: a day that is over is that day, anything else has hours and minutes. */
export function isoTime(time) {
  if (!Number.isFinite(time)) return null;
  if (Math.abs(time / DAY - Math.round(time / DAY)) < 1e-7) return textOf(Math.round(time / DAY) * DAY - DAY).slice(0, -14);
  const text = textOf(time);
  return text.endsWith('00.000Z') ? text.slice(0, -8) : text.slice(0, -5);
}

/** ISO text of the start of a window, without a zone. */
export function isoStart(time) {
  return Number.isFinite(time) ? textOf(time).slice(0, -8) : null;
}

function textOf(time) {
  return new Date(Math.round(time * 60000)).toISOString();
}

/** A length of time in words of a language, as "30 days" or "2 weeks". */
export function lengthWords(minutes, tag) {
  const fits = ([, size]) => minutes >= size * 0.999 && Math.abs(minutes / size - Math.round(minutes / size)) < 0.02;
  const [unit, size] = UNITS.find(fits) ?? UNITS.find(([, least]) => minutes >= least) ?? UNITS.at(-1);
  const format = new Intl.NumberFormat(tag, {style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1});
  return format.format(minutes / size);
}
