import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {activityIn, DAY, HIDDEN} from '../../mapapp/page/assets/activity.mjs';
import {chosenCodes, createFilter, facetsOf} from '../../mapapp/page/assets/facets.mjs';
import {countsOf} from '../../mapapp/page/assets/filters.mjs';

const {events, cases} = JSON.parse(readFileSync(new URL('../shared/filter_cases.json', import.meta.url), 'utf8'));
const minutes = (day, missing, later = 0) => (day ? Date.parse(`${day}T00:00:00Z`) / 60000 + later * DAY : missing);
const search = {hits: () => null};

/** The cases' events as the page holds them: codes by column, each event at one place. */
function incidentsOf() {
  const wordsOf = (name) => [...new Set(events.map((event) => event[name]))];
  const codes = (name) => events.map((event) => wordsOf(name).indexOf(event[name]));
  const names = [...new Set(events.flatMap((event) => event.actors))];
  const offsets = [0];
  for (const event of events) offsets.push(offsets.at(-1) + event.actors.length);
  return {
    total: events.length, people: events.map(() => -1), layer: events.map(() => 0),
    kind: codes('kind'), status: codes('status'), precision: codes('time_precision'),
    features: {total: events.length, offsets: [...events.keys(), events.length], layer: events.map(() => 0), country: codes('country')},
    vocabulary: {layer: ['venues'], kind: wordsOf('kind'), status: wordsOf('status'), precision: wordsOf('time_precision'), country: wordsOf('country')},
    actors: names.map((name) => ({id: name, names: {en: name}})), sources: [],
    actorsOf: {offsets, codes: events.flatMap((event) => event.actors.map((name) => names.indexOf(name)))},
    sourcesOf: {offsets: new Uint32Array(events.length + 1), codes: []},
  };
}

const incidents = incidentsOf();
const facets = facetsOf(incidents);
const filter = createFilter(incidents, facets, search);

for (const {name, filters, window, passes} of cases) {
  test(`filter: ${name}`, () => {
    const mask = filter.mask({filters, query: ''});
    const [from, to] = window ? [minutes(window[0]), minutes(window[1], 0, 1)] : [-Infinity, Infinity];
    const found = events.filter((event, number) => mask[number]
      && activityIn(minutes(event.start, -Infinity), minutes(event.end, Infinity, 1), true, from, to) !== HIDDEN);
    assert.deepEqual(found.map(({id}) => id), passes);
  });
}

test('a count is what choosing its value would give, for every case', () => {
  for (const {name, filters} of cases) {
    const counts = countsOf(events.length, facets, chosenCodes(facets, filters), null);
    for (const facet of facets) {
      for (const [code, count] of counts[facet.key]) {
        const chosen = {...filters, [facet.key]: [facet.words[code]]};
        const wanted = filter.mask({filters: chosen, query: ''}).reduce((sum, passes) => sum + passes, 0);
        assert.equal(count, wanted, `${name}: ${facet.key} ${facet.words[code]}`);
      }
    }
  }
});
