// One facet of the overview: its words with their numbers, to be chosen.

import {el} from './dom.mjs';

/**
 * A facet of the state's list `key`; `name` is its label, `wordOf` gives a word for the reader.
 *
 * While the reader is choosing, words stay where they are and keep the focus: only their numbers
 * change. They are put in order anew when something else was asked.
 */
export function createFacet(app, key, name, wordOf) {
  const legend = el('legend', {});
  const root = el('fieldset', {}, legend);
  const rows = new Map();
  let asked = '';

  function rowOf(word) {
    if (rows.has(word)) return rows.get(word);
    const box = el('input', {type: 'checkbox', onchange: () => {
      const others = app.store.get()[key].filter((one) => one !== word);
      app.store.set({[key]: box.checked ? [...others, word] : others});
    }});
    const [text, number] = [el('span', {}), el('span', {class: 'mapapp-overview-n'})];
    const row = {box, text, number, root: el('label', {}, box, text, number)};
    rows.set(word, row);
    return row;
  }

  return {
    root,
    update(found) {
      const {from, to, camera, text, ...state} = app.store.get();
      const numbers = new Map(found);
      const chosen = state[key];
      const known = JSON.stringify([from, to, camera, text]);
      const order = keepOrder(known === asked ? [...rows.keys()] : [], [...numbers.keys(), ...chosen]);
      asked = known;
      for (const word of [...rows.keys()]) if (!order.includes(word)) rows.delete(word);
      legend.textContent = app.words().say(name);
      root.hidden = !order.length;
      const kept = new Map(rows);
      rows.clear();
      const shown = order.map((word) => {
        if (kept.has(word)) rows.set(word, kept.get(word));
        const row = rowOf(word);
        row.box.checked = chosen.includes(word);
        row.text.textContent = wordOf(word);
        row.number.textContent = app.words().number(numbers.get(word) ?? 0);
        return row.root;
      });
      const isSame = shown.length === root.children.length - 1 && shown.every((row, at) => root.children[at + 1] === row);
      if (!isSame) {
        const focused = document.activeElement;
        root.replaceChildren(legend, ...shown);
        if (root.contains(focused)) focused.focus({preventScroll: true});
      }
    },
  };
}

/** Words in the order they had, those no longer wanted left out and new ones after them. */
export function keepOrder(had, wanted) {
  const words = new Set(wanted);
  return [...new Set([...had.filter((word) => words.has(word)), ...words])];
}
