// The legend: what shapes, colours, signs and lines mean. Its rows for layers and kinds also filter.

import {el} from './dom.mjs';
import {VAGUE_METRES} from './dense.mjs';
import {ICONS} from './signs.mjs';

/** The notes that the data has a use for: `{note, key}` with the class of its sign. */
export function notesOf({isDense, features, movements, shapes}) {
  const carried = new Set(movements.map(({carries}) => carries));
  const some = (test) => features.event.some((_, feature) => test(feature));
  const notes = {
    certain: true,
    possible: true,
    vague: isDense && some((feature) => features.radius_m[feature] > VAGUE_METRES),
    disc: !isDense && some((feature) => features.radius_m[feature] > 0),
    stack: !isDense,
    movement_people: !isDense && carried.has('people'),
    movement_supply: !isDense && carried.has('supply'),
    movement: !isDense && carried.has(''),
    secondary: !isDense && some((feature) => !features.primary[feature]),
    area: shapes.size > 0,
  };
  return Object.keys(notes).filter((note) => notes[note]);
}

/** The legend over the map, folded by its title. */
export function createLegend(app) {
  const notes = notesOf(app.incidents);
  const body = el('div', {class: 'mapapp-legend-body'});
  const title = el('summary', {});
  const root = el('details', {class: 'mapapp-legend', open: app.isWide()}, title, body);
  for (const name of ['dblclick', 'mousedown', 'wheel', 'touchstart']) {
    root.addEventListener(name, (event) => event.stopPropagation(), {passive: true});
  }

  /** Our kinds in our order, then other people's, the most frequent first. */
  function kindsOf({kind, vocabulary}) {
    const counts = new Map();
    for (const code of kind) counts.set(code, (counts.get(code) ?? 0) + 1);
    const rank = (code) => (ICONS[vocabulary.kind[code]] ? Infinity : counts.get(code));
    return [...counts.keys()].sort((a, b) => (rank(a) === rank(b) ? a - b : rank(b) - rank(a))).map((code) => vocabulary.kind[code]);
  }

  function used(column, names) {
    const codes = new Set(column);
    return names.filter((_, code) => codes.has(code));
  }

  return {
    root,
    update(view, changed) {
      if (!changed.has('language')) return;
      const words = app.words();
      const {incidents} = app;
      title.textContent = words.say('legend.title');
      const layers = used(incidents.features.layer, incidents.vocabulary.layer).filter((layer) => layer !== 'areas' || !app.incidents.shapes.size);
      const kinds = kindsOf(incidents);
      body.replaceChildren(
        group(words.say('legend.shape'), layers.map((layer) => row(app.signOf({layer, size: 16}), words.term('layer', layer)))),
        group(words.say('legend.colour'), kinds.map((kind) => row(app.signOf({layer: 'venues', kind, size: 20}), words.term('kind', kind)))),
        el('ul', {class: 'mapapp-legend-notes'}, notes.map((note) => row(el('i', {class: `mapapp-key mapapp-key-${note}`, 'aria-hidden': 'true'}, note === 'stack' ? '3' : ''), words.say(`legend.${note}`)))),
      );
    },
  };
}

function group(title, rows) {
  return [el('h3', {}, title), el('ul', {}, rows)].reduce((parts, part) => (parts.append(part), parts), el('div', {}));
}

function row(sign, text) {
  return el('li', {}, sign, el('span', {}, text));
}
