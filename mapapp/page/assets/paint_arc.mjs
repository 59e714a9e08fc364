// Painting a movement: its way, its direction, what it carries, and how many people.

import {CERTAIN} from './activity.mjs';
import {CARRIED} from './signs.mjs';

const BADGE = 8;
const LEAST_LENGTH = 56;

/** An arc from place to place; the wider, the more people, dashed where only possibly at this time. */
export function paintArc(context, arc, palette) {
  const colour = arc.selected ? palette.select : palette[arc.carries === 'supply' ? 'arc-supply' : 'arc'];
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.globalAlpha = arc.selected ? 1 : arc.level === CERTAIN ? 0.7 : 0.45;
  paintWay(context, arc);
  paintHead(context, arc);
  context.globalAlpha = 1;
  context.lineCap = 'butt';
  if (CARRIED[arc.carries]) paintBadge(context, arc, colour, palette);
}

function paintWay(context, {points, width, level}) {
  context.lineWidth = width;
  context.lineCap = 'round';
  context.setLineDash(level === CERTAIN ? [] : [width * 1.5, width * 2]);
  context.beginPath();
  points.slice(0, -1).forEach((point, index) => context[index ? 'lineTo' : 'moveTo'](point.x, point.y));
  context.stroke();
  context.setLineDash([]);
}

function paintHead(context, {points, width}) {
  const last = points[points.length - 1];
  const before = points[points.length - 4];
  const angle = Math.atan2(last.y - before.y, last.x - before.x);
  const head = width * 1.6 + 6;
  context.beginPath();
  context.moveTo(last.x, last.y);
  for (const side of [-0.45, 0.45]) {
    context.lineTo(last.x - head * Math.cos(angle + side), last.y - head * Math.sin(angle + side));
  }
  context.fill();
}

/** What is carried, at the middle of an arc that is long enough for it. */
function paintBadge(context, {points, carries}, colour, palette) {
  const first = points[0];
  const last = points[points.length - 1];
  if (Math.hypot(last.x - first.x, last.y - first.y) < LEAST_LENGTH) return;
  const {x, y} = points[points.length >> 1];
  context.beginPath();
  context.arc(x, y, BADGE, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
  context.save();
  context.translate(x, y);
  context.scale(0.72, 0.72);
  context.translate(-8, -8);
  context.lineWidth = 1.8;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(CARRIED[carries]));
  context.restore();
}
