// The text of every event for searching: read once, block by block, when a reader first searches.
//
// Folded texts are kept as bytes, a line an event: about a hundred megabytes of a million events, and
// only once somebody searches.

import {codesOf} from './incidents.mjs';
import {fold, markLines, queryTerms} from './search.mjs';

const MOST_REMEMBERED = 20_000;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Search over all events. `hits(query)` is 1 or 0 by event, or null while there is nothing to look
 * for or the texts are not read. `begin(onProgress, onFault)` reads those of very many events, a
 * block at each `pause()`, and tells the share that is read; others are at hand.
 */
export function createSearch(incidents, pause) {
  const {texts, places, total, chunk, isDense} = incidents;
  const lines = createLines(incidents);
  const parts = [];
  let reading = null;
  let last = {query: '', hits: null};

  const add = (first, rows) => parts.push({first, bytes: encoder.encode(rows.map((text, index) => lines.lineOf(first + index, text)).join('\n'))});

  async function read(onProgress) {
    for (let number = 0; number < texts.count; number += 1) {
      await pause();
      const first = number * chunk;
      const rows = await texts.rowsOf(number);
      const stoodOn = new Set(rows.flatMap((_, index) => incidents.placesOf(first + index)));
      for (const place of stoodOn) if (!places.has(place)) await places.need(place);
      add(first, rows);
      onProgress((number + 1) / texts.count);
    }
  }

  function isReady() {
    if (!isDense && !parts.length && total) add(0, Array.from({length: total}, (_, event) => incidents.textOf(event)));
    return parts.length === (isDense ? texts.count : Math.min(total, 1));
  }

  return {
    isReady,
    begin(onProgress, onFault) {
      if (isDense) reading ??= read(onProgress).catch(onFault);
    },
    hits(query) {
      const terms = queryTerms(query);
      if (!terms.length || !isReady()) return null;
      if (last.query !== query) {
        const hits = new Uint8Array(total);
        for (const {first, bytes} of parts) markLines(decoder.decode(bytes), terms, hits, first);
        last = {query, hits};
      }
      return last.hits;
    },
  };
}

/** Lines of words by which events can be found: `lineOf(event, text)`, folded. */
function createLines(incidents) {
  const ofActors = new Map();
  const ofPlaces = new Map();
  const spelt = ({names, spellings}) => fold([...Object.values(names ?? {}), ...(spellings ?? [])].join(' '));

  /** Many events share an actor or a place: its words are folded once. */
  function remembered(known, code, thingOf) {
    let words = known.get(code);
    if (words === undefined) {
      if (known.size > MOST_REMEMBERED) known.clear();
      words = spelt(thingOf(code));
      known.set(code, words);
    }
    return words;
  }

  return {
    lineOf(event, text) {
      let line = fold([...(text.title ?? []), ...(text.summary ?? []), ...(text.when ?? []), text.edtf ?? '', text.id ?? incidents.idOf(event)].join(' '));
      for (const place of incidents.placesOf(event)) line += ` ${remembered(ofPlaces, place, incidents.placeOf)}`;
      for (const code of codesOf(incidents.actorsOf, event)) line += ` ${remembered(ofActors, code, (actor) => incidents.actors[actor])}`;
      return line;
    },
  };
}
