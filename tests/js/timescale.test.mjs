import assert from 'node:assert/strict';
import {test} from 'node:test';

import {DAY} from '../../mapapp/page/assets/activity.mjs';
import {ticksOf} from '../../mapapp/page/assets/ticks.mjs';
import {edgesOf, makeScale} from '../../mapapp/page/assets/timescale.mjs';

const day = (text) => Date.parse(`${text}T00:00:00Z`) / 60000;
const domain = {from: day('2023-05-01'), to: day('2025-03-01')};
const edges = edgesOf([day('2023-05-01'), day('2025-01-21'), day('2025-02-05'), -Infinity], [day('2023-06-01'), day('2025-01-22'), day('2025-02-06'), day('2023-07-01')]);

for (const shorten of [false, true]) {
  test(`${shorten ? 'by event' : 'by calendar'}: weight grows with time and time comes back from weight`, () => {
    const scale = makeScale(domain, edges, shorten);
    let last = -Infinity;
    for (let time = domain.from; time <= domain.to; time += 7 * DAY) {
      const weight = scale.weightOf(time);
      assert.ok(weight > last);
      assert.ok(Math.abs(scale.timeOf(weight) - time) < 1e-6 * DAY);
      last = weight;
    }
    assert.equal(scale.weightOf(domain.from), 0);
    assert.equal(scale.weightOf(domain.to), scale.total);
  });
}

test('by event a gap of many days is shortened and marked; days with events keep their length', () => {
  const scale = makeScale(domain, edges, true);
  assert.equal(scale.weightOf(day('2025-01-22')) - scale.weightOf(day('2025-01-21')), DAY);
  assert.ok(scale.breaks.some((gap) => gap.from === day('2023-07-01') && gap.to === day('2025-01-21')));
  assert.ok(scale.total < makeScale(domain, edges, false).total / 4);
});

test('by calendar nothing is shortened', () => {
  assert.deepEqual(makeScale(domain, edges, false).breaks, []);
});

test('open bounds stay open', () => {
  const scale = makeScale(domain, edges, true);
  assert.equal(scale.weightOf(-Infinity), -Infinity);
  assert.equal(scale.timeOf(Infinity), Infinity);
});

test('edges are the finite bounds of dated events, once each, in order', () => {
  assert.deepEqual([...edgesOf([5, 5, Infinity], [9, 7, -Infinity])], [5, 7, 9]);
});

test('ticks keep their distance, coarse ones first, for a month and for ten thousand years', () => {
  for (const [from, to] of [['2025-01-10', '2025-02-20'], ['0001-01-01', '9999-12-31']]) {
    const piece = {from: day(from), to: day(to)};
    const place = (time) => ((time - piece.from) / (piece.to - piece.from)) * 1000;
    const ticks = ticksOf([piece], place, 1000, 40);
    assert.ok(ticks.length >= 3 && ticks.length <= 26, `${ticks.length} ticks`);
    ticks.slice(1).forEach((tick, index) => assert.ok(tick.x - ticks[index].x >= 40));
  }
  const piece = {from: day('2024-11-20'), to: day('2025-02-10')};
  const ticks = ticksOf([piece], (time) => ((time - piece.from) / (piece.to - piece.from)) * 600, 600, 40);
  assert.ok(ticks.some((tick) => tick.name === 'year' && tick.time === day('2025-01-01')));
});
