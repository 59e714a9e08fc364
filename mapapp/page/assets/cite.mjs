// A citation that lets others find the same view again.

import {grainOf, windowOf} from './activity.mjs';
import {FACET_KEYS, isoDay} from './state_link.mjs';

/** Text with the data set, its version, the day of access, filters, window, event and link. */
export function citeText(app, event) {
  const {dataset, incidents} = app;
  const state = app.store.get();
  const words = app.words();
  const filters = FACET_KEYS.filter((key) => state.filters[key]?.length).map((key) => `${key}=${state.filters[key].join(',')}`);
  if (state.query) filters.push(`q=${state.query}`);
  const parts = [
    event >= 0 ? `${words.of(incidents.textOf(event).title)} (${incidents.idOf(event)}).` : '',
    `${words.name(dataset.title)}, ${words.say('app.version', {version: dataset.version ?? ''})}, ${dataset.license ?? ''}.`,
    `${words.window(windowOf(state), state.mode, grainOf(state.step))}${filters.length ? `; ${filters.join('; ')}` : ''}.`,
    isoDay(Date.now() / 60000),
    `#${app.link()}`,
  ];
  return parts.filter(Boolean).join(' ');
}
