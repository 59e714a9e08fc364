// Painting the time axis.

import {OTHER_KINDS} from './lanes.mjs';
import {SHAPES, shapeOf} from './signs.mjs';

/** Paint lanes, marks, breaks and ticks. */
export function paintTimeline(context, scene) {
  const {layout, app} = scene;
  const palette = app.palette();
  context.setTransform(layout.ratio, 0, 0, layout.ratio, 0, 0);
  context.clearRect(0, 0, layout.width, layout.height);
  layout.lanes.forEach((lane, index) => paintLane(context, scene, lane, index, palette));
  paintAxis(context, scene, palette);
}

function paintLane(context, scene, lane, index, palette) {
  const {layout, app} = scene;
  if (index) line(context, layout.left, lane.top, layout.width - layout.right, lane.top, palette.line);
  paintLaneName(context, layout, lane, palette, app.words());
  if (layout.isDense) paintHistogram(context, layout, lane, palette);
  else {
    context.save();
    context.beginPath();
    context.rect(layout.left - 3, 0, layout.inner + 6, layout.height);
    context.clip();
    for (const mark of lane.marks) if (mark.x1 > layout.left - 4 && mark.x0 < layout.width) paintMark(context, scene, lane, mark, palette);
    context.restore();
  }
}

function paintLaneName(context, layout, lane, palette, words) {
  const middle = lane.top + lane.height / 2;
  context.save();
  context.translate(layout.isNarrow ? 9 : 12, middle - 5);
  context.scale(10 / 16, 10 / 16);
  context.fillStyle = lane.group === 'kind' ? palette.kind(lane.name) : palette.muted;
  context.fill(new Path2D(lane.group === 'layer' ? shapeOf(lane.name) : SHAPES.none));
  context.restore();
  if (layout.isNarrow) return;
  context.font = `11px ${palette.font}`;
  context.fillStyle = palette.muted;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const name = lane.name === OTHER_KINDS ? words.say('lane.other') : words.term(lane.group, lane.name);
  context.fillText(shortened(context, name, layout.left - 34), 28, middle + 0.5);
}

function paintHistogram(context, layout, lane, palette) {
  const most = Math.max(...lane.counts, 1);
  const width = layout.inner / lane.counts.length;
  context.fillStyle = lane.group === 'kind' ? palette.kind(lane.name) : palette.muted;
  lane.counts.forEach((count, bin) => {
    const height = Math.ceil((count / most) * (lane.height - 4));
    context.fillRect(layout.left + bin * width, lane.top + lane.height - 2 - height, Math.max(width - 0.5, 0.5), height);
  });
}

/** A text cut to a width, with dots where it was cut. */
function shortened(context, text, width) {
  let length = text.length;
  while (length > 1 && context.measureText(text.slice(0, length) + (length < text.length ? '…' : '')).width > width) length -= 1;
  return length < text.length ? `${text.slice(0, length).trimEnd()}…` : text;
}

function paintMark(context, scene, lane, mark, palette) {
  const {app, view, selected, layout} = scene;
  const {incidents} = app;
  const level = view.levels[mark.event];
  const colour = palette.kind(incidents.vocabulary.kind[incidents.kind[mark.event]]);
  const height = Math.max(lane.rowHeight - 2, 2);
  const top = lane.top + (lane.height - lane.rows * lane.rowHeight) / 2 + mark.row * lane.rowHeight + 1;
  const isMasked = !view.mask[mark.event];
  context.beginPath();
  context.roundRect(mark.x0, top, mark.x1 - mark.x0, height, Math.min(height / 2, 4));
  context.globalAlpha = isMasked ? 0.12 : level ? 1 : 0.35;
  const fill = fadeOf(context, mark, colour);
  if (incidents.lasting[mark.event]) {
    context.fillStyle = fill;
    context.fill();
  } else paintHollow(context, colour, fill, palette);
  context.globalAlpha = 1;
  if (mark.event === selected || layout.hovered === mark) outline(context, mark, top, height, palette);
}

/** A colour that fades out towards the open side of a mark. */
function fadeOf(context, mark, colour) {
  if (!mark.openStart && !mark.openEnd) return colour;
  const gradient = context.createLinearGradient(mark.x0, 0, mark.x1, 0);
  const share = Math.min(40 / Math.max(mark.x1 - mark.x0, 1), 1);
  gradient.addColorStop(0, mark.openStart ? `${colour}00` : colour);
  if (mark.openStart) gradient.addColorStop(share, colour);
  if (mark.openEnd) gradient.addColorStop(1 - share, colour);
  gradient.addColorStop(1, mark.openEnd ? `${colour}00` : colour);
  return gradient;
}

/** An event at an unknown moment within the mark: an outline over a light wash. */
function paintHollow(context, colour, fill, palette) {
  const alpha = context.globalAlpha;
  if (fill === colour) {
    context.fillStyle = palette.paper;
    context.fill();
  }
  context.globalAlpha = alpha * 0.28;
  context.fillStyle = fill;
  context.fill();
  context.globalAlpha = alpha;
  context.strokeStyle = fill;
  context.lineWidth = 1.3;
  context.stroke();
}

function outline(context, mark, top, height, palette) {
  context.beginPath();
  context.roundRect(mark.x0 - 2, top - 2, mark.x1 - mark.x0 + 4, height + 4, 5);
  context.strokeStyle = palette.select;
  context.lineWidth = 2;
  context.stroke();
}

function paintAxis(context, {layout, app}, palette) {
  const words = app.words();
  const y = layout.axisTop;
  line(context, layout.left, y, layout.width - layout.right, y, palette.muted);
  for (const gap of layout.breaks) {
    if (gap.x > layout.left && gap.x < layout.width - layout.right) paintBreak(context, gap.x, y, palette);
  }
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  const isClock = layout.ticks.some(({name}) => name === 'clock');
  let lastYear = null;
  let lastAt = -Infinity;
  for (const tick of layout.ticks) {
    if (tick.x < layout.left - 1 || tick.x > layout.width - layout.right + 1) continue;
    const isYear = tick.name === 'year';
    line(context, tick.x, y, tick.x, y + (isYear ? 7 : 4), palette.muted);
    context.font = `${isYear ? 700 : 400} 10.5px ${palette.font}`;
    context.fillStyle = isYear ? palette.ink : palette.muted;
    const year = isClock ? words.day(tick.time, 'short') : words.day(tick.time, 'year');
    const label = isClock ? words.day(tick.time, 'clock') : words.day(tick.time, tick.name === 'day' ? 'day' : 'month');
    const x = Math.min(tick.x, layout.width - layout.right - 8);
    context.fillText(label, x, y + 16);
    // A date or year that has no room beside the last one is carried by the next tick of it.
    const at = Math.min(tick.x, layout.width - layout.right - 14);
    context.font = `700 10.5px ${palette.font}`;
    if (year !== lastYear && at - lastAt > context.measureText(year).width + 2) {
      lastAt = at;
      context.fillStyle = palette.ink;
      context.fillText(year, at, y + 29);
      lastYear = year;
    }
  }
}

/** The visible break of a shortened gap: two short strokes through the axis. */
function paintBreak(context, x, y, palette) {
  context.fillStyle = palette.paper;
  context.fillRect(x - 3, y - 2, 6, 4);
  for (const shift of [-3, 2]) line(context, x + shift - 1.5, y + 4, x + shift + 2.5, y - 4, palette.muted, 1.2);
}

function line(context, x0, y0, x1, y1, colour, width = 1) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
