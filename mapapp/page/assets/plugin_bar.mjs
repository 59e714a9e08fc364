// The player's control at the bottom of the map: buttons, the time in words, modes, legend, axis.

import {el, icon, iconButton, rename} from './dom.mjs';
import {createAxis} from './plugin_axis.mjs';
import {swatch} from './plugin_popup.mjs';
import {isoTime, lengthOf, nextSpeed, parseTime, SPEEDS} from './plugin_time.mjs';
import {CONTROLS} from './signs.mjs';

const MODES = ['moment', 'window', 'sofar'];

/** The bar of an app as from createPlayerApp; `rebuild()` after data was added. */
export function createBar(app) {
  const axis = createAxis(app);
  const buttons = createButtons(app);
  const now = createNow(app);
  const modes = createModes(app);
  const settings = createSettings(app);
  const legend = el('div', {class: 'mapapp-plugin-legend', role: 'group', 'aria-label': app.words.say('player.legend')});
  const live = el('p', {class: 'mapapp-plugin-live', role: 'status'});
  const caption = app.options.caption;
  const root = el('section', {class: 'mapapp-plugin-bar', 'aria-label': app.words.say('player.bar'), lang: app.words.html,
    'data-theme': app.options.theme, onkeydown: (event) => onKey(event, app)},
  caption && el('p', {class: 'mapapp-plugin-caption'}, caption),
  legend,
  el('div', {class: 'mapapp-plugin-row'}, buttons.root, now.root, modes.root, settings.root),
  axis.root, el('p', {class: 'mapapp-plugin-live'}, app.words.say('player.keys')), live);

  return {
    root,
    rebuild() {
      legend.hidden = !app.hasLegend();
      legend.replaceChildren(...app.data().groups.map((group, code) => chip(app, group, code)));
      root.classList.toggle('mapapp-plugin-empty', !app.data().domain);
      for (const control of root.querySelectorAll('.mapapp-plugin-row button')) control.disabled = !app.data().domain;
      axis.measure();
    },
    update(changed) {
      buttons.update();
      now.update();
      modes.update();
      settings.update();
      if (app.data().domain) axis.update();
      if (changed.has('hidden')) [...legend.children].forEach((node, code) => node.setAttribute('aria-pressed', String(!app.isHidden(code))));
    },
    say(text) {
      live.textContent = text;
    },
    measure: axis.measure,
  };
}

function chip(app, {name, colour, count}, code) {
  return el('button', {type: 'button', class: 'mapapp-plugin-chip', 'aria-pressed': String(!app.isHidden(code)), title: name,
    onclick: () => app.toggleGroup(code)}, swatch(colour), el('span', {class: 'mapapp-plugin-chip-name'}, name), el('small', {}, app.words.number(count)));
}

function createButtons(app) {
  const make = (name, label, onclick, more) => iconButton(icon(CONTROLS[name], 15), app.words.say(label), onclick, {class: 'mapapp-plugin-button', ...more});
  const play = make('play', 'time.play', () => app.toggle(), {class: 'mapapp-plugin-button mapapp-plugin-play'});
  let was = null;
  return {
    root: el('div', {class: 'mapapp-plugin-buttons'},
      make('previousEvent', 'time.previous_event', () => app.stepEvent(-1)), make('previousStep', 'time.previous_step', () => app.step(-1)),
      play, make('nextStep', 'time.next_step', () => app.step(1)), make('nextEvent', 'time.next_event', () => app.stepEvent(1))),
    update() {
      const {playing} = app.store.get();
      if (playing === was) return;
      was = playing;
      rename(play, app.words.say(playing ? 'time.pause' : 'time.play'));
      play.replaceChildren(icon(CONTROLS[playing ? 'pause' : 'play'], 17));
    },
  };
}

