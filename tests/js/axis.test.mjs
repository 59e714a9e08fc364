import assert from 'node:assert/strict';
import {test} from 'node:test';

import {panAxis, revealOnAxis, WHOLE_AXIS, zoomAxis} from '../../mapapp/page/assets/axis.mjs';

test('zooming keeps the point under the pointer and never leaves the axis', () => {
  let axis = WHOLE_AXIS;
  for (const [factor, around] of [[2, 0.9], [3, 0.1], [0.5, 1], [100, 0.5], [1e9, 0.2], [0.001, 0.7]]) {
    const before = axis.from + (axis.to - axis.from) * around;
    axis = zoomAxis(axis, factor, around);
    assert.ok(axis.from >= 0 && axis.to <= 1 && axis.to > axis.from);
    assert.ok(before >= axis.from - 1e-12 && before <= axis.to + 1e-12);
  }
  assert.equal(axis, WHOLE_AXIS);
});

test('panning stops at both ends', () => {
  assert.deepEqual(panAxis({from: 0.2, to: 0.4}, 0.5), {from: 0.30000000000000004, to: 0.5});
  assert.equal(panAxis({from: 0.2, to: 0.4}, -50).from, 0);
  assert.equal(panAxis({from: 0.2, to: 0.4}, 50).to, 1);
  assert.equal(panAxis(WHOLE_AXIS, 0.3), WHOLE_AXIS);
});

test('a point outside is brought in, one inside moves nothing', () => {
  const axis = {from: 0.2, to: 0.4};
  assert.deepEqual(revealOnAxis(axis, 0.3), axis);
  const moved = revealOnAxis(axis, 0.9);
  assert.ok(moved.from < 0.9 && moved.to > 0.9);
});
