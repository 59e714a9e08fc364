// Type a date to jump there.

import {DAY} from './activity.mjs';
import {el} from './dom.mjs';
import {isoDay, parseDay} from './state_link.mjs';

/** A small form over the date; `done` runs when it closes. */
export function createJumpForm(app, done) {
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
