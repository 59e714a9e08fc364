// The time bar: buttons of the player, the date in words, the counts, modes, and the axis below.

import {grainOf, windowOf} from './activity.mjs';
import {el, icon, iconButton, rename} from './dom.mjs';
import {CONTROLS} from './signs.mjs';
import {createJumpForm} from './time_jump.mjs';
import {createTimeSettings} from './time_settings.mjs';
import {createTimeline} from './timeline.mjs';

const MODES = ['moment', 'window', 'sofar'];

/** The whole bar; `app` also has play(), pause(), toggle(), step(direction), stepEvent(direction). */
export function createTimeBar(app) {
  const timeline = createTimeline(app);
  const buttons = playerButtons(app);
  const date = el('button', {type: 'button', class: 'mapapp-date', onclick: () => openJump()});
  const counts = el('p', {class: 'mapapp-counts'});
  const modes = el('div', {class: 'mapapp-segments', role: 'radiogroup'});
  const settings = createTimeSettings(app);
  const jump = createJumpForm(app, () => date.focus());
  const more = iconButton(icon(CONTROLS.more), '', () => {
    more.setAttribute('aria-expanded', String(root.classList.toggle('mapapp-is-more')));
  }, {class: 'mapapp-icon-button mapapp-time-more', 'aria-expanded': 'false'});
  let shownCounts = '';
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
    settings.update(words, state);
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
      if (['language', 'mode', 'clock', 'speed', 'step', 'loop', 'direction', 'axis'].some((key) => changed.has(key))) relabel(words, state);
      buttons.update(words, state);
      const said = words.window(windowOf(state), state.mode, grainOf(state.step));
      if (date.textContent !== said) date.textContent = said;
      const counted = `${Object.values(view.counts).join()}/${state.language}`;
      if (counted !== shownCounts) counts.replaceChildren(...countWords(words, view));
      shownCounts = counted;
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
