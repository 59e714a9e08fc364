import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {activityIn, arrivalOf, CERTAIN, DAY, domainOf, HIDDEN, POSSIBLE, windowOf} from '../../mapapp/page/assets/activity.mjs';

const {cases} = JSON.parse(readFileSync(new URL('../shared/active_cases.json', import.meta.url), 'utf8'));
const moment = (text, open) => (text === null ? open : Date.parse(text));

for (const item of cases) {
  test(`shared case: ${item.name}`, () => {
    const level = activityIn(
      moment(item.start_utc, -Infinity), moment(item.end_utc, Infinity), ['exact', 'span'].includes(item.certainty),
      moment(item.window[0], -Infinity), moment(item.window[1], Infinity),
    );
    assert.equal(level !== HIDDEN, item.possibly, 'possibly active');
    assert.equal(level === CERTAIN, item.certainly, 'certainly active');
  });
}

test('the shared cases cover every certainty', () => {
  const found = new Set(cases.map((item) => item.certainty));
  for (const certainty of ['exact', 'within', 'span', 'before', 'after']) assert.ok(found.has(certainty), certainty);
});

test('an event without a date, packed as an empty span, is never active', () => {
  assert.equal(activityIn(Infinity, -Infinity, false, -Infinity, Infinity), HIDDEN);
});

test('an event known to the month is possible on a day and certain once the month is over', () => {
  const [start, end] = [0, 31 * DAY];
  assert.equal(activityIn(start, end, false, 3 * DAY, 4 * DAY), POSSIBLE);
  assert.equal(activityIn(start, end, false, -Infinity, 30 * DAY), POSSIBLE);
  assert.equal(activityIn(start, end, false, -Infinity, 31 * DAY), CERTAIN);
});

test('a moment is the whole day in which the clock stands', () => {
  assert.deepEqual(windowOf({mode: 'moment', at: 5 * DAY}), {from: 4 * DAY, to: 5 * DAY});
  assert.deepEqual(windowOf({mode: 'moment', at: 4 * DAY + 1}), {from: 4 * DAY, to: 5 * DAY});
  assert.deepEqual(windowOf({mode: 'window', at: 9 * DAY, width: 2 * DAY}), {from: 7 * DAY, to: 9 * DAY});
  assert.deepEqual(windowOf({mode: 'sofar', at: DAY}), {from: -Infinity, to: DAY});
});

test('an event arrives at the end of its first day, or at its end when its start is open', () => {
  assert.equal(arrivalOf(DAY + 540, DAY + 541), 2 * DAY);
  assert.equal(arrivalOf(-Infinity, 7 * DAY), 7 * DAY);
  assert.ok(Number.isNaN(arrivalOf(-Infinity, Infinity)));
});

test('the domain holds every known bound in whole days; without any there is none', () => {
  assert.deepEqual(domainOf([100, -Infinity], [200, 3 * DAY + 1]), {from: 0, to: 4 * DAY});
  assert.equal(domainOf([Infinity], [-Infinity]), null);
});
