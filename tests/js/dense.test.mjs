import assert from 'node:assert/strict';
import {test} from 'node:test';

import {activityIn, DAY} from '../../mapapp/page/assets/activity.mjs';
import {decodeColumn, decodeLists, decodeSpans, decodeSteps, hashOf} from '../../mapapp/page/assets/codec.mjs';
import {circleOffsets, createCells, pickPoint, pixelOf, pointsOf, projectPoints, ringOffsets, stampPoints} from '../../mapapp/page/assets/dense.mjs';
import {createLevels, lowerBound} from '../../mapapp/page/assets/levels.mjs';

const base64 = (array) => Buffer.from(array.buffer).toString('base64');

/** A small, fixed generator, so that every run tests the same numbers. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function incidentsOf(total, seed) {
  const next = numbers(seed);
  const events = Array.from({length: total}, () => {
    const from = Math.floor(next() * 1000) * DAY;
    const length = next() < 0.1 ? 400 * DAY : (1 + Math.floor(next() * 5)) * DAY;
    const isUndated = next() < 0.05;
    return {
      start: isUndated ? Infinity : next() < 0.05 ? -Infinity : from,
      end: isUndated ? -Infinity : next() < 0.05 ? Infinity : from + length,
      lasting: Number(next() < 0.7),
    };
  }).sort((a, b) => Number(a.start > a.end) - Number(b.start > b.end) || a.start - b.start);
  const column = (name) => Float64Array.from(events, (event) => event[name]);
  return {total, start: column('start'), end: column('end'), lasting: column('lasting'), layer: new Uint8Array(total), vocabulary: {layer: ['none']}};
}

test('levels kept up window after window equal levels computed one by one', () => {
  const incidents = incidentsOf(2000, 7);
  const {levels, update} = createLevels(incidents);
  const mask = new Uint8Array(2000).fill(1);
  mask[5] = 0;
  const next = numbers(99);
  for (let round = 0; round < 60; round += 1) {
    const from = round % 3 ? Math.floor(next() * 1100) * DAY : -Infinity;
    const to = (Number.isFinite(from) ? from : 0) + Math.floor(next() * 500) * DAY;
    const counts = update(mask, {from, to});
    let shown = 0;
    for (let event = 0; event < 2000; event += 1) {
      const {start, end, lasting} = incidents;
      const wanted = mask[event] ? activityIn(start[event], end[event], lasting[event], from, to) : 0;
      assert.equal(levels[event], wanted, `event ${event} in window ${round}`);
      shown += Number(wanted > 0);
    }
    assert.equal(counts.shown, shown);
    assert.equal(counts.offMap, shown);
  }
});

test('while so far runs on, and when it turns back, levels are those computed one by one', () => {
  const incidents = incidentsOf(2000, 11);
  incidents.lasting.fill(1);
  const {levels, update} = createLevels(incidents);
  const masks = [new Uint8Array(2000).fill(1), new Uint8Array(2000).fill(1).fill(0, 100, 300)];
  const next = numbers(4);
  let to = 0;
  for (let round = 0; round < 80; round += 1) {
    to += Math.floor((next() < 0.15 ? -next() * 300 : next() * 60)) * DAY;
    const from = next() < 0.1 ? to - 9 * DAY : -Infinity;
    const mask = masks[Math.floor(round / 13) % 2];
    const counts = update(mask, {from, to});
    let shown = 0;
    for (let event = 0; event < 2000; event += 1) {
      const wanted = mask[event] ? activityIn(incidents.start[event], incidents.end[event], 1, from, to) : 0;
      assert.equal(levels[event], wanted, `event ${event} in round ${round}`);
      shown += Number(wanted > 0);
    }
    assert.equal(counts.shown, shown);
  }
});

test('the lower bound is the first index that is not smaller', () => {
  const values = [-Infinity, 1, 3, 3, 9];
  assert.deepEqual([0, 3, 4, 10].map((wanted) => lowerBound(values, wanted)), [1, 2, 4, 5]);
});

function pointsIn(width, height, count) {
  const next = numbers(3);
  const features = {total: count, x: new Float64Array(count), y: new Float64Array(count), event: Uint32Array.from({length: count}, (_, index) => index)};
  for (let index = 0; index < count; index += 1) [features.x[index], features.y[index]] = [next() * 1.4 - 0.2, next() * 1.4 - 0.2];
  const view = {width, height, scale: width, x: (unit) => unit * width, y: (unit) => unit * width};
  return {features, points: projectPoints(features, view, (feature) => (feature % 5 ? 1 : 2), 3)};
}

test('only points whose circle lies inside the canvas are kept, in the order of their events', () => {
  const {points} = pointsIn(200, 100, 500);
  assert.ok(points.count > 100 && points.count < 400);
  for (let index = 0; index < points.count; index += 1) {
    const [x, y] = [points.at[index] % 200, Math.floor(points.at[index] / 200)];
    assert.ok(x >= 3 && x < 197 && y >= 3 && y < 97);
    if (index) assert.ok(points.events[index] > points.events[index - 1]);
  }
});

test('stamping step by step gives the same picture as all at once', () => {
  const {points} = pointsIn(200, 100, 500);
  const levels = new Uint8Array(500).fill(2);
  levels[points.events[10]] = 0;
  const kinds = Uint8Array.from({length: 500}, (_, index) => index % 2);
  const colours = {solid: [11, 22], hollow: [1, 2]};
  points.vague.fill(0);
  const picture = () => ({pixels: new Uint32Array(200 * 100), points, levels, kinds, colours, offsets: circleOffsets(2.5, 200), rings: ringOffsets(2, 3, 200)});
  const whole = picture();
  stampPoints(whole, 0, points.count);
  const steps = picture();
  for (let from = 0; from < points.count; from += 37) stampPoints(steps, from, Math.min(from + 37, points.count));
  assert.deepEqual(steps.pixels, whole.pixels);
  assert.deepEqual(new Set(whole.pixels), new Set([0, 11, 22]));
});

test('picking finds the nearest shown point, as measuring all of them would', () => {
  const {points} = pointsIn(200, 100, 500);
  const isShown = (event) => event % 3 !== 0;
  const cells = createCells(points, 200, 100);
  const distanceOf = (feature, x, y) => {
    const at = points.at[points.features.indexOf(feature)];
    return feature < 0 ? -1 : Math.hypot((at % 200) - x, Math.floor(at / 200) - y);
  };
  const next = numbers(5);
  for (let round = 0; round < 200; round += 1) {
    const [x, y] = [Math.floor(next() * 200), Math.floor(next() * 100)];
    let best = Infinity;
    for (let index = 0; index < points.count; index += 1) {
      const distance = Math.hypot((points.at[index] % 200) - x, Math.floor(points.at[index] / 200) - y);
      if (isShown(points.events[index])) best = Math.min(best, distance);
    }
    const found = pickPoint(points, 200, {x, y, reach: 8}, isShown);
    assert.equal(distanceOf(pickPoint(points, 200, {x, y, reach: 8}, isShown, cells), x, y), distanceOf(found, x, y));
    if (best > 8) assert.equal(found, -1);
    else {
      const at = points.at[points.features.indexOf(found)];
      assert.equal(Math.hypot((at % 200) - x, Math.floor(at / 200) - y), best);
    }
  }
});

test('a point of vague position is a fainter ring, never a dot', () => {
  const {points} = pointsIn(200, 100, 500);
  const vague = points.vague.indexOf(1);
  const levels = new Uint8Array(500).fill(2);
  const picture = {pixels: new Uint32Array(200 * 100), points, levels, kinds: new Uint8Array(500), colours: {solid: [11], hollow: [1]},
    offsets: circleOffsets(2, 200), rings: ringOffsets(2, 3, 200)};
  stampPoints(picture, vague, vague + 1);
  assert.equal(picture.pixels[points.at[vague]], 0);
  assert.equal(picture.pixels[points.at[vague] + 3], 1);
  assert.ok(!picture.pixels.includes(11));
  assert.equal(points.features[vague] % 5, 0);
});

test('the stretch of points of a stretch of events', () => {
  const points = {events: Uint32Array.from([2, 5, 5, 9, 0, 0]), count: 4};
  assert.deepEqual(pointsOf(points, 3, 9), [1, 3]);
});

test('pixels are opaque and in the order that canvases have', () => {
  assert.equal(pixelOf('#112233'), 0xff332211);
  assert.equal(pixelOf('#000000', '#ffffff', 0.5), 0xff808080);
});

test('columns: every form gives its numbers back', () => {
  assert.deepEqual([...decodeColumn({type: 'const', n: 3, base: -1})], [-1, -1, -1]);
  assert.deepEqual([...decodeColumn({type: 'range', n: 3, base: 5})], [5, 6, 7]);
  assert.deepEqual([...decodeColumn({type: 'u2', base: 0, data: base64(Uint16Array.from([1, 65535]))})], [1, 65535]);
  assert.deepEqual([...decodeColumn({type: 'u4', base: -(2 ** 31), data: base64(Uint32Array.from([0, 2 ** 32 - 1]))})], [-(2 ** 31), 2 ** 31 - 1]);
  assert.throws(() => decodeColumn({type: 'i9', base: 0, data: ''}), /unknown column type/);
});

test('spans: open sides come back open, and undated events end before they start', () => {
  const start = Float64Array.from([0, -(2 ** 31), 5, 2 ** 31 - 1]);
  const end = Float64Array.from([10, 7, 2 ** 31 - 1, -(2 ** 31)]);
  const packed = (array) => ({type: 'f8', base: 0, data: base64(array)});
  const spans = decodeSpans({start: packed(start), length: packed(end.map((value, index) => value - start[index]))});
  assert.deepEqual([...spans.start], [0, -Infinity, 5, Infinity]);
  assert.deepEqual([...spans.end], [10, 7, Infinity, -Infinity]);
});

test('lists and steps', () => {
  const {offsets, codes} = decodeLists({count: {type: 'u1', base: 0, data: base64(Uint8Array.from([2, 0, 1]))}, codes: {type: 'range', n: 3, base: 7}});
  assert.deepEqual([[...offsets], [...codes]], [[0, 2, 2, 3], [7, 8, 9]]);
  assert.deepEqual([...decodeSteps([100, 200, -50, 1], 100)], [1, 2, 0.5, 2.01]);
});

test('ids are hashed as in Python', () => {
  assert.equal(hashOf(''), 0x811c9dc5);
  assert.equal(hashOf('foobar'), 0xbf9cf968);
});
