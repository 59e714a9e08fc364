// What a click on an event shows: text nodes only, and a pager where several events lie on each other.

import {el, icon, iconButton, safeAddress} from './dom.mjs';
import {CONTROLS} from './signs.mjs';

/** The popup of an app: `show(events, latLng)`, `close()`; closing it ends the selection. */
export function createPopup(L, map, app) {
  const popup = L.popup({className: 'mapapp-plugin-popup', maxWidth: 320, minWidth: 180, autoPanPadding: [16, 16], autoPanPaddingBottomRight: [16, 190]});
  let events = [];
  let index = 0;

  popup.on('remove', () => {
    events = [];
    if (app.store.get().selected >= 0) app.store.set({selected: -1});
  });

  function turn(direction) {
    index = (index + direction + events.length) % events.length;
    app.store.set({selected: events[index]});
    fill();
    popup.getElement()?.querySelector(direction > 0 ? '.mapapp-plugin-next' : '.mapapp-plugin-previous')?.focus();
  }

  function fill() {
    const pager = events.length > 1 && pagerOf(app.words, index + 1, events.length, turn);
    popup.setContent(detailsOf(app, events[index], pager));
  }

  return {
    show(found, latLng) {
      events = found;
      index = 0;
      fill();
      if (!map.hasLayer(popup)) popup.setLatLng(latLng).openOn(map);
      else popup.setLatLng(latLng).update();
    },
    close: () => map.closePopup(popup),
  };
}

function pagerOf(words, number, total, turn) {
  const button = (name, direction, kind) => iconButton(icon(CONTROLS[name], 12), words.say(`player.${kind}_here`), () => turn(direction),
    {class: `mapapp-plugin-button mapapp-plugin-${kind}`});
  return el('p', {class: 'mapapp-plugin-pager'}, button('previousStep', -1, 'previous'),
    el('span', {}, words.say('player.at', {n: number, total})), button('nextStep', 1, 'next'));
}

function detailsOf(app, event, pager) {
  const {fields} = app.data().textOf(event);
  const {groups, group} = app.data();
  const {name, colour} = groups[group[event]];
  const rows = fields.filter(([, text]) => text).map(([label, text]) => [el('dt', {}, label), el('dd', {}, linked(text))]);
  // Leaflet would take a click on a button that is replaced by it for a click on the map.
  return el('div', {class: 'mapapp-plugin-details', onclick: (clicked) => clicked.stopPropagation()},
    pager,
    el('h3', {}, app.titleOf(event)),
    el('p', {class: 'mapapp-plugin-when'}, app.whenOf(event)),
    app.hasLegend() && el('p', {class: 'mapapp-plugin-group'}, swatch(colour), name),
    rows.length > 0 && el('dl', {}, rows));
}

/** A text that is an http(s) address as a whole is a link; everything else is text. */
function linked(text) {
  const address = /^https?:\/\/\S+$/i.test(text) ? safeAddress(text) : null;
  return address ? el('a', {href: address, target: '_blank', rel: 'noopener noreferrer external'}, text) : text;
}

/** A dot in a colour of the legend. */
export function swatch(colour) {
  return el('span', {class: 'mapapp-plugin-swatch', style: {background: colour}, 'aria-hidden': 'true'});
}
