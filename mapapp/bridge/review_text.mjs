// The article: its words marked by what they are, lit by what rests on them.

import {el} from './review_dom.mjs';

/** The article's region; `onChoose` hears of a click on the words of a draft. */
export function createArticle(onChoose) {
  const root = el('div', {class: 'mr-text', tabindex: '0', role: 'region'});
  let shown = null;

  /** Draw the text of `data`, once an article. */
  function show(data) {
    if (shown === data.key) return;
    shown = data.key;
    const signs = Array.from(data.text);
    const told = data.drafts.flatMap((draft) => draft.tellings.map((span) => ({span, draft: draft.id})));
    const values = data.drafts.flatMap((draft) => draft.fields.map((field) => field.span).filter(Boolean));
    const spans = [...told.map(({span}) => span), ...values, ...data.mentions, ...data.not_understood.map(({span}) => span)];
    const edges = edgesOf(spans, signs.length);
    const inMention = walker([...data.mentions], (mention) => mention);
    const inTelling = walker(told, ({span}) => span);
    root.replaceChildren(...edges.slice(0, -1).map((from, index) => {
      const to = edges[index + 1];
      const [mention, telling] = [inMention(from), inTelling(from)];
      return el('span', {
        'data-from': from, 'data-to': to,
        class: [telling ? 'mr-told' : '', mention ? `mr-mention mr-is-${mention[2]}` : ''].join(' ').trim() || null,
        onclick: telling ? () => onChoose(telling.draft) : null,
      }, withoutGaps(signs.slice(from, to).join(''), from === 0));
    }));
  }

  /** Light the words of `span`, and more faintly all that a draft was told in; bring them into view. */
  function light(span, tellings = []) {
    let first = null;
    for (const piece of root.children) {
      const [from, to] = [Number(piece.dataset.from), Number(piece.dataset.to)];
      const isIn = (one) => from < one[1] && to > one[0];
      piece.classList.toggle('mr-near', tellings.some(isIn));
      const isLit = Boolean(span) && isIn(span);
      piece.classList.toggle('mr-lit', isLit);
      if (isLit || (!span && tellings.some(isIn))) first ??= piece;
    }
    if (!first) return;
    const [piece, frame] = [first.getBoundingClientRect(), root.getBoundingClientRect()];
    if (piece.top < frame.top + 8 || piece.bottom > frame.bottom - 24) {
      root.scrollTop += piece.top - frame.top - root.clientHeight / 3;
    }
  }

  return {root, show, light};
}

/** Text with one empty line at most between two lines, and none before the first. */
function withoutGaps(text, isFirst) {
  const words = text.replace(/\n\s*\n/g, '\n\n');
  return isFirst ? words.trimStart() : words;
}

function edgesOf(spans, length) {
  const edges = new Set([0, length]);
  for (const [from, to] of spans) {
    if (from <= length) edges.add(from);
    if (to <= length) edges.add(to);
  }
  return [...edges].sort((a, b) => a - b);
}

/** For positions that only grow: the thing that reaches over a position and began last. */
function walker(things, spanOf) {
  const sorted = things.sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
  let next = 0;
  let open = [];
  return (at) => {
    while (next < sorted.length && spanOf(sorted[next])[0] <= at) open.push(sorted[next++]);
    open = open.filter((thing) => spanOf(thing)[1] > at);
    return open[open.length - 1];
  };
}
