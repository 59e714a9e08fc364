import assert from 'node:assert/strict';
import {test} from 'node:test';

import {DAY} from '../../mapapp/page/assets/activity.mjs';
import {advance, fittingStep, fittingWidth, neighbour, nextSpeed, SPEEDS, stepFrom, stepsFor} from '../../mapapp/page/assets/clock.mjs';
import {makeScale} from '../../mapapp/page/assets/timescale.mjs';

const domain = {from: 0, to: 100 * DAY};
const scale = makeScale(domain, [], false);
const day = (text) => Date.parse(`${text}T00:00:00Z`) / 60000;

test('the clock moves speed × seconds along the calendar', () => {
  const clock = {at: 10 * DAY, speed: 4, direction: 1, loop: false};
  assert.deepEqual(advance(clock, 0.5, scale, domain), {at: 12 * DAY, ended: false});
});

test('at the end it stops, or starts again when it loops; reversed it does so at the start', () => {
  const clock = {at: 99 * DAY, speed: 4, direction: 1, loop: false};
  assert.deepEqual(advance(clock, 1, scale, domain), {at: domain.to, ended: true});
  assert.deepEqual(advance({...clock, loop: true}, 1, scale, domain), {at: domain.from, ended: false});
  assert.deepEqual(advance({...clock, at: DAY, direction: -1}, 1, scale, domain), {at: domain.from, ended: true});
});

test('on the axis by event a quiet year passes faster than on the calendar', () => {
  const year = {from: 0, to: 400 * DAY};
  const shortened = makeScale(year, [DAY, 380 * DAY], true);
  const clock = {at: 2 * DAY, speed: 5, direction: 1, loop: false};
  assert.ok(advance(clock, 1, shortened, year).at > 100 * DAY);
});

test('a step by month keeps the day, or takes the last one there is', () => {
  const bounds = {from: day('2024-01-01'), to: day('2026-01-01')};
  assert.equal(stepFrom(day('2025-01-31') + DAY, 'month', 1, bounds), day('2025-02-28') + DAY);
  assert.equal(stepFrom(day('2025-03-31') + DAY, 'month', -1, bounds), day('2025-02-28') + DAY);
  assert.equal(stepFrom(day('2024-02-29') + DAY, 'year', 1, bounds), day('2025-02-28') + DAY);
  assert.equal(stepFrom(day('2025-02-28') + DAY, 'week', 1, bounds), day('2025-03-07') + DAY);
});

test('a step from inside a day leads to the end of a day, and never out of the domain', () => {
  assert.equal(stepFrom(3.5 * DAY, 'day', 1, domain), 5 * DAY);
  assert.equal(stepFrom(domain.to, 'year', 1, domain), domain.to);
  assert.equal(stepFrom(2 * DAY, 'year', -1, domain), domain.from);
});

test('speeds go up and down one offer at a time and stay inside', () => {
  assert.equal(nextSpeed(1, 1), 2);
  assert.equal(nextSpeed(1, -1), 0.5);
  assert.equal(nextSpeed(SPEEDS.at(-1), 1), SPEEDS.at(-1));
  assert.equal(nextSpeed(SPEEDS[0], -1), SPEEDS[0]);
});

test('next and previous event: every event once, also those of one day', () => {
  const order = [4, 2, 7];
  const arrivals = {4: DAY, 2: 5 * DAY, 7: 5 * DAY};
  assert.equal(neighbour(order, arrivals, -1, 2 * DAY, 1), 2);
  assert.equal(neighbour(order, arrivals, 2, 5 * DAY, 1), 7);
  assert.equal(neighbour(order, arrivals, 7, 5 * DAY, 1), -1);
  assert.equal(neighbour(order, arrivals, -1, 5 * DAY, -1), 7);
  assert.equal(neighbour(order, arrivals, -1, 5 * DAY, 1), 4);
  assert.equal(neighbour([], arrivals, -1, 0, 1), -1);
});

test('steps shorter than a day are offered where clock times are known, and no others', () => {
  const vocabulary = {precision: ['day', 'hour', 'minute', 'year']};
  assert.deepEqual(stepsFor({vocabulary, precision: [0, 3]}), ['day', 'week', 'month', 'year']);
  assert.equal(stepsFor({vocabulary, precision: [0, 1]})[0], 'hour');
  assert.equal(stepsFor({vocabulary, precision: [2]})[0], 'minute');
  assert.equal(fittingStep(['hour', 'day'], {from: 0, to: 3 * DAY}), 'hour');
  assert.equal(fittingStep(['hour', 'day'], {from: 0, to: 300 * DAY}), 'day');
});

test('a step of an hour or a minute goes from bound to bound and stays inside', () => {
  const domain = {from: 0, to: 2 * DAY};
  assert.equal(stepFrom(61, 'hour', 1, domain), 180);
  assert.equal(stepFrom(120, 'hour', -1, domain), 60);
  assert.equal(stepFrom(10.5, 'minute', 1, domain), 12);
  assert.equal(stepFrom(2 * DAY, 'hour', 1, domain), 2 * DAY);
});

test('the window to begin with is 30 days, or a quarter of a shorter time', () => {
  assert.equal(fittingWidth({from: 0, to: 900 * DAY}, DAY), 30 * DAY);
  assert.equal(fittingWidth({from: 0, to: DAY}, 60), 6 * 60);
  assert.equal(fittingWidth({from: 0, to: DAY}, DAY), DAY);
});
