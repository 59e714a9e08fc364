import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fittingLengths, isoTime, lengthWords, nextSpeed, parseTime, SPEEDS, stepTime, windowAt} from '../../mapapp/page/assets/plugin_time.mjs';

const DAY = 1440;
const at = (text) => Date.parse(`${text}Z`) / 60000;
const domain = {from: at('2024-01-01T00:00'), to: at('2026-01-01T00:00')};

test('a year, month or day without a time means that all of it is shown', () => {
  assert.equal(parseTime('2025'), at('2026-01-01T00:00'));
  assert.equal(parseTime('2025-12'), at('2026-01-01T00:00'));
  assert.equal(parseTime('2025-02-05'), at('2025-02-06T00:00'));
  assert.equal(parseTime('2025-02-05T09:00'), at('2025-02-05T09:00'));
  assert.equal(parseTime('0001-01-01'), -719162 * DAY + DAY);
});

test('what is no date is NaN', () => {
  for (const text of ['', 'soon', '2025-02-30', '2025-13', '2025-02-05T25:00', '05/02/2025', '2025-02-05T09', null, {}, NaN]) {
    assert.ok(Number.isNaN(parseTime(text, 'UTC')), String(text));
  }
});

test('an offset is turned into the zone of the clock, also before 1970 and through summer time', () => {
  assert.equal(parseTime('2025-02-05T02:00Z', 'Asia/Bangkok'), at('2025-02-05T09:00'));
  assert.equal(parseTime('2025-07-05T12:00+00:00', 'Europe/Berlin'), at('2025-07-05T14:00'));
  assert.equal(parseTime(new Date('1960-01-01T00:00Z'), 'UTC'), at('1960-01-01T00:00'));
  assert.equal(parseTime('2025-02-05T09:00', 'Asia/Bangkok'), at('2025-02-05T09:00'));
});

test('what is written is read back', () => {
  for (const text of ['2025-02-05', '0001-01-01', '9999-12-30', '2001-09-09', '1969-12-31', '2025-02-05T09:30', '2025-02-05T09:30:15']) {
    assert.equal(isoTime(parseTime(text)), text);
  }
  assert.equal(isoTime(-Infinity), null);
});

test('steps stay on their grid there and back, and inside the domain', () => {
  const months = {months: 3};
  assert.equal(stepTime(at('2025-02-10T12:00'), months, 1, domain), at('2025-04-01T00:00'));
  assert.equal(stepTime(at('2025-04-01T00:00'), months, -1, domain), at('2025-01-01T00:00'));
  assert.equal(stepTime(at('2025-02-10T12:00'), {minutes: DAY}, -1, domain), at('2025-02-10T00:00'));
  assert.equal(stepTime(at('2025-02-10T00:00'), {minutes: DAY}, 1, domain), at('2025-02-11T00:00'));
  assert.equal(stepTime(domain.to, months, 1, domain), domain.to);
  assert.equal(stepTime(domain.from, months, -1, domain), domain.from);
});

test('speeds rise and fall one by one from a second to centuries a second', () => {
  let speed = SPEEDS[0];
  for (const next of SPEEDS.slice(1)) {
    assert.equal(nextSpeed(next, -1), speed);
    speed = nextSpeed(speed, 1);
    assert.equal(speed, next);
  }
  assert.equal(nextSpeed(speed, 1), speed);
  assert.ok(SPEEDS.at(-1) / SPEEDS[0] > 1e9);
});

test('lengths fit any domain: an hour, two years, ten thousand years', () => {
  for (const days of [1 / 24, 730, 3652058]) {
    const {speed, step, width} = fittingLengths({from: 0, to: days * DAY}, 1);
    assert.ok(days * DAY / speed <= 40, `${days}: ${speed}`);
    assert.ok(width >= (step.minutes ?? step.months * 43830));
  }
});

test('windows of the three modes', () => {
  const state = {at: 10 * DAY, width: 3 * DAY, step: {minutes: DAY}};
  assert.deepEqual(windowAt({...state, mode: 'moment'}), {from: 9 * DAY, to: 10 * DAY});
  assert.deepEqual(windowAt({...state, mode: 'window'}), {from: 7 * DAY, to: 10 * DAY});
  assert.deepEqual(windowAt({...state, mode: 'sofar'}), {from: -Infinity, to: 10 * DAY});
});

test('lengths in words', () => {
  assert.deepEqual([DAY, 30 * DAY, 7 * DAY, 90, 1 / 60, 365.25 * DAY].map((minutes) => lengthWords(minutes, 'en-GB')),
    ['1 day', '30 days', '1 week', '90 minutes', '1 second', '1 year']);
});
