// The list of events in the window, in order, with trays for those without a date.

import {CERTAIN} from './activity.mjs';
import {el} from './dom.mjs';

const PAGE = 300;
/** List items kept for when their events come into view again. */
const MOST_ITEMS = 5000;
// Two months.
const VAGUE_MINUTES = 62 * 1440;

/** The list; `app` has incidents, store, words(), sign(event), select. */
export function createEventList(app) {
  const items = new Map();
  const list = el('div', {class: 'mapapp-groups'});
  const empty = el('div', {class: 'mapapp-empty', hidden: true});
  const more = el('button', {type: 'button', class: 'mapapp-more', hidden: true, onclick: () => {
    limit += PAGE;
    show(app.shownEvents(limit), app.view().counts.shown);
  }});
  const tray = el('details', {class: 'mapapp-tray'});
  const offMap = el('button', {type: 'button', class: 'mapapp-more', 'aria-pressed': 'false', onclick: () => {
    const {filters} = app.store.get();
    app.store.set({filters: {...filters, layer: isOffMapOnly(filters) ? [] : ['none']}});
  }});
  const root = el('div', {class: 'mapapp-list-box'}, list, more, empty, offMap, tray);
  let limit = PAGE;
  let shownEvents = [];
  let shownKey = '';

  function itemOf(event) {
    if (!items.has(event)) items.set(event, makeItem(app, event));
    return items.get(event);
  }

  function show(events, total) {
    shownEvents = events;
    if (items.size > MOST_ITEMS) items.clear();
    const groups = [];
    for (const event of events) {
      const name = groupName(app, event);
      if (groups.at(-1)?.name !== name) groups.push({name, items: []});
      groups.at(-1).items.push(itemOf(event));
    }
    list.replaceChildren(...groups.map(({name, items: own}) => el('section', {},
      el('h3', {class: 'mapapp-list-group'}, name), el('ol', {class: 'mapapp-list'}, own))));
    more.hidden = total <= limit;
    more.textContent = app.words().say('count.more', {n: Math.min(PAGE, total - limit)});
    empty.hidden = events.length > 0;
  }

  function showTray(view) {
    const undated = [];
    // Undated events are numbered last.
    for (let event = app.incidents.total - 1; event >= 0 && app.incidents.isUndated(event) && undated.length < PAGE; event -= 1) {
      if (view.mask[event]) undated.unshift(event);
    }
    tray.hidden = !undated.length;
    if (tray.hidden) return;
    tray.replaceChildren(
      el('summary', {}, app.words().say('count.no_date', {n: undated.length})),
      el('ol', {class: 'mapapp-list'}, undated.map(itemOf)),
    );
  }

  function mark(selected) {
    for (const [event, node] of items) {
      const button = node.firstElementChild;
      if (event === selected) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  return {
    root,
    update(view, changed) {
      if (changed.has('language')) {
        items.clear();
        shownKey = '';
        empty.replaceChildren(el('p', {}, app.words().say(app.incidents.total ? 'list.none' : 'app.no_events')),
          el('p', {class: 'mapapp-hint'}, app.incidents.total ? app.words().say('list.none_hint') : ''));
      }
      // Of very many events the list is made when the clock rests.
      if (app.incidents.isDense && app.store.get().playing) return;
      const events = app.shownEvents(limit);
      const key = `${events.join()}/${view.counts.shown}/${view.maskNumber}`;
      if (key !== shownKey) {
        shownKey = key;
        show(events, view.counts.shown);
        showTray(view);
      }
      for (const event of events) items.get(event).classList.toggle('mapapp-is-possible', view.levels[event] !== CERTAIN);
      const {filters, selected} = app.store.get();
      offMap.hidden = !view.counts.offMap && !isOffMapOnly(filters);
      offMap.setAttribute('aria-pressed', String(isOffMapOnly(filters)));
      offMap.textContent = app.words().say('count.off_map', {n: view.counts.offMap});
      mark(selected);
    },
    events: () => shownEvents,
    reveal(event) {
      items.get(event)?.scrollIntoView({block: 'nearest'});
    },
    revealLast() {
      if (list.lastElementChild) root.parentElement.scrollTop = list.offsetHeight - root.parentElement.clientHeight + 60;
    },
    focus(event) {
      items.get(event)?.firstElementChild.focus({preventScroll: true});
    },
  };
}

function isOffMapOnly({layer}) {
  return layer?.length === 1 && layer[0] === 'none';
}

function groupName(app, event) {
  const {start, end, precision, lasting, vocabulary} = app.incidents;
  const time = Number.isFinite(start[event]) ? start[event] : end[event] - 1;
  // What is known to the year, or only within many months, must not stand under one January.
  const isYear = vocabulary.precision[precision[event]] === 'year'
    || (Number.isFinite(start[event]) && end[event] - start[event] > VAGUE_MINUTES && !lasting[event]);
  return app.words().day(time, isYear ? 'year' : 'group');
}

function makeItem(app, event) {
  const button = el('button', {type: 'button', onclick: () => app.select(event, 'list')}, app.sign(event, 24), el('span', {class: 'mapapp-list-text'}, '…'));
  app.incidents.whenRead(event, () => button.lastElementChild.replaceChildren(...itemWords(app, event)));
  return el('li', {class: 'mapapp-list-item'}, button);
}

function itemWords(app, event) {
  const words = app.words();
  const text = app.incidents.textOf(event);
  return [
    el('span', {class: 'mapapp-list-when'}, words.of(text.when) || words.say('list.undated'),
      el('span', {class: 'mapapp-badge mapapp-badge-possible'}, words.say('list.possible'))),
    el('span', {class: 'mapapp-list-title'}, words.of(text.title)),
    el('span', {class: 'mapapp-list-place'}, app.mainPlaceName(event) || (app.isOffMap(event) ? words.say('list.off_map') : ''),
      text.claims ? el('span', {class: 'mapapp-badge mapapp-badge-conflict'}, words.say('list.conflict')) : null),
  ];
}
