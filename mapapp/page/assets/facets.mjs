// The facets that events can be filtered by.

import {countsOf, maskOf} from './filters.mjs';

/**
 * Facets of the incidents: `{key, lists, words, label(words, word, code), isTelling}`. `words` are the
 * stable words of the codes, `lists` the codes of every event as filters.mjs has them; a facet tells
 * nothing where every event has the same one.
 */
export function facetsOf(incidents) {
  const {vocabulary, features, actors, sources} = incidents;
  const single = (key, codes, group = key) => ({key, lists: {codes}, words: vocabulary[key], label: (words, name) => words.term(group, name)});
  const ofPlaces = {offsets: features.offsets, codes: features.country};
  const facets = [
    {...single('layer', null), lists: layersOf(incidents)},
    single('kind', incidents.kind),
    {key: 'country', lists: ofPlaces, words: vocabulary.country, label: (words, code) => words.country(code)},
    {key: 'actor', lists: incidents.actorsOf, words: actors.map(({id}) => id), label: (words, id, code) => words.name(actors[code].names)},
    {key: 'source', lists: incidents.sourcesOf, words: sources.map(({id}) => id), label: (words, id, code) => sourceLabel(words, sources[code])},
    single('status', incidents.status),
    single('precision', incidents.precision, 'precision_short'),
  ];
  return facets.map((facet) => ({...facet, isTelling: tellsApart(facet.lists, incidents.total)}));
}

/** Whether two events differ in their codes. */
function tellsApart({codes, offsets}, total) {
  if (codes.some((code) => code !== codes[0])) return true;
  if (!offsets || !codes.length) return false;
  for (let event = 0; event < total; event += 1) if (offsets[event] === offsets[event + 1]) return true;
  return false;
}

/** The layers of each event's places; its lane where it has none. */
function layersOf({total, features, layer}) {
  const offsets = new Uint32Array(total + 1);
  const codes = new Uint8Array(features.total + total);
  let end = 0;
  for (let event = 0; event < total; event += 1) {
    const [first, last] = [features.offsets[event], features.offsets[event + 1]];
    if (first === last) codes[end++] = layer[event];
    for (let feature = first; feature < last; feature += 1) codes[end++] = features.layer[feature];
    offsets[event + 1] = end;
  }
  return {offsets, codes: codes.subarray(0, end)};
}

function sourceLabel(words, source) {
  return [source.publisher, words.of(source.published_text) || source.published].filter(Boolean).join(', ');
}

/**
 * Filtering by a state's filters and query: `mask(state)` now, `counts(state)` when they are shown.
 * `search` as from createSearch; a query takes part once the texts are read.
 */
export function createFilter(incidents, facets, search) {
  function also({filters, query}) {
    const hits = search.hits(query);
    const least = filters.people ?? 0;
    if (!hits && !least) return null;
    return (event) => (!hits || hits[event] === 1) && (!least || incidents.people[event] >= least);
  }
  return {
    mask: (state) => maskOf(incidents.total, facets, chosenCodes(facets, state.filters), also(state)),
    counts: (state) => countsOf(incidents.total, facets, chosenCodes(facets, state.filters), also(state)),
  };
}

/** The codes of the chosen words; for a word that is not here, a code that no event has. */
export function chosenCodes(facets, filters) {
  return Object.fromEntries(facets.map(({key, words}) => [key, new Set((filters[key] ?? []).map((word) => words.indexOf(word)))]));
}

/** How many filters are on. */
export function activeFilters(filters) {
  return Object.values(filters).filter((value) => (Array.isArray(value) ? value.length : value)).length;
}
