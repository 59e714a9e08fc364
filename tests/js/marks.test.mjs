import assert from 'node:assert/strict';
import {test} from 'node:test';

import {arcPoints, arcWidth, distanceToLine, isInside} from '../../mapapp/page/assets/arcs.mjs';
import {marksOfKinds, SLOTS} from '../../mapapp/page/assets/kind_marks.mjs';
import {countInLanes, laneHeights, lanesOf, OTHER_KINDS, packRows, rowsThatFit} from '../../mapapp/page/assets/lanes.mjs';
import {unitLength, unitX, unitY, worldSize} from '../../mapapp/page/assets/mercator.mjs';
import {fanOffsets, groupPoints, pick} from '../../mapapp/page/assets/stacks.mjs';

const near = (found, wanted, reach) => assert.ok(Math.abs(found - wanted) <= reach, `${found} is not ${wanted} ± ${reach}`);

test('marks within reach share a head; the heaviest is the head', () => {
  const points = [{x: 0, y: 0, weight: 1}, {x: 10, y: 0, weight: 5}, {x: 100, y: 0, weight: 1}];
  assert.deepEqual(groupPoints(points, 27), [1, 1, 2]);
});

test('grouping does not depend on where the map is panned', () => {
  const points = Array.from({length: 60}, (_, index) => ({x: (index * 37) % 200, y: (index * 91) % 170, weight: index % 7}));
  const moved = points.map((point) => ({...point, x: point.x + 5000, y: point.y - 800}));
  assert.deepEqual(groupPoints(points, 27), groupPoints(moved, 27));
});

test('fanned marks never cover each other, from 2 to 120 of them', () => {
  for (const count of [2, 3, 9, 10, 33, 120]) {
    const offsets = fanOffsets(count);
    assert.equal(offsets.length, count);
    for (let a = 0; a < count; a += 1) {
      for (let b = a + 1; b < count; b += 1) {
        const distance = Math.hypot(offsets[a].x - offsets[b].x, offsets[a].y - offsets[b].y);
        assert.ok(distance >= 25, `${count}: marks ${a} and ${b} are ${distance.toFixed(1)} px apart`);
      }
    }
  }
});

test('picking takes the nearest target within its radius', () => {
  const targets = [{x: 0, y: 0, radius: 10, name: 'a'}, {x: 8, y: 0, radius: 10, name: 'b'}];
  assert.equal(pick(targets, 3, 0).name, 'a');
  assert.equal(pick(targets, 5, 0).name, 'b');
  assert.equal(pick(targets, 30, 0), null);
});

test('an arc begins and ends at its places and bends to one side', () => {
  const points = arcPoints(0, 0, 100, 0);
  assert.deepEqual([points[0], points.at(-1)], [{x: 0, y: 0}, {x: 100, y: 0}]);
  assert.ok(points[12].y > 5);
  const back = arcPoints(100, 0, 0, 0);
  assert.ok(back[12].y < -5, 'there and back do not cover each other');
  near(distanceToLine(points, 50, points[12].y), 0, 0.5);
});

test('arcs of more people are wider, within bounds', () => {
  assert.ok(arcWidth(10) < arcWidth(1000));
  assert.ok(arcWidth(1e9) <= 9);
  assert.equal(arcWidth(-1), 2);
});

test('inside a ring with a hole', () => {
  const rings = [[0, 0, 10, 0, 10, 10, 0, 10], [4, 4, 6, 4, 6, 6, 4, 6]];
  assert.equal(isInside(rings, 2, 2), true);
  assert.equal(isInside(rings, 5, 5), false);
  assert.equal(isInside(rings, 12, 5), false);
});

test('rows: marks that overlap take another row, up to the limit', () => {
  const spans = [{x0: 0, x1: 10}, {x0: 5, x1: 15}, {x0: 20, x1: 30}];
  assert.deepEqual(packRows(spans, 4), {rows: [0, 1, 0], count: 2});
  const many = Array.from({length: 9}, () => ({x0: 0, x1: 10}));
  assert.equal(packRows(many, 4).count, 4);
});

