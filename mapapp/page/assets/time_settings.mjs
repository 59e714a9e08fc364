// How time plays: speed, direction, loop, length of a step, clock, and the zoom of the axis.

import {zoomAxis} from './axis.mjs';
import {nextSpeed, SPEEDS} from './clock.mjs';
import {el, icon, iconButton, rename} from './dom.mjs';
import {CONTROLS} from './signs.mjs';

/** The row of settings; `app` has store, setClock. */
export function createTimeSettings(app) {
  const {store} = app;
  const button = (name, act) => iconButton(icon(CONTROLS[name]), '', act);
  const parts = {
    slower: button('minus', () => store.set({speed: nextSpeed(store.get().speed, -1)})),
    faster: button('plus', () => store.set({speed: nextSpeed(store.get().speed, 1)})),
    reverse: button('reverse', () => store.set({direction: -store.get().direction})),
    loop: button('loop', () => store.set({loop: !store.get().loop})),
    zoom_out: button('zoomOut', () => store.set({axis: zoomAxis(store.get().axis, 0.5, 0.5)})),
    zoom_in: button('zoomIn', () => store.set({axis: zoomAxis(store.get().axis, 2, focusOf(app))})),
  };
  const speed = el('span', {class: 'mapapp-speed'});
  const step = el('select', {class: 'mapapp-select', onchange: () => store.set({step: step.value})});
  const clock = el('button', {type: 'button', class: 'mapapp-chip', onclick: () => {
    app.setClock(store.get().clock === 'event' ? 'calendar' : 'event');
  }});
  const root = el('div', {class: 'mapapp-time-settings'},
    el('div', {class: 'mapapp-speed-box'}, parts.slower, speed, parts.faster),
    el('div', {class: 'mapapp-speed-box'}, parts.reverse, parts.loop),
    step, clock,
    el('div', {class: 'mapapp-speed-box'}, parts.zoom_out, parts.zoom_in));
  return {
    root,
    update(words, state) {
      for (const [name, node] of Object.entries(parts)) rename(node, words.say(`time.${name}`));
      parts.slower.disabled = state.speed <= SPEEDS[0];
      parts.faster.disabled = state.speed >= SPEEDS[SPEEDS.length - 1];
      parts.zoom_out.disabled = state.axis.to - state.axis.from >= 1;
      parts.loop.setAttribute('aria-pressed', String(state.loop));
      parts.reverse.setAttribute('aria-pressed', String(state.direction < 0));
      speed.textContent = words.speed(state.speed);
      step.setAttribute('aria-label', words.say('time.step'));
      step.title = words.say('time.step');
      step.replaceChildren(...app.steps.map((name) => el('option', {value: name, selected: name === state.step}, words.say(`time.step_${name}`))));
      clock.textContent = words.say(`time.clock_${state.clock}`);
      clock.title = words.say('time.clock_event_hint');
      clock.setAttribute('aria-pressed', String(state.clock === 'event'));
    },
  };
}

/** Where on the shown axis the clock stands, 0…1: zooming in keeps it where it is. */
function focusOf(app) {
  const {axis, at} = app.store.get();
  const scale = app.scale();
  const share = (scale.weightOf(at) / scale.total - axis.from) / (axis.to - axis.from);
  return Math.min(Math.max(share, 0), 1);
}
