// The list of events in the window, in order, with trays for those without a date.

import {CERTAIN, HIDDEN} from './activity.mjs';
import {el} from './dom.mjs';

const PAGE = 300;

/** The list; `app` has incidents, store, words(), sign(event), select. */
export function createEventList(app) {
  const items = new Map();
  const list = el('div', {class: 'mapapp-groups'});
  const empty = el('div', {class: 'mapapp-empty', hidden: true});
  const more = el('button', {type: 'button', class: 'mapapp-more', hidden: true, onclick: () => {
    limit += PAGE;
    show(shownEvents);
  }});
  const tray = el('details', {class: 'mapapp-tray'});
  const root = el('div', {class: 'mapapp-list-box'}, list, more, empty, tray);
  let limit = PAGE;
  let shownEvents = [];
  let shownKey = '';

  function itemOf(event) {
    if (!items.has(event)) items.set(event, makeItem(app, event));
    return items.get(event);
  }

  function show(events) {
    shownEvents = events;
    const groups = [];
    for (const event of events.slice(0, limit)) {
      const name = groupName(app, event);
      if (groups.at(-1)?.name !== name) groups.push({name, items: []});
      groups.at(-1).items.push(itemOf(event));
    }
    list.replaceChildren(...groups.map(({name, items: own}) => el('section', {},
      el('h3', {class: 'mapapp-list-group'}, name), el('ol', {class: 'mapapp-list'}, own))));
    more.hidden = events.length <= limit;
    more.textContent = app.words().say('count.more', {n: Math.min(PAGE, events.length - limit)});
    empty.hidden = events.length > 0;
  }

  function showTray(view) {
    const undated = [];
    for (let event = 0; event < app.incidents.total; event += 1) {
      if (app.incidents.isUndated(event) && view.mask[event]) undated.push(event);
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
      const events = app.incidents.order.filter((event) => view.levels[event] !== HIDDEN);
      const key = events.join() + view.maskNumber;
      if (key !== shownKey) {
        shownKey = key;
        show(events);
        showTray(view);
      }
      for (const event of events.slice(0, limit)) items.get(event).classList.toggle('mapapp-is-possible', view.levels[event] !== CERTAIN);
      mark(app.store.get().selected);
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

function groupName(app, event) {
  const {start, end} = app.incidents;
  const time = Number.isFinite(start[event]) ? start[event] : end[event] - 1;
  return app.words().day(time, 'group');
}

function makeItem(app, event) {
  const words = app.words();
  const text = app.incidents.textOf(event);
  const place = app.mainPlaceName(event);
  return el('li', {class: 'mapapp-list-item'}, el('button', {type: 'button', onclick: () => app.select(event, 'list')},
    app.sign(event, 24),
    el('span', {class: 'mapapp-list-text'},
      el('span', {class: 'mapapp-list-when'}, words.of(text.when) || words.say('list.undated'),
        el('span', {class: 'mapapp-badge mapapp-badge-possible'}, words.say('list.possible'))),
      el('span', {class: 'mapapp-list-title'}, words.of(text.title)),
      el('span', {class: 'mapapp-list-place'}, place || words.say('list.off_map'),
        text.claims ? el('span', {class: 'mapapp-badge mapapp-badge-conflict'}, words.say('list.conflict')) : null))));
}