test('lanes fit their height whenever their least rows do', () => {
  const {heights} = laneHeights([4, 1, 3, 2], 120);
  assert.ok(heights.reduce((sum, height) => sum + height, 0) <= 120);
});

test('as many rows as fit are given to each lane, and never none', () => {
  const sizes = {least: 5, most: 12, padding: 6};
  for (let count = 1; count <= 8; count += 1) {
    const rows = rowsThatFit(150, count, sizes);
    assert.ok(rows >= 1 && rows <= 4);
    const {heights} = laneHeights(Array(count).fill(rows), 150, sizes);
    assert.ok(heights.reduce((a, b) => a + b) <= 150, `${count} lanes`);
  }
});

test('lanes by layer; by kind where there is only one layer, the rare kinds together', () => {
  const vocabulary = {layer: ['venues', 'incidents', 'none'], kind: [...'abcdefghij']};
  const two = lanesOf({layer: [0, 1, 2], kind: [0, 1, 2], vocabulary});
  assert.deepEqual([two.group, two.of], ['layer', [0, 1, 2]]);
  const one = lanesOf({layer: [1, 1, 2], kind: [4, 4, 2], vocabulary});
  assert.deepEqual([one.group, one.names, [...one.of]], ['kind', ['e', 'c'], [0, 0, 1]]);
  const many = lanesOf({layer: Array(11).fill(1), kind: [9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], vocabulary});
  assert.equal(many.names.length, 8);
  assert.deepEqual([many.names[0], many.names[7]], ['j', OTHER_KINDS]);
  assert.equal(lanesOf({layer: [1, 1], kind: [3, 3], vocabulary}).group, 'layer');
});

test('kinds of other people get colours of their own, and the same in every data set', () => {
  const acled = ['Battles', 'Protests', 'Riots', 'Explosions/Remote violence', 'Violence against civilians', 'Strategic developments'];
  const marks = marksOfKinds([...acled, 'meeting', '']);
  assert.deepEqual([...marks.keys()].sort(), [...acled].sort());
  assert.equal(new Set([...marks.values()].map(({slot}) => slot)).size, 6);
  assert.equal(new Set([...marks.values()].map(({letter}) => letter)).size, 6);
  assert.deepEqual(marksOfKinds(['Protests']).get('Protests').letter, 'P');
  assert.deepEqual(marksOfKinds(['ไฟไหม้']).get('ไฟไหม้').letter, 'ฟ');
  const crowd = marksOfKinds(Array.from({length: 40}, (_, index) => `kind ${index}`));
  assert.ok([...crowd.values()].every(({slot, letter}) => slot >= 0 && slot < SLOTS && letter));
  assert.equal(new Set([...crowd.values()].map(({slot}) => slot)).size, SLOTS);
});

test('of very many events each is counted in its lane, where it starts', () => {
  const lanes = [{}, {}];
  const incidents = {order: [0, 1, 2, 3], start: [0, 5, 99, -Infinity], end: [1, 6, 100, 50], lanes: {of: [0, 0, 1, 1]}};
  countInLanes(lanes, incidents, (time) => time, 100);
  assert.equal(lanes[0].counts[0], 1);
  assert.equal(lanes[0].counts[1], 1);
  assert.deepEqual(lanes.map((lane) => lane.counts.reduce((a, b) => a + b)), [2, 2]);
});

test('Web Mercator: known points, cut poles, and metres that grow with latitude', () => {
  near(unitX(98.5), 0.773611, 1e-6);
  near(unitY(0), 0.5, 1e-12);
  near(unitY(90), 0, 1e-9);
  near(unitY(-90), 1, 1e-9);
  near(unitLength(40075016.686, 0) * worldSize(3), 2048, 1e-6);
  assert.ok(unitLength(1000, 60) > 1.99 * unitLength(1000, 0));
});