/** The time in words, which opens a field to type a date; and the counts. */
function createNow(app) {
  const date = el('button', {type: 'button', class: 'mapapp-plugin-date', title: app.words.say('time.jump'), onclick: () => open()});
  const counts = el('p', {class: 'mapapp-plugin-counts'});
  const field = el('input', {type: 'text', class: 'mapapp-plugin-field', size: 16, maxlength: 30, autocomplete: 'off', spellcheck: 'false', 'aria-label': app.words.say('time.jump')});
  const fault = el('small', {role: 'alert'});
  const form = el('form', {class: 'mapapp-plugin-jump', hidden: true, onsubmit: (event) => {
    event.preventDefault();
    const time = parseTime(field.value, app.options.tz);
    if (Number.isNaN(time)) fault.textContent = app.words.say('player.jump_bad');
    else {
      app.goTo(time);
      close();
    }
  }, onkeydown: (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  }}, field, el('button', {type: 'submit', class: 'mapapp-plugin-go'}, app.words.say('time.go')), fault);

  function open() {
    form.hidden = !form.hidden;
    if (form.hidden) return;
    field.value = isoTime(app.store.get().at) ?? '';
    field.focus();
    field.select();
  }

  function close() {
    form.hidden = true;
    fault.textContent = '';
    date.focus();
  }

  return {
    root: el('div', {class: 'mapapp-plugin-now'}, date, form, counts),
    update() {
      setText(date, app.data().domain ? app.words.window(app.window()) : app.words.say('time.no_dates'));
      setText(counts, app.countWords());
    },
  };
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function createModes(app) {
  const pick = (mode) => el('button', {type: 'button', role: 'radio', class: 'mapapp-plugin-mode', 'data-mode': mode,
    onclick: () => app.setMode(mode), onkeydown: (event) => onModeKey(event, mode)}, app.words.say(`time.mode_${mode}`));
  const nodes = MODES.map(pick);

  function onModeKey(event, mode) {
    const direction = {ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1}[event.key];
    if (!direction || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (MODES.indexOf(mode) + direction + MODES.length) % MODES.length;
    app.setMode(MODES[next]);
    nodes[next].focus();
  }

  return {
    root: el('div', {class: 'mapapp-plugin-modes', role: 'radiogroup', 'aria-label': app.words.say('time.mode')}, nodes),
    update() {
      const {mode, width, step} = app.store.get();
      for (const node of nodes) {
        const isOn = node.dataset.mode === mode;
        node.setAttribute('aria-checked', String(isOn));
        node.tabIndex = isOn ? 0 : -1;
        const minutes = node.dataset.mode === 'window' ? width : lengthOf(step);
        node.title = app.words.say(`player.${node.dataset.mode}_hint`, {length: app.words.length(minutes)});
      }
    },
  };
}

function createSettings(app) {
  const change = (direction) => () => app.changeSpeed(direction);
  const slower = iconButton(icon(CONTROLS.minus, 13), app.words.say('time.slower'), change(-1), {class: 'mapapp-plugin-button mapapp-plugin-small'});
  const faster = iconButton(icon(CONTROLS.plus, 13), app.words.say('time.faster'), change(1), {class: 'mapapp-plugin-button mapapp-plugin-small'});
  const speed = el('span', {class: 'mapapp-plugin-speed'});
  const loop = iconButton(icon(CONTROLS.loop, 15), app.words.say('time.loop'), () => app.store.set({loop: !app.store.get().loop}), {class: 'mapapp-plugin-button'});
  return {
    root: el('div', {class: 'mapapp-plugin-settings'}, slower, speed, faster, loop),
    update() {
      const state = app.store.get();
      setText(speed, app.words.say('player.speed', {length: app.words.length(state.speed)}));
      loop.setAttribute('aria-pressed', String(state.loop));
      slower.disabled = !app.data().domain || state.speed <= SPEEDS[0] * 1.001;
      faster.disabled = !app.data().domain || nextSpeed(state.speed, 1) === state.speed;
    },
  };
}

function onKey(event, app) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !app.data().domain) return;
  const direction = event.key === 'ArrowLeft' ? -1 : 1;
  const arrow = () => (event.shiftKey ? app.stepEvent(direction) : app.step(direction));
  const actions = {
    ' ': event.target.matches('button') ? null : () => app.toggle(),
    ArrowLeft: arrow, ArrowRight: arrow,
    Home: () => app.goTo(app.firstTime()), End: () => app.goTo(app.data().domain.to),
    '+': () => app.changeSpeed(1), '=': () => app.changeSpeed(1), '-': () => app.changeSpeed(-1),
    l: () => app.store.set({loop: !app.store.get().loop}), L: () => app.store.set({loop: !app.store.get().loop}),
    Escape: () => app.select(-1),
  };
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

