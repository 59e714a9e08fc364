// The time bar: buttons of the player, the date in words, the counts, modes, and the axis below.

import {DAY, windowOf} from './activity.mjs';
import {nextSpeed, SPEEDS} from './clock.mjs';
import {el, icon, iconButton, rename} from './dom.mjs';
import {CONTROLS} from './signs.mjs';
import {isoDay, parseDay} from './state_link.mjs';
import {createTimeline} from './timeline.mjs';

const MODES = ['moment', 'window', 'sofar'];

/** The whole bar; `app` also has play(), pause(), toggle(), step(direction), stepEvent(direction). */
export function createTimeBar(app) {
  const timeline = createTimeline(app);
  const buttons = playerButtons(app);
  const date = el('button', {type: 'button', class: 'mapapp-date', onclick: () => openJump()});
  const counts = el('p', {class: 'mapapp-counts'});
  const modes = el('div', {class: 'mapapp-segments', role: 'radiogroup'});
  const settings = timeSettings(app);
  const jump = jumpForm(app, () => date.focus());
  const more = iconButton(icon(CONTROLS.more), '', () => {
    more.setAttribute('aria-expanded', String(root.classList.toggle('mapapp-is-more')));
  }, {class: 'mapapp-icon-button mapapp-time-more', 'aria-expanded': 'false'});
  const root = el('section', {class: 'mapapp-time'},
    el('div', {class: 'mapapp-time-row'},
      el('div', {class: 'mapapp-player'}, buttons.all),
      el('div', {class: 'mapapp-now'}, date, jump.root, counts),
      more,
      el('div', {class: 'mapapp-time-options'}, modes, settings.root)),
    timeline.root);

  function openJump() {
    jump.open(app.store.get().at);
  }

  function relabel(words, state) {
    root.setAttribute('aria-label', words.say('time.bar'));
    modes.setAttribute('aria-label', words.say('time.mode'));
    modes.replaceChildren(...MODES.map((mode) => el('button', {
      type: 'button', role: 'radio', class: 'mapapp-segment', 'aria-checked': String(state.mode === mode),
      title: words.say(`time.mode_${mode}_hint`), onclick: () => app.setMode(mode),
    }, words.say(`time.mode_${mode}`))));
    date.title = words.say('time.jump');
    settings.relabel(words, state);
    jump.relabel(words);
    rename(more, words.say('time.speed'));
    buttons.relabel(words);
  }

  return {
    root,
    timeline,
    update(view, changed) {
      const state = app.store.get();
      const words = app.words();
      if (['language', 'mode', 'clock', 'speed', 'step', 'loop'].some((key) => changed.has(key))) relabel(words, state);
      buttons.update(words, state);
      date.textContent = words.window(windowOf(state), state.mode);
      counts.replaceChildren(...countWords(words, view));
      timeline.update(view, changed);
    },
  };
}

function countWords(words, {counts, total}) {
  const {shown, offMap, possible} = counts;
  const full = words.say(offMap ? 'count.shown_off' : 'count.shown', {shown, total, off: offMap});
  return [el('span', {class: 'mapapp-count-full'}, full),
    el('span', {class: 'mapapp-count-short', 'aria-hidden': 'true'}, words.say('count.short', {shown, total})),
    possible ? el('span', {class: 'mapapp-count-possible'}, words.say('count.possible', {n: possible})) : ''];
}

function playerButtons(app) {
  const make = (name, label, onclick, more) => ({label, node: iconButton(icon(CONTROLS[name]), label, onclick, more)});
  const play = make('play', 'time.play', () => app.toggle(), {class: 'mapapp-icon-button mapapp-play'});
  const list = [
    make('previousEvent', 'time.previous_event', () => app.stepEvent(-1)),
    make('previousStep', 'time.previous_step', () => app.step(-1)),
    play,
    make('nextStep', 'time.next_step', () => app.step(1)),
    make('nextEvent', 'time.next_event', () => app.stepEvent(1)),
  ];
  let wasPlaying = null;
  return {
    all: list.map(({node}) => node),
    relabel(words) {
      for (const {node, label} of list) rename(node, words.say(label));
      wasPlaying = null;
    },
    update(words, {playing}) {
      if (playing === wasPlaying) return;
      wasPlaying = playing;
      rename(play.node, words.say(playing ? 'time.pause' : 'time.play'));
      play.node.setAttribute('aria-pressed', String(playing));
      play.node.replaceChildren(icon(CONTROLS[playing ? 'pause' : 'play'], 18));
    },
  };
}

/** Speed, loop, step and clock, in a small row. */
function timeSettings(app) {
  const slower = iconButton(icon(CONTROLS.minus), '', () => app.store.set({speed: nextSpeed(app.store.get().speed, -1)}));
  const faster = iconButton(icon(CONTROLS.plus), '', () => app.store.set({speed: nextSpeed(app.store.get().speed, 1)}));
  const speed = el('span', {class: 'mapapp-speed'});
  const loop = iconButton(icon(CONTROLS.loop), '', () => app.store.set({loop: !app.store.get().loop}));
  const clock = el('button', {type: 'button', class: 'mapapp-chip', onclick: () => {
    app.setClock(app.store.get().clock === 'event' ? 'calendar' : 'event');
  }});
  const root = el('div', {class: 'mapapp-time-settings'}, el('div', {class: 'mapapp-speed-box'}, slower, speed, faster), loop, clock);
  return {
    root,
    relabel(words, state) {
      rename(slower, words.say('time.slower'));
      rename(faster, words.say('time.faster'));
      slower.disabled = state.speed <= SPEEDS[0];
      faster.disabled = state.speed >= SPEEDS[SPEEDS.length - 1];
      speed.textContent = words.say('time.speed_value', {n: state.speed});
      rename(loop, words.say('time.loop'));
      loop.setAttribute('aria-pressed', String(state.loop));
      clock.textContent = words.say(`time.clock_${state.clock}`);
      clock.title = words.say('time.clock_event_hint');
      clock.setAttribute('aria-pressed', String(state.clock === 'event'));
    },
  };
}

/** Type a date to jump. */
function jumpForm(app, done) {
  const field = el('input', {type: 'text', inputmode: 'numeric', placeholder: '2025-02-05', maxlength: 10, size: 10, autocomplete: 'off', spellcheck: 'false'});
  const go = el('button', {type: 'submit', class: 'mapapp-chip'});
  const fault = el('small', {role: 'alert'});
  const root = el('form', {class: 'mapapp-jump', hidden: true, onsubmit: (event) => {
    event.preventDefault();
    const day = parseDay(field.value.trim());
    if (Number.isNaN(day)) {
      fault.textContent = app.words().say('time.jump_bad');
      return;
    }
    app.goTo(day + DAY);
    close();
  }, onkeydown: (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  }}, field, go, fault);

  function close() {
    root.hidden = true;
    fault.textContent = '';
    done();
  }
  return {
    root,
    open(at) {
      root.hidden = !root.hidden;
      if (root.hidden) return;
      field.value = isoDay(at - 1);
      field.focus();
      field.select();
    },
    relabel(words) {
      field.setAttribute('aria-label', words.say('time.jump'));
      go.textContent = words.say('time.go');
    },
  };
}
