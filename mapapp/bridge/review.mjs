// The review of drafts: the article with its words lit beside the drafts that rest on them.
//
// Everything shown is text content; nothing of an article becomes markup. What the reader does is
// numbered and sent until the app says that it is done, so that two quick steps are never one; the
// app answers with the whole state, which is drawn anew around what is being typed.

import {el, redraw} from './review_dom.mjs';
import {createArticle} from './review_text.mjs';
import {drawDraft, drawRest} from './review_draft.mjs';

const views = new WeakMap();

export function mount({parentElement, data, setTriggerValue}) {
  const root = parentElement.querySelector('.mapapp-review') ?? parentElement;
  let view = views.get(root);
  if (!view) {
    view = createView(root);
    views.set(root, view);
  }
  view.update(data, (actions) => setTriggerValue('actions', actions));
  return () => {
    if (!root.isConnected) views.delete(root);
  };
}

function createView(root) {
  const state = {data: null, send: null, current: null, queue: [], last: 0};
  const article = createArticle((id) => choose(id));
  const side = el('div', {class: 'mr-side'});
  const live = el('p', {class: 'mr-live', role: 'status', 'aria-live': 'polite'});
  root.replaceChildren(el('div', {class: 'mr-frame'}, article.root, side), live);

  const app = {
    say: (key, values = {}) => {
      const found = (values.n === 1 && state.data.words[`${key}.one`]) || state.data.words[key];
      return found ? found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : key.split('.').pop().replaceAll('_', ' ');
    },
    knows: (key) => key in state.data.words,
    data: () => state.data,
    current: () => state.current,
    choose, act,
    light: (span) => article.light(span, tellings()),
  };

  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '')) {
      if (event.key === 'Escape') focusCurrent();
      return;
    }
    if (onKey(event.key)) event.preventDefault();
  });

  function onKey(key) {
    const {drafts} = state.data;
    const at = drafts.findIndex((draft) => draft.id === state.current);
    if (key === 'j' || key === 'k') {
      const next = drafts[Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), drafts.length - 1)];
      if (next) choose(next.id, true);
      return Boolean(next);
    }
    if (key === 'u') return act({do: 'undo'});
    if (at < 0) return false;
    if (key === 'a') return act({do: 'accept', draft: state.current});
    const wanted = {r: '.mr-reason', e: '.mr-field input, .mr-field select'}[key];
    if (!wanted) return false;
    side.querySelector(`.mr-current :is(${wanted})`)?.focus();
    return true;
  }

  /** Ask the app for one thing, after all that it was asked before. */
  function act(action) {
    live.textContent = app.say('review.working');
    state.last += 1;
    state.queue.push({...action, n: state.last});
    state.send([...state.queue]);
    return true;
  }

  function tellings() {
    return state.data.drafts.find((draft) => draft.id === state.current)?.tellings ?? [];
  }

  function choose(id, isFocused = false) {
    state.current = id;
    draw();
    article.light(null, tellings());
    if (isFocused) focusCurrent();
    else side.querySelector('.mr-current')?.scrollIntoView({block: 'nearest'});
  }

  function focusCurrent() {
    side.querySelector('.mr-current > summary')?.focus();
  }

  function draw() {
    redraw(side, () => side.replaceChildren(
      el('p', {class: 'mr-hint'}, el('strong', {}, app.say('review.count', {n: state.data.drafts.length, open: state.data.drafts.filter((draft) => draft.state === 'open').length})), ' ', app.say('review.keys')),
      ...state.data.drafts.map((draft) => drawDraft(app, draft)),
      drawRest(app),
    ));
  }

  return {
    update(data, send) {
      const isFirst = state.data?.key !== data.key;
      Object.assign(state, {data, send});
      if (isFirst) Object.assign(state, {queue: [], last: data.done});
      const isAnswered = state.queue.length > 0 && data.done >= state.queue[0].n;
      state.queue = state.queue.filter((action) => action.n > data.done);
      root.dataset.shade = data.theme;
      article.root.setAttribute('aria-label', app.say('review.text'));
      article.show(data);
      const isGone = state.current && !data.drafts.some((draft) => draft.id === state.current);
      if (isFirst || isGone || (isAnswered && data.moved)) {
        const next = data.drafts.find((draft) => draft.state === 'open') ?? data.drafts.find((draft) => draft.id === state.current);
        choose(next?.id ?? null, isFirst || root.contains(root.getRootNode().activeElement));
      } else {
        draw();
        article.light(null, tellings());
      }
      // A run of the app can be cut off before it hears: what it did not do is asked for again.
      if (state.queue.length) send([...state.queue]);
      else live.textContent = data.told ?? '';
    },
  };
}
