import assert from 'node:assert/strict';
import {test} from 'node:test';

import {keepOrder} from '../../mapapp/page/assets/overview_facet.mjs';
import {boxOf, cellDegrees, dayOf, decodeView, encodeView, isoDay} from '../../mapapp/page/assets/overview_query.mjs';

const DOMAIN = {from: dayOf('2015-01-01'), to: dayOf('2024-12-31')};
const WHOLE = {...DOMAIN, text: '', kinds: [], countries: [], selected: null, camera: null};
const bounds = (west, south, east, north) => ({getWest: () => west, getSouth: () => south, getEast: () => east, getNorth: () => north});

test('what is as at the start is not in the link', () => {
  assert.equal(encodeView(WHOLE, DOMAIN), '');
  assert.deepEqual(decodeView('', DOMAIN), WHOLE);
});

test('a link brings back the view that it was made from', () => {
  const view = {
    from: dayOf('2020-02-29'), to: dayOf('2021-01-01'), text: 'a & b', kinds: ['Battles', 'Riots'],
    countries: ['MM'], selected: 'x-1', camera: {zoom: 6.5, lat: 16.5, lon: 98.25},
  };
  assert.deepEqual(decodeView(encodeView(view, DOMAIN), DOMAIN), view);
});

test('nonsense in a link is left out', () => {
  const found = decodeView('from=soon&to=9999-01-01&map=1/x/2&q=', DOMAIN);
  assert.deepEqual(found, WHOLE);
});

test('a window that a link gives backwards is turned round', () => {
  const found = decodeView('from=2022-01-01&to=2021-01-01', DOMAIN);
  assert.deepEqual([isoDay(found.from), isoDay(found.to)], ['2021-01-01', '2022-01-01']);
});

test('a view over the antimeridian keeps its west east of its east', () => {
  assert.deepEqual(boxOf(bounds(170, -10, 190, 10)), [170, -10, -170, 10]);
});

test('a view of more than the whole width is the whole width', () => {
  assert.deepEqual(boxOf(bounds(-300, -95, 200, 95)), [-180, -90, 180, 90]);
});

test('cells become no larger as the view comes nearer, and never smaller than asked for', () => {
  const sizes = [0, 1.5, 3, 6, 9, 12, 18].map(cellDegrees);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
  assert.ok(sizes.every((size) => size > 0));
});

test('words stay where they are while they are chosen, and new ones follow', () => {
  assert.deepEqual(keepOrder(['a', 'b', 'c'], ['c', 'd', 'a']), ['a', 'c', 'd']);
  assert.deepEqual(keepOrder([], ['c', 'a']), ['c', 'a']);
});
