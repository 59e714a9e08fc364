// Painting marks, stacks, discs and areas of a scene.

import {CERTAIN} from './activity.mjs';
import {paintArc} from './paint_arc.mjs';
import {DOT_RADIUS, MARK_RADIUS} from './scene.mjs';
import {ICONS, ICON_SHIFT, shapeOf} from './signs.mjs';

const paths = new Map();
const TURN = 2 * Math.PI;
/** Beyond this many discs their outlines are only hinted at. */
const MANY_DISCS = 60;

function pathOf(data) {
  if (!paths.has(data)) paths.set(data, new Path2D(data));
  return paths.get(data);
}

/** Paint a whole scene over a cleared canvas. */
export function paintScene(context, view, scene, palette, incidents, words) {
  context.clearRect(0, 0, view.width, view.height);
  for (const area of scene.areas) paintArea(context, view, area, palette, incidents);
  paintDiscs(context, scene.discs, palette);
  for (const arc of scene.arcs) paintArc(context, arc, palette);
  const taken = [...scene.stacks, ...scene.marks, ...scene.dots].map((mark) => boxOf(mark.x, mark.y, mark.radius * 2 + 4, mark.radius * 2 + 4));
  for (const area of scene.areas) paintAreaLabel(context, area, palette, incidents, words, taken);
  for (const dot of scene.dots) paintDot(context, dot, palette);
  for (const mark of scene.marks) if (!mark.fanned && !mark.selected) paintMark(context, mark, palette);
  for (const leg of scene.legs) paintLeg(context, leg, palette);
  for (const stack of scene.stacks) paintStack(context, stack, palette, incidents, words);
  for (const mark of scene.marks) if (mark.fanned || mark.selected) paintMark(context, mark, palette);
}

