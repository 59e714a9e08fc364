// The view in the address: the hash of a file or static page, kept in step with the state.

import {decodeState, encodeState} from './state_link.mjs';

const PAUSE_MS = 300;

/** Reads and writes the hash, if this page has an address of its own: a frame has none. */
export function createAddress(app, isOwn) {
  let timer = 0;
  let written = globalThis.location.hash;

  function write() {
    const link = app.link();
    const hash = link ? `#${link}` : '';
    if (hash === globalThis.location.hash || (!hash && !globalThis.location.hash)) return;
    written = hash;
    const isNewEvent = new URLSearchParams(link).get('event') !== currentEvent;
    currentEvent = new URLSearchParams(link).get('event');
    try {
      globalThis.history[isNewEvent ? 'pushState' : 'replaceState'](null, '', hash || globalThis.location.pathname + globalThis.location.search);
    } catch {
      // Some browsers refuse to rewrite a file's address; the view itself is unharmed.
    }
  }
  let currentEvent = new URLSearchParams(written.slice(1)).get('event');

  if (isOwn) {
    for (const name of ['hashchange', 'popstate']) {
      globalThis.addEventListener(name, () => {
        if (globalThis.location.hash === written) return;
        written = globalThis.location.hash;
        currentEvent = new URLSearchParams(written.slice(1)).get('event');
        app.apply(read(), {isWhole: true});
      });
    }
  }

  function read() {
    return decodeState(isOwn ? globalThis.location.hash : '', {...app.incidents, steps: app.steps});
  }

  return {
    read,
    schedule() {
      if (!isOwn) return;
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE_MS);
    },
    /** The whole address of the present view. */
    full: () => `${globalThis.location.href.split('#')[0]}#${encodeState(app.linkState(), app.initial)}`,
  };
}
