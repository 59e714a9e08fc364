// The facets that events can be filtered by, and the text that search looks through.

import {countsOf, maskOf} from './filters.mjs';
import {codesOf} from './incidents.mjs';
import {fold, matches, queryTerms} from './search.mjs';

/** Facets of the incidents: `{key, valuesOf(event), word(code) → stable word, label(words, word)}`. */
export function facetsOf(incidents) {
  const {vocabulary, features, featuresOf, layer} = incidents;
  const word = (group) => (code) => vocabulary[group][code];
  const term = (group) => (words, name) => words.term(group, name);
  const single = (column) => (event) => [column[event]];
  const ofPlaces = (column) => (event) => featuresOf(event).map((feature) => column[feature]);
  const layersOf = (event) => (featuresOf(event).length ? ofPlaces(features.layer)(event) : [layer[event]]);
  return [
    {key: 'layer', valuesOf: layersOf, word: word('layer'), label: term('layer')},
    {key: 'kind', valuesOf: single(incidents.kind), word: word('kind'), label: term('kind')},
    {key: 'country', valuesOf: ofPlaces(features.country), word: word('country'), label: (words, code) => words.country(code)},
    {key: 'actor', valuesOf: (event) => codesOf(incidents.actorsOf, event), word: (code) => incidents.actors[code].id,
      label: (words, id, code) => words.name(incidents.actors[code].names)},
    {key: 'source', valuesOf: (event) => codesOf(incidents.sourcesOf, event), word: (code) => incidents.sources[code].id,
      label: (words, id, code) => sourceLabel(words, incidents.sources[code])},
    {key: 'status', valuesOf: single(incidents.status), word: word('status'), label: term('status')},
    {key: 'precision', valuesOf: single(incidents.precision), word: word('precision'), label: term('precision_short')},
  ];
}

function sourceLabel(words, source) {
  return [source.publisher, words.of(source.published_text) || source.published].filter(Boolean).join(', ');
}

/** Filtering by a state's filters and query: `mask(state)` now, `counts(state)` when they are shown. */
export function createFilter(incidents, facets) {
  let texts = null;
  function also({filters, query}) {
    const terms = queryTerms(query);
    if (terms.length && !texts) texts = Array.from({length: incidents.total}, (_, event) => searchText(incidents, event));
    const least = filters.people ?? 0;
    if (!terms.length && !least) return null;
    return (event) => (!terms.length || matches(texts[event], terms)) && (!least || incidents.people[event] >= least);
  }
  return {
    mask: (state) => maskOf(incidents.total, facets, chosenCodes(incidents, facets, state.filters), also(state)),
    counts: (state) => countsOf(incidents.total, facets, chosenCodes(incidents, facets, state.filters), also(state)),
  };
}

function chosenCodes(incidents, facets, filters) {
  const chosen = {};
  for (const facet of facets) {
    const wanted = filters[facet.key] ?? [];
    if (!wanted.length) continue;
    const codes = new Set();
    for (let event = 0; event < incidents.total; event += 1) {
      for (const code of facet.valuesOf(event)) if (wanted.includes(facet.word(code))) codes.add(code);
    }
    chosen[facet.key] = codes.size ? codes : new Set([-1]);
  }
  return chosen;
}

function searchText(incidents, event) {
  const text = incidents.textOf(event);
  const placeWords = incidents.featuresOf(event).flatMap((feature) => {
    const place = incidents.places[incidents.features.place[feature]];
    return [...Object.values(place.names), ...(place.spellings ?? [])];
  });
  const actorWords = codesOf(incidents.actorsOf, event).flatMap((code) => {
    const actor = incidents.actors[code];
    return [...Object.values(actor.names), ...(actor.spellings ?? [])];
  });
  return fold([...(text.title ?? []), ...(text.summary ?? []), ...(text.when ?? []), text.edtf, ...placeWords, ...actorWords, incidents.idOf(event)].join(' '));
}

/** How many filters are on. */
export function activeFilters(filters) {
  return Object.values(filters).filter((value) => (Array.isArray(value) ? value.length : value)).length;
}
