// The offline base: land, borders, rivers and names, drawn from the page's own data.

import {decodeSteps} from './codec.mjs';
import {boundsOf, projectFlat, unitX, unitY} from './mercator.mjs';

const LAYERS = ['land', 'lakes', 'rivers', 'borders'];

/** Decode the base of the payload into unit coordinates with bounds. */
export function decodeBase(payload) {
  const base = Object.fromEntries(LAYERS.map((name) => [name, (payload[name] ?? []).map((steps) => {
    const line = projectFlat(decodeSteps(steps, payload.scale));
    return {line, bounds: boundsOf(line)};
  })]));
  const point = (named) => ({...named, x: unitX(named.lon), y: unitY(named.lat)});
  return {...base, towns: (payload.towns ?? []).map(point), countries: (payload.countries ?? []).map(point)};
}

/** Paint the whole base; names keep clear of `places`, where marks of events stand. */
export function paintBase(context, view, {base, places, palette, words}) {
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width, view.height);
  tracing(context, view, base.land, true);
  context.fillStyle = palette.land;
  context.fill('evenodd');
  context.strokeStyle = palette.coast;
  context.lineWidth = 0.8;
  context.stroke();
  paintLines(context, view, base.lakes, {fill: palette.sea});
  paintLines(context, view, base.rivers, {stroke: palette.river, width: view.zoom > 9 ? 1.6 : 0.9});
  paintLines(context, view, base.borders, {stroke: palette.halo, width: 3, alpha: 0.6});
  paintLines(context, view, base.borders, {stroke: palette.border, width: view.zoom > 8 ? 1.6 : 1.1, dash: view.zoom > 8 ? [7, 3, 2, 3] : []});
  const taken = [];
  paintCountries(context, view, base.countries, palette, words, taken);
  paintTowns(context, view, base, places, palette, words, taken);
}

function paintLines(context, view, parts, {fill, stroke, width, alpha = 1, dash = []}) {
  if (!parts.length) return;
  tracing(context, view, parts, Boolean(fill));
  if (fill) {
    context.fillStyle = fill;
    context.fill('evenodd');
    return;
  }
  context.globalAlpha = alpha;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Begin a path of all parts that can be seen; points closer than half a pixel are left out. */
function tracing(context, view, parts, closed) {
  context.beginPath();
  for (const {line, bounds} of parts) {
    if (view.x(bounds.x1) < 0 || view.x(bounds.x0) > view.width) continue;
    if (view.y(bounds.y1) < 0 || view.y(bounds.y0) > view.height) continue;
    let [lastX, lastY] = [Infinity, Infinity];
    for (let index = 0; index < line.length; index += 2) {
      const [x, y] = [view.x(line[index]), view.y(line[index + 1])];
      if (index === 0) context.moveTo(x, y);
      else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.6 && index < line.length - 2) continue;
      else context.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    if (closed) context.closePath();
  }
}

function paintCountries(context, view, countries, palette, words, taken) {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const country of countries) {
    if (view.zoom > 9) continue;
    const size = view.zoom < 4 ? 10 : 12;
    const text = words.name(country.names);
    context.font = `600 ${size}px ${palette.font}`;
    context.letterSpacing = words.key === 'en' ? '2px' : '4px';
    const label = words.key === 'en' ? text.toUpperCase() : text;
    const [x, y] = [view.x(country.x), view.y(country.y)];
    if (place(context, taken, label, x, y, size, view)) halo(context, label, x, y, palette, palette['country-text']);
  }
  context.letterSpacing = '0px';
}

function paintTowns(context, view, {towns}, places, palette, words, taken) {
  context.textAlign = 'left';
  const marks = places.map(({x, y}) => ({x: view.x(x), y: view.y(y)}));
  for (const town of towns) {
    if (view.zoom < (town.min_zoom ?? 5)) continue;
    const [x, y] = [view.x(town.x), view.y(town.y)];
    const isUnderMark = marks.some((mark) => Math.abs(mark.x - x) < 14 && Math.abs(mark.y - y) < 14);
    const left = x + (isUnderMark ? 19 : 6);
    const text = words.name(town.names);
    const size = town.rank <= 1 ? 12 : 11;
    context.font = `${town.rank <= 1 ? 600 : 500} ${size}px ${palette.font}`;
    if (!place(context, taken, text, left, y, size, view, true)) continue;
    context.beginPath();
    context.arc(x, y, town.rank <= 1 ? 2.6 : 2, 0, 2 * Math.PI);
    context.fillStyle = palette.town;
    context.fill();
    halo(context, text, left, y, palette, palette['town-text']);
  }
}

/** Whether a label has room; if so its box is taken. */
function place(context, taken, text, x, y, size, view, isLeft = false) {
  const width = context.measureText(text).width;
  const box = {x0: isLeft ? x - 10 : x - width / 2, x1: isLeft ? x + width : x + width / 2, y0: y - size * 0.7, y1: y + size * 0.7};
  if (box.x1 < 0 || box.x0 > view.width || box.y1 < 0 || box.y0 > view.height) return false;
  const hits = taken.some((other) => box.x0 < other.x1 + 4 && box.x1 > other.x0 - 4 && box.y0 < other.y1 + 2 && box.y1 > other.y0 - 2);
  if (!hits) taken.push(box);
  return !hits;
}

function halo(context, text, x, y, palette, colour) {
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = 3;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
