import assert from 'node:assert/strict';
import {test} from 'node:test';

import {buildScene, groupPlaces, pointPlaces} from '../../mapapp/page/assets/scene.mjs';

const LAYERS = ['venues', 'areas'];

/** Incidents from rows [event, place, layer, primary] with places at x = place / 100. */
function incidentsOf(rows, {shapes = new Map(), movements = []} = {}) {
  const column = (index) => Float64Array.from(rows, (row) => row[index]);
  return {
    features: {
      total: rows.length, event: column(0), place: column(1), layer: column(2), primary: column(3),
      x: column(1).map((place) => place / 100), y: new Float64Array(rows.length).fill(0.5),
      radius_m: new Float64Array(rows.length).fill(5000), lat: new Float64Array(rows.length),
    },
    vocabulary: {layer: LAYERS, kind: ['meeting']}, kind: new Uint8Array(9), people: new Int32Array(9), movements, shapes,
  };
}

function sceneOf(incidents, levels, {selected = -1, fan = -1, scale = 1000} = {}) {
  const view = {scale, zoom: 2, x: (unit) => unit * scale, y: (unit) => unit * scale};
  const groups = groupPlaces(pointPlaces(incidents), scale);
  return buildScene({incidents, levels: Uint8Array.from(levels), groups, view, selected, fan});
}

test('one event at a place is a mark there; hidden events are nowhere', () => {
  const incidents = incidentsOf([[0, 10, 0, 1], [1, 50, 0, 1]]);
  const {marks, stacks, dots} = sceneOf(incidents, [2, 0]);
  assert.deepEqual(marks.map(({event, x, level}) => [event, x, level]), [[0, 100, 2]]);
  assert.equal(stacks.length + dots.length, 0);
});

test('another place of an event is a small dot, and a whole mark once the event is chosen', () => {
  const incidents = incidentsOf([[0, 10, 0, 1], [0, 50, 0, 0]]);
  assert.deepEqual(sceneOf(incidents, [2]).dots.map(({x}) => x), [500]);
  assert.equal(sceneOf(incidents, [2], {selected: 0}).marks.length, 2);
});

test('several events at one place are a stack; an event counts once in it', () => {
  const incidents = incidentsOf([[0, 10, 0, 1], [1, 10, 0, 1], [1, 11, 0, 0]]);
  const {stacks, marks} = sceneOf(incidents, [2, 1]);
  assert.deepEqual(stacks.map(({items}) => items.map(({event, level}) => [event, level])), [[[0, 2], [1, 1]]]);
  assert.equal(marks.length, 0);
});

test('an open stack shows each of its events, the chosen one stands out of a closed one', () => {
  const incidents = incidentsOf([[0, 10, 0, 1], [1, 10, 0, 1], [2, 10, 0, 1]]);
  const open = sceneOf(incidents, [2, 2, 2], {fan: 10});
  assert.equal(open.marks.length, 3);
  assert.equal(open.legs.length, 3);
  const closed = sceneOf(incidents, [2, 2, 2], {selected: 1});
  assert.deepEqual(closed.marks.map(({event}) => event), [1]);
  assert.ok(closed.stacks[0].selected);
});

test('stacks stay where they are whatever the clock shows', () => {
  const incidents = incidentsOf([[0, 10, 0, 1], [1, 10, 0, 1], [2, 11, 0, 1], [3, 11, 0, 1], [4, 11, 0, 1]]);
  const places = [[2, 2, 2, 2, 2], [2, 2, 0, 0, 0], [0, 0, 2, 2, 0]].map((levels) => {
    const [{x, y}] = sceneOf(incidents, levels).stacks;
    return [x, y];
  });
  assert.deepEqual(places[1], places[0]);
  assert.deepEqual(places[2], places[0]);
});

test('what is known only as an area is a shape, never a mark', () => {
  const shape = {lines: [Float64Array.from([0.3, 0.4, 0.5, 0.4, 0.5, 0.6])], closed: true, bounds: {x0: 0.3, y0: 0.4, x1: 0.5, y1: 0.6}};
  const incidents = incidentsOf([[0, 40, 1, 1], [1, 40, 1, 1]], {shapes: new Map([[40, shape]])});
  const scene = sceneOf(incidents, [1, 2]);
  assert.equal(scene.areas.length, 1);
  assert.equal(scene.areas[0].level, 2);
  assert.equal(scene.marks.length + scene.stacks.length + scene.dots.length, 0);
});

test('a movement is an arc between its places, unless they are one on the screen', () => {
  const movement = {event: 0, x0: 0.1, y0: 0.5, x1: 0.6, y1: 0.5};
  const incidents = incidentsOf([[0, 10, 0, 1]], {movements: [movement]});
  assert.equal(sceneOf(incidents, [2]).arcs.length, 1);
  assert.equal(sceneOf(incidents, [0]).arcs.length, 0);
  assert.equal(sceneOf(incidents, [2], {scale: 10}).arcs.length, 0);
});

test('a disc is drawn once a place, where it is larger than the mark', () => {
  const incidents = incidentsOf([[0, 10, 0, 1], [1, 10, 0, 1]]);
  assert.equal(sceneOf(incidents, [2, 2], {scale: 1000}).discs.length, 0);
  assert.equal(sceneOf(incidents, [2, 2], {scale: 1e6}).discs.length, 1);
});
