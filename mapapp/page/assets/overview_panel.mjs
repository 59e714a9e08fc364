// The side of the overview: what is shown, search, facets with counts, and incidents where they are few.

import {el, outsideLink, rename} from './dom.mjs';
import {createFacet} from './overview_facet.mjs';

const LISTED_AT_ONCE = 200;
const TYPING_MS = 350;

/** The panel; `app` has store, answer(), words(), select(), threshold, total. */
export function createOverviewPanel(app) {
  const count = el('h2', {class: 'mapapp-overview-count', role: 'status', 'aria-live': 'polite'});
  const note = el('p', {class: 'mapapp-overview-note'});
  const search = el('input', {type: 'search', class: 'mapapp-overview-search'});
  const reset = el('button', {type: 'button', class: 'mapapp-overview-text-button', onclick: () => {
    search.value = '';
    app.store.set({kinds: [], countries: [], text: ''});
  }});
  const kinds = createFacet(app, 'kinds', 'filter.kind', (word) => app.words().term('kind', word));
  const countries = createFacet(app, 'countries', 'filter.country', (word) => app.words().country(word));
  const list = el('ol', {class: 'mapapp-overview-list'});
  const more = el('button', {type: 'button', class: 'mapapp-overview-text-button', onclick: () => showList(listed + LISTED_AT_ONCE)});
  const close = el('button', {type: 'button', class: 'mapapp-overview-text-button', onclick: () => app.select(null)});
  const told = el('div', {class: 'mapapp-overview-told'});
  const card = el('article', {class: 'mapapp-overview-card', hidden: true, tabindex: '-1'}, told, close);
  const busy = el('div', {class: 'mapapp-overview-busy', role: 'progressbar', hidden: true});
  const root = el('aside', {class: 'mapapp-overview-panel'}, busy, count, note, search, reset, card, list, more, kinds.root, countries.root);
  let listed = LISTED_AT_ONCE;
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => app.store.set({text: search.value.trim()}), TYPING_MS);
  });
  card.addEventListener('keydown', (event) => event.key === 'Escape' && app.select(null));

  function showList(most) {
    listed = most;
    const incidents = app.answer()?.incidents ?? [];
    list.hidden = !incidents.length;
    more.hidden = incidents.length <= listed;
    more.textContent = app.words().say('count.more', {n: incidents.length - listed});
    list.replaceChildren(...incidents.slice(0, listed).map((incident) => el('li', {},
      el('button', {type: 'button', 'data-id': incident.id, onclick: () => app.select(incident.id)},
        el('small', {}, app.words().of(incident.when)), el('strong', {}, incident.title), el('span', {}, incident.place ?? '')))));
    markSelected();
  }

  function markSelected() {
    const {selected} = app.store.get();
    for (const button of list.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset.id === selected));
  }

  function showCard() {
    const words = app.words();
    const incident = app.answer()?.incidents?.find((one) => one.id === app.store.get().selected);
    const hadFocus = card.contains(document.activeElement);
    card.hidden = !incident;
    if (!incident) {
      if (hadFocus) search.focus();
      return;
    }
    const people = incident.people === null ? null : el('p', {}, `${words.say('filter.people')}: ${words.number(incident.people)}`);
    const position = incident.lon === null ? words.say('overview.nowhere') : words.say('overview.within', {distance: words.distance(incident.radius_m ?? 0)});
    told.replaceChildren(
      el('h3', {}, incident.title),
      el('p', {}, words.of(incident.when)),
      el('p', {}, [incident.place, words.country(incident.country)].filter(Boolean).join(', ')),
      el('p', {}, position),
      ...[people, incident.summary ? el('p', {}, incident.summary) : null].filter(Boolean),
      el('ul', {}, incident.sources.map((source) => el('li', {}, source.url ? outsideLink(source.url, source.publisher || source.url) : source.publisher))),
    );
  }

  function showWords() {
    const words = app.words();
    rename(busy, words.say('overview.busy'));
    search.placeholder = words.say('overview.search');
    search.setAttribute('aria-label', words.say('overview.search'));
    root.setAttribute('aria-label', words.say('overview.panel'));
    reset.textContent = words.say('filter.reset');
    close.textContent = words.say('app.close');
  }

  return {
    root,
    update(changed) {
      const words = app.words();
      const answer = app.answer();
      const {waiting, text, kinds: chosenKinds, countries: chosenCountries} = app.store.get();
      busy.hidden = !waiting;
      root.classList.toggle('mapapp-overview-waiting', waiting);
      if (changed.has('language')) showWords();
      reset.disabled = !text && !chosenKinds.length && !chosenCountries.length;
      if (document.activeElement !== search) search.value = text;
      if (!answer) return;
      count.textContent = answer.fault ? '' : words.say('overview.count', {n: words.number(answer.in_view), total: words.number(app.total)});
      note.textContent = answer.fault ?? noteOf(app, answer);
      kinds.update(answer.kinds);
      countries.update(answer.countries);
      if (['answered', 'language'].some((key) => changed.has(key))) showList(LISTED_AT_ONCE);
      if (changed.has('selected')) markSelected();
      showCard();
    },
    openCard() {
      if (!card.hidden) card.focus();
    },
  };
}

function noteOf(app, answer) {
  if (!answer.in_view) return app.words().say('overview.nothing');
  return app.words().say(answer.incidents ? 'overview.single' : 'overview.density', {n: app.words().number(app.threshold)});
}
