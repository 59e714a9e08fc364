// The filters: every facet with its values and their counts, people at least, reset.

import {activeFilters} from './facets.mjs';
import {el} from './dom.mjs';
import {ICONS} from './signs.mjs';

/** Values of one facet that are listed, the most frequent first: other people's actors can be thousands. */
const MOST_VALUES = 200;
/** Facets whose words have an order of ours; other people's kinds follow, the most frequent first. */
const IN_OUR_ORDER = ['layer', 'kind', 'status', 'precision'];

/** The filter panel; `app` has facets, store, words(). */
export function createFilterPanel(app) {
  const root = el('div', {class: 'mapapp-filters', hidden: true});
  const people = el('input', {type: 'number', min: 0, step: 1, inputmode: 'numeric', onchange: () => {
    const least = Math.max(Math.floor(Number(people.value) || 0), 0);
    app.store.set({filters: {...app.store.get().filters, people: least || undefined}});
  }});
  const open = new Set(['layer', 'kind']);

  function toggle(key, word) {
    const {filters} = app.store.get();
    const chosen = filters[key] ?? [];
    const next = chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word];
    app.store.set({filters: {...filters, [key]: next}});
  }

  function facetView(facet, counts, chosen) {
    const words = app.words();
    const values = [...counts].map(([code, count]) => ({code, count, word: facet.words[code]})).filter(({word}) => word);
    for (const word of chosen) if (!values.some((value) => value.word === word)) values.push({code: -1, count: 0, word});
    const isOwn = ({word}) => facet.key !== 'kind' || Boolean(ICONS[word]);
    if (IN_OUR_ORDER.includes(facet.key)) values.sort((a, b) => isOwn(b) - isOwn(a) || (isOwn(a) ? a.code - b.code : b.count - a.count));
    else values.sort((a, b) => b.count - a.count);
    const cut = values.length > MOST_VALUES ? values.splice(MOST_VALUES).filter(({word}) => chosen.includes(word)) : [];
    const left = counts.size - MOST_VALUES;
    const details = el('details', {open: open.has(facet.key), ontoggle: () => (details.open ? open.add(facet.key) : open.delete(facet.key))},
      el('summary', {}, words.say(`filter.${facet.key}`), chosen.length ? el('span', {class: 'mapapp-badge'}, words.number(chosen.length)) : null),
      el('ul', {}, [...values, ...cut].map(({code, count, word}) => el('li', {}, el('label', {},
        el('input', {type: 'checkbox', checked: chosen.includes(word), 'data-word': word, onchange: () => toggle(facet.key, word)}),
        ['layer', 'kind'].includes(facet.key) ? app.facetSign(facet.key, word) : null,
        el('span', {}, code < 0 ? word : facet.label(words, word, code)),
        el('span', {class: 'mapapp-count'}, words.number(count)))))),
      left > 0 ? el('p', {class: 'mapapp-hint'}, words.say('filter.more', {n: left})) : null);
    return details;
  }

  return {
    root,
    update(view, changed) {
      if (root.hidden || !['language', 'filters', 'query', 'filtersOpen', 'searchRead'].some((key) => changed.has(key))) return;
      const words = app.words();
      const {filters} = app.store.get();
      const counts = app.facetCounts();
      const focused = root.contains(document.activeElement) ? document.activeElement.dataset?.word : null;
      people.value = filters.people ?? '';
      const reset = el('button', {type: 'button', class: 'mapapp-chip', disabled: !activeFilters(filters), onclick: () => app.store.set({filters: {}})}, words.say('filter.reset'));
      root.replaceChildren(
        el('div', {class: 'mapapp-filters-head'}, el('h3', {}, words.say('filter.title')), reset),
        ...app.facets.filter(({key, isTelling}) => isTelling || filters[key]?.length).map((facet) => facetView(facet, counts[facet.key], filters[facet.key] ?? [])),
        el('label', {class: 'mapapp-people'}, `${words.say('filter.people')}: ${words.say('filter.people_from')}`, people),
      );
      if (focused) [...root.querySelectorAll('input')].find((input) => input.dataset.word === focused)?.focus();
    },
  };
}
