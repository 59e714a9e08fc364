// The panel beside the map (a sheet on phones): search, filters, the list, and the card.

import {activeFilters} from './facets.mjs';
import {createCard} from './card.mjs';
import {el, icon, iconButton, rename} from './dom.mjs';
import {createEventList} from './event_list.mjs';
import {createFilterPanel} from './filter_panel.mjs';
import {CONTROLS} from './signs.mjs';

/** The panel; `app` as for its parts. */
export function createPanel(app) {
  const list = createEventList(app);
  const filters = createFilterPanel(app);
  const card = createCard(app, () => app.select(-1, 'card'));
  const search = el('input', {type: 'search', id: 'mapapp-search', autocomplete: 'off', spellcheck: 'false', maxlength: 200,
    oninput: () => app.store.set({query: search.value}), onfocus: () => app.readForSearch(), onkeydown: (event) => {
      if (event.key === 'Escape' && search.value) app.store.set({query: ''});
      else if (event.key === 'Escape') search.blur();
      event.stopPropagation();
    }});
  const count = el('span', {class: 'mapapp-badge', hidden: true});
  const filterButton = el('button', {type: 'button', class: 'mapapp-icon-button', 'aria-expanded': 'false', onclick: () => {
    app.store.set({filtersOpen: !app.store.get().filtersOpen});
  }}, icon(CONTROLS.filter), count);
  const title = el('h2', {class: 'mapapp-panel-title', id: 'mapapp-list'});
  const grip = el('button', {type: 'button', class: 'mapapp-grip', onclick: () => app.store.set({sheet: !app.store.get().sheet})},
    icon(CONTROLS.chevron), title);
  const reading = el('p', {class: 'mapapp-hint mapapp-reading', role: 'status', hidden: true});
  const browse = el('div', {class: 'mapapp-browse'},
    el('div', {class: 'mapapp-search'}, icon(CONTROLS.search), search, filterButton),
    reading, el('div', {class: 'mapapp-scroll'}, filters.root, list.root));
  const root = el('aside', {class: 'mapapp-panel'}, grip, browse, card.root);
  let shown = -1;

  function relabel(words) {
    search.placeholder = words.say('list.search_short');
    search.setAttribute('aria-label', words.say('list.search'));
    rename(filterButton, words.say('filter.title'));
    root.setAttribute('aria-label', words.say('app.events'));
  }

  function showCard(selected, changed) {
    if (selected !== shown || (selected >= 0 && (changed.has('language') || changed.has('arrived')))) {
      if (selected >= 0) card.show(selected);
      shown = selected;
    }
    card.root.hidden = selected < 0;
    root.classList.toggle('mapapp-is-card', selected >= 0);
    browse.hidden = selected >= 0;
  }

  return {
    root,
    list,
    update(view, changed) {
      const state = app.store.get();
      const words = app.words();
      if (changed.has('language')) relabel(words);
      if (search.value !== state.query) search.value = state.query;
      filters.root.hidden = !state.filtersOpen;
      filterButton.setAttribute('aria-expanded', String(state.filtersOpen));
      const active = activeFilters(state.filters);
      count.hidden = !active;
      count.textContent = words.number(active);
      reading.hidden = !state.query || app.canSearch();
      if (!reading.hidden) reading.textContent = words.say('list.reading', {n: Math.round(state.searchRead * 100)});
      title.textContent = `${words.say('list.title')} · ${words.number(view.counts.shown)}`;
      root.classList.toggle('mapapp-is-open', state.sheet);
      app.root.classList.toggle('mapapp-has-sheet', state.sheet);
      grip.setAttribute('aria-expanded', String(state.sheet));
      list.update(view, changed);
      filters.update(view, changed);
      showCard(state.selected, changed);
    },
    focusCard: () => card.root.focus({preventScroll: true}),
    /** At once, so that what is typed next is not lost. */
    focusSearch() {
      card.root.hidden = true;
      browse.hidden = false;
      search.focus();
      search.select();
    },
  };
}
