// The view as a link: `#event=…&at=2025-02-20&mode=window&days=30&lang=zh-Hant&map=5.25/18.1/100.2`.
//
// Only what differs from the page's own start is written. Reading never fails: what is not
// understood is left out and counted, so that the reader can be told.

import {DAY, grainOf} from './activity.mjs';

const MODES = ['moment', 'window', 'sofar'];
const CLOCKS = ['calendar', 'event'];
const LANGUAGE_TAGS = {en: 'en', zh_hans: 'zh-Hans', zh_hant: 'zh-Hant'};
/** Filters by their word in the link and their key in the state. */
export const FACET_KEYS = ['layer', 'kind', 'country', 'actor', 'source', 'status', 'precision'];

/** ISO day of a time in minutes since 1970. */
export function isoDay(time) {
  const text = new Date(time * 60000).toISOString();
  return text.slice(0, text.indexOf('T'));
}

/** Minutes since 1970 of an ISO day such as 2025-02-05, or NaN. */
export function parseDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return NaN;
  const time = Date.parse(`${text}T00:00:00Z`) / 60000;
  return Number.isFinite(time) && isoDay(time) === text ? time : NaN;
}

/** Minutes since 1970 of `2025-02-05T14:30` (or with a space), or NaN. */
export function parseMoment(text) {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)$/.exec(text ?? '') ?? [];
  return parseDay(day) + Number(hour) * 60 + Number(minute);
}

/** The same the other way round. */
export function isoMoment(time) {
  return new Date(time * 60000).toISOString().replace(/:\d\d\.\d+Z$/, '');
}

/** The link of a state, without `#`; `initial` is what the page starts with. */
export function encodeState(state, initial) {
  const parts = new URLSearchParams();
  const add = (name, value, isPlain) => isPlain || parts.set(name, value);
  add('event', state.selectedId, !state.selectedId);
  const isFine = grainOf(state.step) < DAY;
  if (Number.isFinite(state.at)) add('at', isFine ? isoMoment(state.at) : isoDay(Math.ceil(state.at / DAY) * DAY - DAY), state.at === initial.at);
  add('mode', state.mode, state.mode === initial.mode);
  add('step', state.step, state.step === initial.step || (!isFine && grainOf(initial.step) === DAY));
  const isWhole = state.width % DAY === 0;
  add(isWhole ? 'days' : 'minutes', String(Math.round(isWhole ? state.width / DAY : state.width)), state.mode !== 'window' || state.width === initial.width);
  add('clock', state.clock, state.clock === initial.clock);
  add('lang', LANGUAGE_TAGS[state.language], state.language === initial.language);
  add('q', state.query, !state.query);
  for (const key of FACET_KEYS) add(key, (state.filters[key] ?? []).join('~'), !state.filters[key]?.length);
  add('people', String(state.filters.people), !state.filters.people);
  add('map', cameraText(state.camera), !state.camera);
  return parts.toString().replaceAll('%2F', '/').replaceAll('%7E', '~').replaceAll('%3A', ':');
}

function cameraText(camera) {
  return camera ? `${camera.zoom.toFixed(2)}/${camera.lat.toFixed(4)}/${camera.lon.toFixed(4)}` : '';
}

/** What a link asks for: `{patch, ignored}` with ignored = number of parts not understood. */
export function decodeState(text, {numberOf, domain, steps = []}) {
  const patch = {};
  let ignored = 0;
  const filters = {};
  for (const [name, value] of new URLSearchParams(String(text).replace(/^[#?]/, '').slice(0, 8000))) {
    const read = Object.hasOwn(READERS, name) ? READERS[name] : null;
    const found = read ? read(value, {numberOf, domain, steps}) : undefined;
    if (FACET_KEYS.includes(name) && value) filters[name] = value.split('~').slice(0, 50);
    else if (name === 'people' && /^\d{1,9}$/.test(value)) filters.people = Number(value);
    else if (found === undefined) ignored += 1;
    else Object.assign(patch, found);
  }
  if (Object.keys(filters).length) patch.filters = filters;
  return {patch, ignored};
}

const READERS = {
  event: (value, {numberOf}) => (numberOf(value) >= 0 ? {selectedId: value} : undefined),
  at: (value, {domain}) => {
    const time = Number.isNaN(parseDay(value)) ? parseMoment(value) : parseDay(value) + DAY;
    if (!domain || Number.isNaN(time)) return undefined;
    return {at: Math.min(Math.max(time, domain.from), domain.to)};
  },
  mode: (value) => (MODES.includes(value) ? {mode: value} : undefined),
  days: (value) => (/^[1-9]\d{0,6}$/.test(value) ? {width: Number(value) * DAY} : undefined),
  minutes: (value) => (/^[1-9]\d{0,8}$/.test(value) ? {width: Number(value)} : undefined),
  step: (value, {steps}) => (steps.includes(value) ? {step: value} : undefined),
  clock: (value) => (CLOCKS.includes(value) ? {clock: value} : undefined),
  lang: (value) => {
    const found = Object.entries(LANGUAGE_TAGS).find(([, tag]) => tag.toLowerCase() === value.toLowerCase());
    return found ? {language: found[0]} : undefined;
  },
  q: (value) => ({query: value.slice(0, 200)}),
  map: (value) => {
    const [zoom, lat, lon] = value.split('/').map(Number);
    const isGood = zoom >= 0 && zoom <= 20 && Math.abs(lat) <= 85 && Math.abs(lon) <= 360;
    return isGood ? {camera: {zoom, lat, lon}} : undefined;
  },
};
