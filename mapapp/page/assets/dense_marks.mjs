// The marks of very many events: points by the pixel, areas as shapes, the selected one as a mark.

import {boundsOfEvents, mainFeature} from './camera.mjs';
import {createDensePainter} from './dense_painter.mjs';
import {paintArea, paintMark} from './paint.mjs';

const MOST_AREAS = 300;

/** The same interface as createSparseMarks. */
export function createDenseMarks(app) {
  const {incidents} = app;
  const {features, shapes} = incidents;
  const painter = createDensePainter(incidents);
  const areaFeatures = shapes.size
    ? Array.from(features.place.keys()).filter((feature) => shapes.has(features.place[feature])).slice(0, MOST_AREAS)
    : [];
  let lastView = null;

  function drawAreas(context, view, levels) {
    for (const feature of areaFeatures) {
      const event = features.event[feature];
      if (!levels[event]) continue;
      const shape = shapes.get(features.place[feature]);
      const {x0, y0, x1, y1} = shape.bounds;
      const size = (x1 - x0) * (y1 - y0) * view.scale * view.scale;
      const selected = app.store.get().selected === event;
      paintArea(context, view, {shape, level: levels[event], selected, items: [{event}], size}, app.palette(), incidents);
    }
  }

  function markOf(view, event) {
    const feature = mainFeature(incidents, event);
    return feature < 0 ? null : {
      x: view.x(features.x[feature]), y: view.y(features.y[feature]), selected: true, level: 2,
      layer: incidents.vocabulary.layer[features.layer[feature]], kind: app.kindOf(event),
    };
  }

  return {
    places: [],
    draw(context, view, {levels, stretch, mask}) {
      lastView = view;
      painter.paint(context, view, {levels, stretch, mask, palette: app.palette()});
      drawAreas(context, view, levels);
      const {selected} = app.store.get();
      const mark = selected >= 0 && levels[selected] ? markOf(view, selected) : null;
      if (mark) paintMark(context, mark, app.palette());
    },
    targetAt(view, x, y) {
      const feature = painter.pick(x, y);
      return feature < 0 ? null : {events: [features.event[feature]], place: features.place[feature]};
    },
    positionOf(event) {
      const mark = boundsOfEvents(incidents, [event], true) && lastView ? markOf(lastView, event) : null;
      return mark ? {x: mark.x, y: mark.y, isStack: false} : null;
    },
  };
}
