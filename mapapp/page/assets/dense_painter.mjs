// Paints very many points on the canvas of the marks, and finds the one under the pointer.

import {circleOffsets, createCells, pickPoint, pixelOf, pointRadius, pointsOf, projectPoints, ringOffsets, stampPoints, VAGUE_METRES} from './dense.mjs';

/** A painter for incidents with many points; `paint` once a frame, `pick` when asked. */
export function createDensePainter(incidents) {
  const {features, shapes, vocabulary} = incidents;
  const areas = vocabulary.layer.indexOf('areas');
  const isVague = (feature) => features.radius_m[feature] > VAGUE_METRES || features.layer[feature] === areas;
  const hasShape = shapes.size ? (feature) => shapes.has(features.place[feature]) : () => false;
  const styleOf = (feature) => (hasShape(feature) ? 0 : isVague(feature) ? 2 : 1);
  const canKeep = incidents.lasting.every(Boolean);
  let kept = null;
  let colours = null;

  function prepare(context, view, palette) {
    const radius = pointRadius(view.zoom);
    const outer = radius + 2.5;
    const image = context.createImageData(Math.round(view.width), Math.round(view.height));
    const size = {...view, width: image.width, height: image.height};
    kept = {
      key: `${view.scale}/${view.x(0)}/${view.y(0)}/${view.width}/${view.height}`, image, radius, width: image.width,
      height: image.height, pixels: new Uint32Array(image.data.buffer), points: projectPoints(features, size, styleOf, outer),
      offsets: circleOffsets(radius, image.width), rings: ringOffsets(outer - 1.2, outer, image.width), done: -1, mask: null, palette: null, levels: null, cells: null,
    };
    setColours(palette);
  }

  function setColours(palette) {
    const kinds = incidents.vocabulary.kind.map((word) => palette.kind(word));
    colours = {
      solid: Uint32Array.from(kinds, (colour) => pixelOf(colour)),
      hollow: Uint32Array.from(kinds, (colour) => pixelOf(colour, palette.paper, 0.4)),
    };
    Object.assign(kept, {palette, done: -1});
  }

  /** Stamp what is not stamped yet; begin anew when anything but the end of the stretch changed. */
  function stamp(view, levels, stretch, mask) {
    const job = {pixels: kept.pixels, points: kept.points, levels, kinds: incidents.kind, colours, offsets: kept.offsets, rings: kept.rings};
    const [from, to] = pointsOf(kept.points, stretch.low, stretch.high);
    const goesOn = canKeep && stretch.isSoFar && kept.done >= from && kept.done <= to && kept.mask === mask;
    if (!goesOn) kept.pixels.fill(0);
    stampPoints(job, goesOn ? kept.done : from, to);
    for (const event of stretch.open) {
      if (event < stretch.low || event >= stretch.high) stampPoints(job, ...pointsOf(kept.points, event, event + 1));
    }
    Object.assign(kept, {done: stretch.isSoFar ? to : -1, mask});
  }

  /** Looking at all points takes milliseconds, sorting them into cells tens: for the next picks. */
  function sortLater(view) {
    if (view.isSorting) return;
    view.isSorting = true;
    (globalThis.requestIdleCallback ?? setTimeout)(() => { view.cells = createCells(view.points, view.width, view.height); });
  }

  return {
    paint(context, view, {levels, stretch, mask, palette}) {
      const key = `${view.scale}/${view.x(0)}/${view.y(0)}/${view.width}/${view.height}`;
      if (kept?.key !== key) prepare(context, view, palette);
      else if (kept.palette !== palette) setColours(palette);
      stamp(view, levels, stretch, mask);
        kept.levels = levels;
      context.putImageData(kept.image, 0, 0);
    },
    /** The feature at a point of the canvas, or -1. */
    pick(x, y) {
      if (!kept?.levels) return -1;
      const pointer = {x, y, reach: Math.max(kept.radius + 3, 6)};
      if (!kept.cells) sortLater(kept);
      return pickPoint(kept.points, kept.width, pointer, (event) => kept.levels[event] > 0, kept.cells);
    },
  };
}
