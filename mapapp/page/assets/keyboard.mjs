// Keys of the whole page. Fields keep their own keys.

import {nextSpeed} from './clock.mjs';

/** Listen for the page's keys on `root`. */
export function listenForKeys(root, app) {
  root.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isField(event.target) || app.root.querySelector('dialog[open]')) return;
    const action = actionOf(event, app);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }, {capture: true});
}

function isField(node) {
  return node.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]') ?? false;
}

function actionOf(event, app) {
  const {key, shiftKey, target} = event;
  const onButton = target.matches?.('button, a, summary, input, [role=radio]');
  const onSlider = target.matches?.('[role=slider]');
  if (key === ' ') return onButton ? null : () => app.toggle();
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const direction = key === 'ArrowLeft' ? -1 : 1;
    if (shiftKey) return () => app.stepEvent(direction);
    return onSlider ? null : () => app.step(direction);
  }
  const speed = (direction) => () => app.store.set({speed: nextSpeed(app.store.get().speed, direction)});
  const actions = {
    Home: () => app.goToEnd(-1),
    End: () => app.goToEnd(1),
    '+': speed(1),
    '=': speed(1),
    '-': speed(-1),
    l: () => app.store.set({loop: !app.store.get().loop}),
    L: () => app.store.set({loop: !app.store.get().loop}),
    '/': () => app.focusSearch(),
    Escape: () => app.escape(),
    '?': () => app.openHelp(),
  };
  return actions[key] ?? null;
}
