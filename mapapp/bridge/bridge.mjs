// The bridge: mounts the page in a sandboxed frame inside the app and carries state both ways.
//
// The frame has no origin (no same-origin in its sandbox): it cannot read the app, its cookies or
// its storage, nor fetch anything. It lives as long as its element does: a rerun of the app only
// updates what is asked of it. What it lacks (clipboard, address bar) it asks for here.

import {createTurn} from './turn.mjs';

const bridges = new WeakMap();
const PARAMETER = 'view';

export function mount({parentElement, data, setStateValue}) {
  const root = parentElement.querySelector('.mapapp-bridge') ?? parentElement;
  let bridge = bridges.get(root);
  if (!bridge) {
    bridge = createBridge(root);
    bridges.set(root, bridge);
  }
  bridge.update(data, setStateValue);
  return () => {
    if (root.isConnected) return;
    bridge.remove();
    bridges.delete(root);
  };
}

function createBridge(root) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-downloads');
  frame.setAttribute('allow', 'fullscreen');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  const state = {address: null, isReady: false, serial: null, answered: null, data: null, send: null, event: null};
  const post = (message) => frame.contentWindow?.postMessage({mapapp: 1, ...message}, '*');
  const gone = new AbortController();
  const {signal} = gone;
  const turn = createTurn(signal);

  async function load(address, failed) {
    Object.assign(state, {address, isReady: false, answered: null});
    try {
      const answer = await fetch(new URL(address, document.baseURI), {credentials: 'same-origin'});
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      frame.srcdoc = await answer.text();
      root.replaceChildren(frame);
    } catch {
      const sentence = document.createElement('p');
      sentence.setAttribute('role', 'alert');
      sentence.textContent = failed;
      root.replaceChildren(sentence);
    }
  }

  function onMessage(event) {
    if (event.source !== frame.contentWindow || event.data?.mapapp !== 1) return;
    const {type} = event.data;
    if (type === 'ready') onReady();
    else if (type === 'state' && event.data.state) onState(event.data.state);
    else if (type === 'copy') copy(event.data, post);
  }

  function onReady() {
    state.isReady = true;
    const link = new URLSearchParams(new URLSearchParams(location.search).get(PARAMETER) ?? '');
    if (!link.has('lang')) link.set('lang', state.data.language);
    post({type: 'state', link: link.toString(), whole: false, theme: state.data.theme});
    ask();
    answer();
  }

  function onState(found) {
    writeAddress(found.link, found.selected !== state.event);
    state.event = found.selected;
    const {address} = state;
    turn.take(() => address === state.address && state.send('view', {...found, address}));
    if (state.data.listens || found.language !== inLabels(state.data.language)) turn.hurry();
  }

  /** Ask the page for what the app wants shown, once for each serial number. */
  function ask() {
    const {data} = state;
    if (!state.isReady || !data.serial || data.serial === state.serial) return;
    state.serial = data.serial;
    post({type: 'state', link: data.link, whole: false});
  }

  /** Give the page the app's answer to its last question, once. */
  function answer() {
    const found = state.data.answer;
    if (!state.isReady || !found || found.serial === state.answered) return;
    state.answered = found.serial;
    post({type: 'answer', answer: found});
  }

  function onBack() {
    const asked = new URLSearchParams(location.search).get(PARAMETER);
    post({type: 'state', link: asked ?? '', whole: true});
  }

  const uploads = new MutationObserver(() => nameUploads(state.data));
  uploads.observe(document.body, {childList: true, subtree: true});
  addEventListener('message', onMessage, {signal});
  addEventListener('popstate', onBack, {signal});
  return {
    update(data, send) {
      const themeChanged = state.data && state.data.theme !== data.theme;
      Object.assign(state, {data, send});
      nameUploads(data);
      frame.title = data.title;
      if (state.address !== data.address) load(data.address, data.failed);
      else if (state.isReady && themeChanged) post({type: 'state', link: '', whole: false, theme: data.theme});
      ask();
      answer();
      if (data.listens) turn.hurry();
    },
    remove() {
      uploads.disconnect();
      gone.abort();
    },
  };
}

/** A language as labels are keyed by it: zh-Hans is zh_hans. */
function inLabels(language) {
  return language.toLowerCase().replace('-', '_');
}

/** Streamlit names its buttons for files in English; here they get the reader's words. */
function nameUploads({upload, discard}) {
  for (const button of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button')) {
    const file = button.closest('[data-testid="stFileChip"]')?.querySelector('[data-testid="stFileChipName"]');
    const name = file ? `${discard} ${file.title}` : upload;
    if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name);
  }
}

/** Keep the address bar in step without a rerun; a newly chosen event is a step that "back" undoes. */
function writeAddress(link, isNewEvent) {
  const address = new URL(location.href);
  if (link) address.searchParams.set(PARAMETER, link);
  else address.searchParams.delete(PARAMETER);
  if (address.href === location.href) return;
  history[isNewEvent ? 'pushState' : 'replaceState'](history.state, '', address);
}

async function copy({text, link}, post) {
  const address = new URL(location.href);
  if (link !== undefined) address.searchParams.set(PARAMETER, link);
  const copied = link === undefined ? text : address.href;
  try {
    await navigator.clipboard.writeText(copied);
    post({type: 'copied', ok: true, text: copied});
  } catch {
    post({type: 'copied', ok: false, text: copied});
  }
}
