// The marks of a record that can be drawn one by one: shapes, stacks, fans, arcs, discs and areas.

import {distanceToLine, isInside} from './arcs.mjs';
import {worldSize} from './mercator.mjs';
import {paintScene} from './paint.mjs';
import {buildScene, groupPlaces, pointPlaces} from './scene.mjs';
import {pick} from './stacks.mjs';

/** Marks drawn as things: `draw` once a frame, `targetAt` under a point, `positionOf` an event. */
export function createSparseMarks(app) {
  const places = pointPlaces(app.incidents);
  let groups = {zoom: NaN, of: new Map()};
  let scene = null;

  return {
    places,
    draw(context, view, {levels}) {
      if (groups.zoom !== view.zoom) groups = {zoom: view.zoom, of: groupPlaces(places, worldSize(view.zoom))};
      const {selected, fan} = app.store.get();
      scene = buildScene({incidents: app.incidents, levels, groups: groups.of, view, selected, fan});
      paintScene(context, view, scene, app.palette(), app.incidents, app.words());
    },
    /** What is at a point of the canvas: `{events, stack?, place?, area?}`, or null. */
    targetAt: (view, x, y) => (scene ? targetAt(scene, view, x, y) : null),
    /** Where an event is drawn: `{x, y, isStack}` on the canvas, or null. */
    positionOf(event) {
      const single = [...scene.marks, ...scene.dots].find((mark) => mark.event === event);
      const found = single ?? scene.stacks.find((stack) => stack.items.some((item) => item.event === event));
      return found ? {x: found.x, y: found.y, isStack: !single} : null;
    },
  };
}

function targetAt(scene, view, x, y) {
  const points = [
    ...scene.dots.map((mark) => ({...mark, radius: 9, events: [mark.event]})),
    ...scene.stacks.map((stack) => ({...stack, radius: stack.radius + 3, stack, events: eventsOf(stack)})),
    ...scene.marks.map((mark) => ({...mark, radius: mark.radius + 2, events: [mark.event]})),
  ];
  const found = pick(points, x, y);
  if (found) return found;
  const label = scene.areas.find((area) => isInLabel(area.label, x, y));
  if (label) return {area: label.place, events: eventsOf(label)};
  const arc = scene.arcs.find(({points: line, width}) => distanceToLine(line, x, y) <= Math.max(width / 2 + 2, 5));
  if (arc) return {events: [arc.event]};
  const small = scene.areas.findLast((area) => isSmallAreaAt(area, view, x, y));
  return small ? {area: small.place, events: eventsOf(small)} : null;
}

function eventsOf({items}) {
  return items.map((item) => item.event).sort((a, b) => a - b);
}

function isInLabel(label, x, y) {
  return label && x >= label.x && x <= label.x + label.width && y >= label.y && y <= label.y + label.height;
}

/** Whether a point is in a closed area that leaves room around it: a country is not clicked by chance. */
function isSmallAreaAt(area, view, x, y) {
  if (!area.shape.closed || area.size > view.width * view.height * 0.25) return false;
  const rings = area.shape.lines.map((line) => Float64Array.from(line, (unit, index) => (index % 2 ? view.y(unit) : view.x(unit))));
  return isInside(rings, x, y);
}
