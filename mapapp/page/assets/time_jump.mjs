// Type a date to jump there.

import {DAY, grainOf} from './activity.mjs';
import {el} from './dom.mjs';
import {isoDay, isoMoment, parseDay, parseMoment} from './state_link.mjs';

/** A small form over the date; `done` runs when it closes. */
export function createJumpForm(app, done) {
  const field = el('input', {type: 'text', inputmode: 'numeric', placeholder: '2025-02-05', maxlength: 16, size: 12, autocomplete: 'off', spellcheck: 'false'});
  const go = el('button', {type: 'submit', class: 'mapapp-chip'});
  const fault = el('small', {role: 'alert'});
  const root = el('form', {class: 'mapapp-jump', hidden: true, onsubmit: (event) => {
    event.preventDefault();
    const written = field.value.trim();
    const time = [parseDay(written) + DAY, parseMoment(written)].find((found) => !Number.isNaN(found));
    if (time === undefined) {
      fault.textContent = app.words().say(hasClock() ? 'time.jump_bad_clock' : 'time.jump_bad');
      return;
    }
    app.goTo(time);
    close();
  }, onkeydown: (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  }}, field, go, fault);

  const hasClock = () => grainOf(app.store.get().step) < DAY;

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
      field.value = hasClock() ? isoMoment(at).replace('T', ' ') : isoDay(at - 1);
      field.focus();
      field.select();
    },
    relabel(words) {
      field.setAttribute('aria-label', words.say('time.jump'));
      go.textContent = words.say('time.go');
    },
  };
}
