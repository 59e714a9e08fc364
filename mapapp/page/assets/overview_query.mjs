// What the overview asks of the store: the view, the window and the filters, as plain values.

import {worldSize} from './mercator.mjs';

const STEPS_DEG = [30, 20, 15, 10, 7.5, 5, 2.5, 1, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.0025, 0.001];
const CELL_PX = 20;

/** Size of a density cell in degrees, the finest of a fixed ladder that is wide enough on screen. */
export function cellDegrees(zoom) {
  const wanted = (CELL_PX * 360) / worldSize(zoom);
  return [...STEPS_DEG].reverse().find((step) => step >= wanted) ?? STEPS_DEG[0];
}

/** The box of a Leaflet view as [west, south, east, north] within −180…180; null for the whole width. */
export function boxOf(bounds) {
  const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  const lat = (value) => Math.min(Math.max(value, -90), 90);
  if (east - west >= 360) return [-180, lat(south), 180, lat(north)];
  return [wrap(west), lat(south), wrap(east), lat(north)];
}

function wrap(lon) {
  return lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}

/** ISO day of a number of days since 1970. */
export function isoDay(day) {
  return new Date(day * 86400000).toISOString().slice(0, 10);
}

/** Days since 1970 of an ISO day. */
export function dayOf(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86400000);
}

/** The filters and the window as the text of a link; what is as at the start is left out. */
export function encodeView(state, domain) {
  const parts = new URLSearchParams();
  if (state.from > domain.from) parts.set('from', isoDay(state.from));
  if (state.to < domain.to) parts.set('to', isoDay(state.to));
  state.kinds.forEach((kind) => parts.append('kind', kind));
  state.countries.forEach((country) => parts.append('country', country));
  if (state.text) parts.set('q', state.text);
  if (state.selected) parts.set('event', state.selected);
  if (state.camera) parts.set('map', [state.camera.zoom, state.camera.lat, state.camera.lon].map((part) => Math.round(part * 1e4) / 1e4).join('/'));
  return parts.toString();
}

/** The state that a link describes; nonsense in it is left out. */
export function decodeView(link, domain) {
  const parts = new URLSearchParams(link);
  const day = (name, otherwise) => {
    const found = dayOf(parts.get(name) ?? '');
    return Number.isFinite(found) ? Math.min(Math.max(found, domain.from), domain.to) : otherwise;
  };
  const [from, to] = [day('from', domain.from), day('to', domain.to)];
  const [zoom, lat, lon] = (parts.get('map') ?? '').split('/').map(Number);
  const hasCamera = [zoom, lat, lon].every(Number.isFinite) && parts.get('map')?.split('/').length === 3;
  return {
    from: Math.min(from, to), to: Math.max(from, to), text: parts.get('q') ?? '',
    kinds: parts.getAll('kind'), countries: parts.getAll('country'), selected: parts.get('event'),
    camera: hasCamera ? {zoom, lat: Math.min(Math.max(lat, -85), 85), lon} : null,
  };
}