/** An area as its shape: by the colour of its one event, or of areas when it has several. */
export function paintArea(context, view, area, palette, incidents) {
  const {shape, level, selected, items} = area;
  const kind = incidents.vocabulary.kind[incidents.kind[items[0].event]];
  const colour = items.length === 1 ? palette.kind(kind) : palette.area;
  context.beginPath();
  for (const line of shape.lines) tracePath(context, view, line, shape.closed);
  const isVast = area.size > view.width * view.height * 0.6;
  if (shape.closed) {
    context.globalAlpha = (selected ? 0.2 : level === CERTAIN ? 0.1 : 0.05) * (isVast ? 0.35 : 1);
    context.fillStyle = colour;
    context.fill('evenodd');
  }
  // The outline of a country is too coarse to be looked at closely; the base draws the border itself.
  const isCoarse = isVast && shape.closed;
  context.globalAlpha = isCoarse ? (selected ? 0.45 : 0.12) : selected ? 1 : 0.75;
  context.strokeStyle = colour;
  context.lineWidth = (selected && !isCoarse ? 2.5 : 1.25) * (shape.closed ? 1 : 2.4);
  context.setLineDash(level === CERTAIN ? [] : [5, 4]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function tracePath(context, view, line, closed) {
  for (let index = 0; index < line.length; index += 2) {
    const [x, y] = [view.x(line[index]), view.y(line[index + 1])];
    if (index) context.lineTo(x, y);
    else context.moveTo(x, y);
  }
  if (closed) context.closePath();
}

function boxOf(x, y, width, height) {
  return {x: x - width / 2, y: y - height / 2, width, height};
}

/** Shared surface of two boxes in px². */
function overlap(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The box of an area's label: at the area's point, or beside it where marks and labels leave room. */
function placeLabel(area, width, taken) {
  const side = width / 2 + 26;
  const shifts = [[0, 0], [0, 30], [0, -30], [side, 0], [-side, 0], [side, 24], [-side, 24], [side, -24], [-side, -24], [0, 52], [0, -52]];
  const boxes = shifts.map(([dx, dy]) => boxOf(area.x + dx, area.y + dy, width, 20));
  const hidden = boxes.map((box) => taken.reduce((sum, other) => sum + overlap(box, other), 0));
  const best = boxes[hidden.indexOf(Math.min(...hidden))];
  taken.push(best);
  return best;
}

function paintAreaLabel(context, area, palette, incidents, words, taken) {
  const name = words.name(incidents.placeOf(area.place).names);
  const text = area.items.length > 1 ? `${name} · ${words.number(area.items.length)}` : name;
  context.font = `600 11.5px ${palette.font}`;
  const width = context.measureText(text).width + 16;
  area.label = placeLabel(area, width, taken);
  context.beginPath();
  context.roundRect(area.label.x, area.label.y, width, 20, 10);
  context.fillStyle = palette.paper;
  context.globalAlpha = 0.92;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = area.selected ? palette.select : palette.area;
  context.lineWidth = area.selected ? 2 : 1;
  context.setLineDash(area.level === CERTAIN ? [] : [3, 2]);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = palette.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, area.label.x + width / 2, area.label.y + 10.5);
}

/** Discs as one surface: where hundreds lie over each other the map beneath can still be read. */
function paintDiscs(context, discs, palette) {
  const rest = discs.filter((disc) => !disc.selected);
  traceDiscs(context, rest);
  context.fillStyle = palette.disc;
  context.strokeStyle = palette.disc;
  context.lineWidth = 1;
  context.globalAlpha = 0.09;
  context.fill();
  context.globalAlpha = rest.length > MANY_DISCS ? 0.07 : 0.45;
  context.setLineDash(rest.length > MANY_DISCS ? [] : [2, 3]);
  context.stroke();
  traceDiscs(context, discs.filter((disc) => disc.selected));
  context.fillStyle = palette.select;
  context.strokeStyle = palette.select;
  context.globalAlpha = 0.14;
  context.fill();
  context.globalAlpha = 0.9;
  context.setLineDash([2, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function traceDiscs(context, discs) {
  context.beginPath();
  for (const {x, y, radius} of discs) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, TURN);
  }
}

function paintDot(context, dot, palette) {
  const colour = palette.kind(dot.kind);
  const size = DOT_RADIUS * 2;
  context.save();
  context.translate(dot.x - size / 2, dot.y - size / 2);
  context.scale(size / 16, size / 16);
  context.fillStyle = dot.level === CERTAIN ? colour : palette.paper;
  context.fill(pathOf(shapeOf(dot.layer)));
  context.strokeStyle = dot.level === CERTAIN ? palette['mark-edge'] : colour;
  context.lineWidth = 2.6;
  context.stroke(pathOf(shapeOf(dot.layer)));
  context.restore();
}

/** One mark: shape by layer, colour and icon by kind; solid when certain, hollow when possible. */
export function paintMark(context, mark, palette, radius = MARK_RADIUS) {
  const colour = palette.kind(mark.kind);
  const shape = pathOf(shapeOf(mark.layer));
  const isSolid = mark.level === CERTAIN;
  const size = radius * 2;
  context.save();
  context.translate(mark.x - radius, mark.y - radius);
  context.scale(size / 16, size / 16);
  context.lineJoin = 'round';
  if (mark.selected) {
    context.strokeStyle = palette.select;
    context.lineWidth = 5.6;
    context.stroke(shape);
  }
  context.strokeStyle = isSolid ? palette['mark-edge'] : palette.paper;
  context.lineWidth = isSolid ? 1.6 : 3.4;
  context.stroke(shape);
  context.fillStyle = isSolid ? colour : palette.paper;
  context.fill(shape);
  if (!isSolid) {
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    context.stroke(shape);
  }
  paintIcon(context, mark, isSolid ? palette['on-mark'] : colour, palette);
  context.restore();
}

function paintIcon(context, mark, colour, palette) {
  const icon = ICONS[mark.kind];
  const letter = icon ? null : palette.letter(mark.kind);
  if (letter) {
    context.font = `700 8.5px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = colour;
    context.fillText(letter, 8, 8.4 + (ICON_SHIFT[mark.layer] ?? 0));
  }
  if (!icon) return;
  const share = mark.layer === 'border_points' ? 0.56 : 0.66;
  context.translate(8, 8 + (ICON_SHIFT[mark.layer] ?? 0));
  context.scale(share, share);
  context.translate(-8, -8);
  context.strokeStyle = colour;
  context.lineWidth = 1.7;
  context.lineCap = 'round';
  context.stroke(pathOf(icon));
}

/** Several events at one place: their number inside a ring of their kinds, hollow where possible. */
function paintStack(context, stack, palette, incidents, words) {
  const {x, y, radius, items} = stack;
  if (stack.selected || stack.open) {
    context.beginPath();
    context.arc(x, y, radius + 3.5, 0, TURN);
    context.fillStyle = palette.select;
    context.fill();
  }
  context.beginPath();
  context.arc(x, y, radius + 1, 0, TURN);
  context.fillStyle = palette['mark-edge'];
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fillStyle = palette.paper;
  context.fill();
  paintRing(context, stack, palette, incidents);
  context.fillStyle = palette.ink;
  context.font = `700 ${items.length > 99 ? 10 : 12}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(words.number(items.length), x, y + 0.5);
}

function paintRing(context, {x, y, radius, items}, palette, incidents) {
  const parts = [...items].sort((a, b) => incidents.kind[a.event] - incidents.kind[b.event] || b.level - a.level);
  let angle = -Math.PI / 2;
  for (const item of parts) {
    const next = angle + TURN / parts.length;
    context.strokeStyle = palette.kind(incidents.vocabulary.kind[incidents.kind[item.event]]);
    context.lineWidth = item.level === CERTAIN ? 5 : 1.5;
    context.beginPath();
    context.arc(x, y, radius - (item.level === CERTAIN ? 2.5 : 0.75), angle, next);
    context.stroke();
    angle = next;
  }
}

function paintLeg(context, {x0, y0, x1, y1}, palette) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.strokeStyle = palette.select;
  context.lineWidth = 1.5;
  context.stroke();
}
