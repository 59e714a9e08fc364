import assert from 'node:assert/strict';
import {test} from 'node:test';

import {DAY} from '../../mapapp/page/assets/activity.mjs';
import {decodeState, encodeState, isoDay, parseDay, parseMoment} from '../../mapapp/page/assets/state_link.mjs';

const domain = {from: parseDay('2023-05-01'), to: parseDay('2025-03-01')};
const ids = ['2025-02-05-cut', '2025-02-12-handover'];
const numberOf = (id) => ids.indexOf(id);
const initial = {at: domain.to, mode: 'sofar', width: 30 * DAY, clock: 'event', language: 'en', filters: {}, query: '', camera: null, selectedId: null};

test('the start of the page needs no link', () => {
  assert.equal(encodeState(initial, initial), '');
});

test('what a link says is what it brings back', () => {
  const state = {
    ...initial, selectedId: ids[1], at: parseDay('2025-02-13'), mode: 'window', width: 7 * DAY, clock: 'calendar', language: 'zh_hant',
    query: '水溝谷 & more', filters: {kind: ['handover', 'rescue'], people: 10}, camera: {zoom: 7.25, lat: 16.7, lon: 98.5},
  };
  const {patch, ignored} = decodeState(`#${encodeState(state, initial)}`, {numberOf, domain});
  assert.equal(ignored, 0);
  for (const key of Object.keys(patch)) assert.deepEqual(patch[key], state[key], key);
  assert.equal(Object.keys(patch).length, 9);
});

test('nonsense is left out and counted, and never thrown', () => {
  const texts = ['#event=nobody&at=2025-02-30&mode=sideways&days=-3&clock=x&lang=tlh&map=9/999/0&zzz=1', '#%E0%A4%A', '#=&&=', '#__proto__=1&constructor=2&toString=3', `#q=${'x'.repeat(99999)}`];
  const {patch, ignored} = decodeState(texts[0], {numberOf, domain});
  assert.deepEqual(patch, {});
  assert.equal(ignored, 8);
  for (const text of texts) assert.doesNotThrow(() => decodeState(text, {numberOf, domain}));
  assert.ok(decodeState(texts[4], {numberOf, domain}).patch.query.length <= 200);
});

test('a date outside the record is moved to its nearest end', () => {
  assert.equal(decodeState('#at=1999-01-01', {numberOf, domain}).patch.at, domain.from);
  assert.equal(decodeState('#at=2030-01-01', {numberOf, domain}).patch.at, domain.to);
  assert.equal(decodeState('#at=2025-01-01', {numberOf, domain: null}).ignored, 1);
});

test('days of the years 1 and 9999 are written and read', () => {
  for (const text of ['0001-01-01', '9999-12-31', '2001-09-09', '1969-12-31']) assert.equal(isoDay(parseDay(text)), text);
  for (const text of ['2025-2-5', '2025-02-30', '20250205', '', null, '2025-02-05T00:00']) assert.ok(Number.isNaN(parseDay(text)));
});

test('a clock that shows hours is in the link to the minute', () => {
  const fine = {...initial, step: 'hour', at: parseDay('2025-02-05') + 14 * 60 + 30, mode: 'window', width: 90};
  const link = encodeState(fine, {...initial, step: 'day'});
  assert.equal(link, 'at=2025-02-05T14:30&mode=window&step=hour&minutes=90');
  const {patch, ignored} = decodeState(link, {numberOf, domain, steps: ['minute', 'hour', 'day']});
  assert.equal(ignored, 0);
  assert.deepEqual(patch, {at: fine.at, mode: 'window', step: 'hour', width: 90});
  assert.equal(decodeState('step=hour', {numberOf, domain, steps: ['day']}).ignored, 1);
  for (const text of ['2025-02-05T24:00', '2025-02-05T1:00', '2025-02-30T10:00', 'x', null]) assert.ok(Number.isNaN(parseMoment(text)));
});
