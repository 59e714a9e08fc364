// Text search over titles, summaries, places and actors in all languages and spellings.

/** Text for comparing: lower case, no accents or joiners, full-width forms as plain ones. */
export function fold(text) {
  const written = String(text ?? '');
  // Plain letters have no marks to take off: most of what very many events say.
  const plain = /^[\x20-\x7e]*$/.test(written) ? written : withoutMarks(written);
  return plain.toLowerCase().replace(/[’']/g, '').replace(/[\s\-–—_·・]+/g, ' ').trim();
}

function withoutMarks(text) {
  return text.normalize('NFKD').replace(/[\p{M}\u200b-\u200f\u2060]/gu, (mark) => (isLetterMark(mark) ? mark : ''));
}

// Thai and Burmese vowel signs are letters of the word, not accents.
function isLetterMark(mark) {
  const code = mark.codePointAt(0);
  return (code >= 0x0e00 && code <= 0x0e7f) || (code >= 0x1000 && code <= 0x109f);
}

/** The words a query asks for; every one must be found. */
export function queryTerms(query) {
  return fold(query).split(' ').filter(Boolean);
}

/** Whether a folded text holds every term. */
export function matches(folded, terms) {
  return terms.every((term) => folded.includes(term));
}

/**
 * Mark the lines of a text in which every term stands: `hits[first + line] = 1`. The search goes
 * by the longest term, and looks at a line's other terms only where that one is.
 */
export function markLines(text, terms, hits, first) {
  const [rarest, ...others] = [...terms].sort((a, b) => b.length - a.length);
  let line = 0;
  let start = 0;
  for (let at = text.indexOf(rarest); at >= 0;) {
    let end = text.indexOf('\n', start);
    for (; end >= 0 && end < at; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    if (end < 0) end = text.length;
    if (!others.length || matches(text.slice(start, end), others)) hits[first + line] = 1;
    at = text.indexOf(rarest, end);
  }
}
