// The figures of one event: a count with its lowest and highest estimate is one figure, not three.

import {el} from './dom.mjs';

const BOUND = /_(low|high)$/;

/**
 * Figures as they are read: `{figure, low, high, parts}`. Estimates named `X_low` and `X_high` are the
 * range of `X` (which may be missing: then `figure` is null and `what` its name), and figures that are
 * `part_of` another one of the same event by its name are its parts.
 */
export function groupFigures(figures) {
  const names = new Set(figures.map(({what}) => what));
  const byName = new Map();
  const found = [];
  function groupOf(what, isNew = false) {
    if (!isNew && byName.has(what)) return byName.get(what);
    const group = {what, figure: null, low: null, high: null, parts: []};
    found.push(group);
    byName.set(what, group);
    return group;
  }
  for (const figure of figures) {
    const what = String(figure.what ?? '');
    const bound = BOUND.exec(what)?.[1];
    if (bound) groupOf(what.replace(BOUND, ''))[bound] = figure;
    else if (figure.part_of !== what && names.has(figure.part_of)) groupOf(figure.part_of).parts.push(figure);
    else groupOf(what, Boolean(byName.get(what)?.figure)).figure = figure;
  }
  return found;
}

/** The figures of an event as a list; `wholeOf(figure)` says in words what a figure is part of. */
export function figuresList(words, figures, wholeOf) {
  return el('ul', {class: 'mapapp-figures'}, groupFigures(figures).map((group) => {
    const {figure, parts} = group;
    const [main, range] = rangeWords(words, group);
    const isPart = figure?.part_of && !figures.some(({what}) => what === figure.part_of);
    return el('li', {},
      el('b', {}, main), el('span', {}, words.term('what', group.what)),
      range ? el('small', {}, range) : null,
      figure?.nationality ? el('small', {}, words.country(figure.nationality)) : null,
      isPart ? el('small', {}, words.say('card.part_of', {what: wholeOf(figure)})) : null,
      parts.length ? el('ul', {}, parts.map((part) => el('li', {}, words.figure({...part, qualifier: part.value === null ? part.qualifier : 'exactly'}), ' ', words.term('what', part.what)))) : null);
  }));
}

/** `[main, range]`: "about 9" and "estimates from 7 to 15"; both bounds alone are the main words. */
export function rangeWords(words, {figure, low, high}) {
  const [least, most] = [low?.value, high?.value].map((value) => value ?? null);
  const start = least ?? (figure?.qualifier === 'at_least' ? figure.value : null);
  const between = start !== null && most !== null ? words.say('card.between', {low: words.number(start), high: words.number(most)}) : '';
  if (between && (!figure || figure.qualifier === 'at_least')) return [between, ''];
  if (!figure) return [words.figure(low ?? high), ''];
  if (least !== null && least === figure.value && most === figure.value) return [words.figure({...figure, qualifier: 'exactly'}), words.say('card.estimates_agree')];
  const bound = low ?? high;
  return [words.figure(figure), between ? words.say('card.estimates', {range: between}) : bound ? words.figure(bound) : ''];
}
