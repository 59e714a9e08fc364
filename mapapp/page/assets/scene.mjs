// What the map shows at one moment, as plain lists of things with canvas positions. No drawing here.

import {arcPoints, arcWidth} from './arcs.mjs';
import {HIDDEN} from './activity.mjs';
import {unitLength} from './mercator.mjs';
import {fanOffsets, groupPoints} from './stacks.mjs';

export const MARK_RADIUS = 12;
export const DOT_RADIUS = 5;
const STACK_REACH = 27;
const LEAST_DISC = 15;

/** Whether a feature is drawn as its shape; an area that is given as a point is a mark in its disc. */
function isShape({features, shapes, vocabulary}, feature) {
  return vocabulary.layer[features.layer[feature]] === 'areas' && shapes.has(features.place[feature]);
}

/** Places that carry point marks: their numbers, unit positions and how many features stand there. */
export function pointPlaces(incidents) {
  const {features} = incidents;
  const found = new Map();
  for (let feature = 0; feature < features.total; feature += 1) {
    if (isShape(incidents, feature)) continue;
    const place = features.place[feature];
    const known = found.get(place);
    if (known) known.weight += 1;
    else found.set(place, {place, x: features.x[feature], y: features.y[feature], weight: 1});
  }
  return [...found.values()];
}

/** The head place of every point place at a zoom: Map place → head `{place, x, y}`. */
export function groupPlaces(places, scale) {
  const points = places.map(({x, y, weight}) => ({x: x * scale, y: y * scale, weight}));
  const heads = groupPoints(points, STACK_REACH);
  return new Map(places.map(({place}, index) => [place, places[heads[index]]]));
}

/**
 * Everything to draw: areas, arcs, discs, marks (a single event), dots (another place of an
 * event), stacks (several events), and the fan that is open. `levels` as from createLevels, `view` as
 * from the canvas layer, `groups` as from groupPlaces.
 */
export function buildScene({incidents, levels, groups, view, selected, fan}) {
  const {features} = incidents;
  const buckets = new Map();
  const areas = new Map();
  for (let feature = 0; feature < features.total; feature += 1) {
    const event = features.event[feature];
    if (levels[event] === HIDDEN) continue;
    const item = {feature, event, level: levels[event], primary: features.primary[feature] === 1};
    if (isShape(incidents, feature)) addTo(areas, features.place[feature], item);
    else addTo(buckets, groups.get(features.place[feature]).place, item);
  }
  const scene = {areas: [], arcs: [], discs: [], dots: [], marks: [], stacks: [], legs: []};
  for (const [place, items] of areas) scene.areas.push(areaOf(incidents, view, place, items, selected));
  scene.areas.sort((a, b) => b.size - a.size);
  addArcs(scene, incidents, levels, view, selected);
  addDiscs(scene, incidents, levels, view, selected);
  const heads = new Map([...groups.values()].map((head) => [head.place, head]));
  for (const [place, items] of buckets) addBucket(scene, incidents, view, heads.get(place), items, {selected, fan});
  return scene;
}

function addTo(map, key, item) {
  const known = map.get(key);
  if (!known) map.set(key, [item]);
  else {
    const same = known.find((other) => other.event === item.event);
    if (!same) known.push(item);
    else if (item.primary && !same.primary) Object.assign(same, item);
  }
}

function areaOf(incidents, view, place, items, selected) {
  const shape = incidents.shapes.get(place);
  const {x0, y0, x1, y1} = shape.bounds;
  const first = items[0].feature;
  return {
    place, items, shape,
    level: Math.max(...items.map((item) => item.level)),
    selected: items.some((item) => item.event === selected),
    x: view.x(incidents.features.x[first]),
    y: view.y(incidents.features.y[first]),
    size: (x1 - x0) * (y1 - y0) * view.scale * view.scale,
  };
}

function addArcs(scene, incidents, levels, view, selected) {
  for (const movement of incidents.movements) {
    if (levels[movement.event] === HIDDEN) continue;
    const [x0, y0, x1, y1] = [view.x(movement.x0), view.y(movement.y0), view.x(movement.x1), view.y(movement.y1)];
    if (Math.hypot(x1 - x0, y1 - y0) < 8) continue;
    scene.arcs.push({
      event: movement.event, level: levels[movement.event], points: arcPoints(x0, y0, x1, y1),
      width: arcWidth(incidents.people[movement.event]), selected: movement.event === selected, carries: movement.carries,
    });
  }
}

/** One disc a place and radius: how exactly the position is known, where that can be seen. */
function addDiscs(scene, incidents, levels, view, selected) {
  const {features} = incidents;
  const seen = new Map();
  for (let feature = 0; feature < features.total; feature += 1) {
    const event = features.event[feature];
    if (levels[event] === HIDDEN || isShape(incidents, feature)) continue;
    const radius = unitLength(features.radius_m[feature], features.lat[feature]) * view.scale;
    if (radius < LEAST_DISC) continue;
    const key = `${features.place[feature]}/${features.radius_m[feature]}`;
    const known = seen.get(key);
    if (known) known.selected ||= event === selected;
    else seen.set(key, {x: view.x(features.x[feature]), y: view.y(features.y[feature]), radius, selected: event === selected});
  }
  scene.discs.push(...seen.values());
}

function addBucket(scene, incidents, view, head, items, {selected, fan}) {
  if (items.length === 1) {
    const item = markOf(incidents, view, items[0], selected);
    scene[item.primary || item.selected ? 'marks' : 'dots'].push(item);
    return;
  }
  const [x, y] = [view.x(head.x), view.y(head.y)];
  const stack = {place: head.place, x, y, items, radius: MARK_RADIUS + Math.min(2 + items.length / 4, 6)};
  stack.items.sort((a, b) => a.event - b.event);
  stack.selected = items.some((item) => item.event === selected);
  stack.open = fan === head.place;
  scene.stacks.push(stack);
  const shown = stack.open ? items : items.filter((item) => item.event === selected);
  const offsets = stack.open ? fanOffsets(shown.length) : [{x: 0, y: -stack.radius - 20}];
  shown.forEach((item, index) => {
    const at = {x: x + offsets[index].x, y: y + offsets[index].y};
    scene.legs.push({x0: x, y0: y, x1: at.x, y1: at.y});
    scene.marks.push({...markOf(incidents, view, item, selected), ...at, primary: true, fanned: true});
  });
}

function markOf(incidents, view, item, selected) {
  const {features} = incidents;
  return {
    ...item,
    x: view.x(features.x[item.feature]),
    y: view.y(features.y[item.feature]),
    layer: incidents.vocabulary.layer[features.layer[item.feature]],
    kind: incidents.vocabulary.kind[incidents.kind[item.event]],
    selected: item.event === selected,
    radius: item.primary ? MARK_RADIUS : DOT_RADIUS,
  };
}
