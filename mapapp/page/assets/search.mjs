// Text search over titles, summaries, places and actors in all languages and spellings.

/** Text for comparing: lower case, no accents or joiners, full-width forms as plain ones. */
export function fold(text) {
  return String(text ?? '').normalize('NFKD').replace(/[\p{M}\u200b-\u200f\u2060]/gu, (mark) => (isLetterMark(mark) ? mark : ''))
    .toLowerCase().replace(/[’']/g, '').replace(/[\s\-–—_·・]+/g, ' ').trim();
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
