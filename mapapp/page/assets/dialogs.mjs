// Help and short messages.

import {el, iconButton, icon, outsideLink} from './dom.mjs';
import {notesOf} from './legend.mjs';
import {CONTROLS} from './signs.mjs';

const KEYS = [
  ['Space', 'space'], ['← →', 'arrows'], ['Shift + ← →', 'shift_arrows'], ['Home End', 'home_end'],
  ['+ −', 'plus_minus'], ['L', 'loop'], ['/', 'search'], ['Esc', 'escape'], ['?', 'question'],
];

/** The help dialog: keys, how to read the map, and what the data is. */
export function createHelp(app) {
  const body = el('div', {class: 'mapapp-help-body'});
  const root = el('dialog', {class: 'mapapp-help', onclick: (event) => event.target === root && root.close()}, body);
  function fillBody() {
    const words = app.words();
    const {dataset} = app;
    root.setAttribute('aria-label', words.say('app.help'));
    body.replaceChildren(
      el('div', {class: 'mapapp-help-head'}, el('h2', {}, words.say('app.help')), iconButton(icon(CONTROLS.close), words.say('app.close'), () => root.close())),
      el('dl', {class: 'mapapp-keys'}, KEYS.map(([key, name]) => el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, words.say(`help.${name}`))))),
      el('h3', {}, words.say('help.read')),
      el('ul', {}, notesOf(app.incidents).map((note) => el('li', {}, words.say(`legend.${note}`)))),
      el('h3', {}, words.say('app.about')),
      el('p', {}, dataset.description ?? ''),
      el('p', {}, words.say('about.data', {license: ''}), outsideLink(dataset.license_url, dataset.license ?? ''), ` · ${dataset.attribution ?? ''}`),
      el('p', {}, words.say('about.base', {attribution: app.baseAttribution})),
      el('p', {}, words.say(app.tiles.length ? 'about.page_tiles' : 'about.page')),
      el('p', {class: 'mapapp-hint'}, words.say('app.version', {version: dataset.version ?? ''})),
    );
  }
  return {root, open() {
    fillBody();
    root.showModal();
  }};
}

/** A message at the foot of the map that goes away by itself, and a region for screen readers. */
export function createMessages() {
  const live = el('p', {class: 'mapapp-live', role: 'status', 'aria-live': 'polite'});
  const toast = el('div', {class: 'mapapp-toast', hidden: true});
  let timer = 0;
  return {
    live,
    toast,
    say(text) {
      live.textContent = text;
    },
    show(...content) {
      toast.replaceChildren(...content);
      toast.hidden = false;
      clearTimeout(timer);
      timer = setTimeout(() => { toast.hidden = true; }, 8000);
    },
  };
}
