// What floats over the map: the tip under the pointer and the list to choose from.

import {el} from './dom.mjs';

/** Tip and chooser inside the map's container. */
export function createMapOverlay(map, app) {
  const tip = el('div', {class: 'mapapp-tip', hidden: true});
  const chooser = el('div', {class: 'mapapp-chooser', role: 'dialog', hidden: true});
  map.getContainer().append(tip, chooser);
  let tipOf = -1;
  for (const name of ['click', 'dblclick', 'mousedown', 'wheel', 'touchstart']) {
    chooser.addEventListener(name, (event) => event.stopPropagation());
  }

  function place(node, {x, y}) {
    const size = map.getSize();
    node.hidden = false;
    const left = Math.min(Math.max(x + 14, 8), size.x - node.offsetWidth - 8);
    const below = y + 16 + node.offsetHeight < size.y;
    const top = below ? y + 16 : Math.max(y - node.offsetHeight - 12, 8);
    node.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  function eventButton(event) {
    const words = el('span', {}, '…');
    app.incidents.whenRead(event, () => words.replaceChildren(...titleAndTime(event, 'small')));
    return el('li', {}, el('button', {type: 'button', onclick: () => {
      closeChooser();
      app.select(event, 'map');
    }}, app.sign(event, 18), words));
  }

  function titleAndTime(event, tag) {
    const text = app.incidents.textOf(event);
    return [el('b', {}, app.words().of(text.title)), el(tag, {}, app.words().of(text.when))];
  }

  function closeChooser() {
    chooser.hidden = true;
  }

  return {
    closeChooser,
    hideTip() {
      tip.hidden = true;
      tipOf = -1;
    },
    showTip(target, at) {
      const words = app.words();
      const [event] = target.events;
      if (target.events.length === 1) {
        tipOf = event;
        app.incidents.whenRead(event, () => {
          if (tipOf !== event) return;
          tip.replaceChildren(...titleAndTime(event, 'span'));
          place(tip, at);
        }, {isUrgent: true, isWanted: () => tipOf === event});
        return;
      }
      const {names} = app.incidents.placeOf(target.area ?? target.place);
      tip.replaceChildren(el('b', {}, words.name(names)), el('span', {}, words.say('count.events', {n: target.events.length})));
      place(tip, at);
    },
    openChooser(place_, events, at) {
      const words = app.words();
      const name = words.name(app.incidents.placeOf(place_).names);
      chooser.setAttribute('aria-label', name);
      chooser.replaceChildren(
        el('h3', {}, name, el('small', {}, words.say('count.events', {n: events.length}))),
        el('ul', {}, events.map(eventButton)),
      );
      place(chooser, at);
      chooser.querySelector('button').focus({preventScroll: true});
    },
    isOpen: () => !chooser.hidden,
  };
}
