// Painting the player's axis: bars of few events or a histogram of many, and calendar ticks.

import {DAY} from './activity.mjs';
import {clamp} from './clock.mjs';
import {packRows} from './lanes.mjs';
import {ticksOf} from './ticks.mjs';

const SIDE = 12;
/** Height of the ticks and their names in px. */
const TICKS = 20;
const MOST_BARS = 250;
const MOST_ROWS = 7;
const HOURS = [1, 5, 15, 30, 60, 180, 360, 720];

/** Positions of everything on an axis of a size in px. */
export function layoutAxis(app, width, height) {
  const scale = app.scale();
  const inner = width - 2 * SIDE;
  const place = (time) => SIDE + (scale.weightOf(time) / scale.total) * inner;
  const timeAt = (x) => scale.timeOf((clamp(x - SIDE, 0, inner) / inner) * scale.total);
  const pieces = scale.times.slice(1).map((time, index) => ({from: scale.times[index], to: time}));
  return {width, inner, place, timeAt, top: height - TICKS, breaks: scale.breaks,
    ticks: shortTicks(app.data().domain, place, width) ?? ticksOf(pieces, place, width, 46)};
}

/** Ticks of hours and minutes for a domain of a few days; null for a longer one. */
function shortTicks(domain, place, width) {
  const length = domain.to - domain.from;
  if (length > 3 * DAY) return null;
  const gap = HOURS.find((minutes) => (length / minutes) * 52 <= width) ?? DAY;
  const ticks = [];
  for (let time = Math.ceil(domain.from / gap) * gap; time <= domain.to; time += gap) {
    ticks.push({time, x: place(time), name: time % DAY === 0 ? 'date' : 'hour'});
  }
  return ticks;
}

/** Paint events, ticks and breaks; colours come from the style of the axis. */
export function paintAxis(context, app, layout, style) {
  const colour = (name) => style.getPropertyValue(`--mapapp-plugin-${name}`).trim();
  context.clearRect(0, 0, layout.width, layout.top + TICKS);
  const bars = barsOf(app, layout);
  if (bars) paintBars(context, layout, bars);
  else paintHistogram(context, app, layout);
  context.fillStyle = colour('muted');
  context.fillRect(SIDE, layout.top, layout.inner, 1);
  for (const gap of layout.breaks) paintBreak(context, (layout.place(gap.from) + layout.place(gap.to)) / 2, layout.top, colour);
  paintTicks(context, app, layout, colour, style.fontFamily);
}

function paintTicks(context, app, layout, colour, font) {
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const hasYears = layout.ticks.some(({name}) => name === 'year');
  layout.ticks.forEach((tick, index) => {
    const isStrong = tick.name === 'year' || tick.name === 'date' || (index === 0 && !hasYears);
    context.fillStyle = colour('muted');
    context.fillRect(Math.round(tick.x), layout.top, 1, isStrong ? 6 : 4);
    context.font = `${isStrong ? 600 : 400} 10.5px ${font}`;
    context.fillStyle = colour(isStrong ? 'ink' : 'muted');
    const text = tickText(app.words, tick, isStrong);
    const half = context.measureText(text).width / 2;
    context.fillText(text, clamp(tick.x, half + 2, layout.width - half - 2), layout.top + 16);
  });
}

function tickText(words, {time, name}, isStrong) {
  if (name === 'year') return words.day(time, 'year');
  if (name === 'hour') return new Date(time * 60000).toISOString().slice(-13, -8);
  if (name === 'date' || (isStrong && name === 'day')) return words.day(time, 'short');
  if (name === 'month') return isStrong ? words.day(time, 'group') : words.day(time, 'month');
  return words.day(time, 'day');
}

function paintBreak(context, x, y, colour) {
  context.fillStyle = colour('paper');
  context.fillRect(x - 3, y - 2, 6, 5);
  context.strokeStyle = colour('muted');
  for (const shift of [-3, 2]) {
    context.beginPath();
    context.moveTo(x + shift - 1.5, y + 4);
    context.lineTo(x + shift + 2.5, y - 4);
    context.stroke();
  }
}

/** Every event as a bar as long as it lasts, overlapping ones in rows; null when they need too many. */
function barsOf(app, layout) {
  const {start, end, group, groups, order, domain} = app.data();
  if (order.length > MOST_BARS) return null;
  const spans = order.map((event) => {
    const [x0, x1] = [start[event], end[event]].map((time) => layout.place(clamp(time, domain.from, domain.to)));
    const spare = Math.max(5 - (x1 - x0), 0) / 2;
    return {x0: x0 - spare, x1: x1 + spare, colour: groups[group[event]].colour, isOpen: end[event] === Infinity};
  });
  spans.sort((a, b) => a.x0 - b.x0);
  const {rows, count} = packRows(spans, MOST_BARS, 1);
  return count > MOST_ROWS ? null : {spans, rows, height: Math.min(Math.floor((layout.top - 4) / Math.max(count, 1)), 10)};
}

function paintBars(context, layout, {spans, rows, height}) {
  spans.forEach(({x0, x1, colour, isOpen}, index) => {
    const fade = context.createLinearGradient(x0, 0, x1, 0);
    fade.addColorStop(0, colour);
    fade.addColorStop(1, isOpen ? `${colour}22` : colour);
    context.fillStyle = fade;
    context.beginPath();
    context.roundRect(x0, layout.top - 2 - (rows[index] + 1) * height, x1 - x0, Math.max(height - 1.5, 2), Math.min(height / 2 - 0.5, 3));
    context.fill();
  });
}

/** How many events begin in each stretch of 4 px, stacked by group. */
function paintHistogram(context, app, layout) {
  const {start, end, group, groups, total} = app.data();
  const bins = Math.max(Math.floor(layout.inner / 4), 1);
  const counts = groups.map(() => new Uint32Array(bins));
  for (let event = 0; event < total; event += 1) {
    const time = Number.isFinite(start[event]) ? start[event] : end[event];
    if (!Number.isFinite(time)) continue;
    const bin = clamp(Math.floor(((layout.place(time) - SIDE) / layout.inner) * bins), 0, bins - 1);
    counts[group[event]][bin] += 1;
  }
  let most = 1;
  for (let bin = 0; bin < bins; bin += 1) most = Math.max(most, counts.reduce((sum, column) => sum + column[bin], 0));
  const width = layout.inner / bins;
  for (let bin = 0; bin < bins; bin += 1) {
    let y = layout.top;
    counts.forEach((column, code) => {
      const height = (column[bin] / most) * (layout.top - 3);
      context.fillStyle = groups[code].colour;
      context.fillRect(SIDE + bin * width, y - height, Math.max(width - 0.8, 0.8), height);
      y -= height;
    });
  }
}
