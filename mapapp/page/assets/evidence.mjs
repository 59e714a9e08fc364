// The card's evidence: sources with their locators, and rival claims side by side.

import {el, outsideLink} from './dom.mjs';

/** All sources of an event, with the count of independent ones. */
export function sourcesView(app, event, text) {
  const words = app.words();
  const citations = text.sources ?? [];
  if (!citations.length) return null;
  const independent = text.independent ? words.say('count.independent', {n: text.independent}) : '';
  return el('section', {}, el('h3', {}, words.say('card.sources'), independent ? el('small', {}, independent) : null),
    el('ol', {class: 'mapapp-sources'}, bySource(citations).map(([source, locators]) => sourceItem(words, typeof source === 'object' ? source : app.incidents.sources[source], locators))));
}

/** Passages gathered by source, in the order in which sources are first named. */
function bySource(citations) {
  const found = new Map();
  for (const {source, locator} of citations) found.set(source, [...(found.get(source) ?? []), locator]);
  return [...found];
}

function sourceItem(words, source, locators) {
  const published = words.of(source.published_text) || source.published;
  const facts = [
    published ? words.say('card.published', {date: published}) : '',
    source.language ? words.language(source.language) : '',
  ].filter(Boolean).join(' · ');
  const title = source.title ? el('cite', {lang: source.language ?? null}, source.title) : null;
  return el('li', {},
    el('b', {}, source.publisher ?? source.id ?? ''),
    source.url && title ? outsideLink(source.url, title) : title,
    el('span', {class: 'mapapp-hint'}, facts),
    locators.map((locator) => locatorView(words, locator, source)));
}

function locatorView(words, locator, source) {
  if (!locator) return null;
  return el('span', {class: 'mapapp-locator', title: words.say('card.locator')}, el('q', {lang: source?.language ?? null}, locator));
}

/** Where sources differ: the values side by side, the preferred one first, and the reason. */
export function claimsView(app, text) {
  const words = app.words();
  const claims = (Array.isArray(text.claims) ? text.claims : []).filter((claim) => Array.isArray(claim?.values));
  if (!claims.length) return null;
  return el('section', {class: 'mapapp-claims'}, el('h3', {}, words.say('card.claims')), claims.map((claim) => claimView(app, claim)));
}

function claimView(app, claim) {
  const words = app.words();
  const values = [...claim.values].sort((a, b) => Number(Boolean(b.preferred)) - Number(Boolean(a.preferred)));
  const reason = typeof claim.reason === 'object' ? words.name(claim.reason) : claim.reason;
  return el('div', {class: 'mapapp-claim'},
    el('h4', {}, fieldWords(app, String(claim.field ?? ''))),
    el('ul', {}, values.map((value) => el('li', {class: value.preferred ? 'mapapp-preferred' : ''},
      el('span', {class: 'mapapp-tag'}, words.say(value.preferred ? 'card.preferred' : 'card.rival')),
      el('b', {}, String(value.value ?? '')),
      el('small', {}, value.publisher ? String(value.publisher) : publisherOf(app, value.source)),
      locatorView(words, value.locator, null)))),
    reason ? el('p', {}, el('b', {}, words.say('card.reason'), words.key === 'en' ? ': ' : '：'), reason) : null);
}

function publisherOf(app, id) {
  const source = app.incidents.sources.find((known) => known.id === id);
  return source?.publisher ?? String(id ?? '');
}

/** What a claim is about: "Date", "Place: Mae Sot", "Source: Wen Wei Po, published". */
function fieldWords(app, field) {
  const words = app.words();
  const [, name, id, rest] = /^([^:]*):?(\S*)\s?(.*)$/s.exec(field);
  const label = words.term('field', name);
  if (!id) return label;
  const thing = namedThing(app, name, id);
  const about = `${label}${words.key === 'en' ? ': ' : '：'}${thing ?? id.replaceAll('-', ' ')}`;
  return rest ? `${about} (${words.term('field', rest)})` : about;
}

function namedThing(app, name, id) {
  const {placeWithId, actors, mechanisms, sources} = app.incidents;
  if (name === 'source') return sources.find((source) => source.id === id)?.publisher;
  const thing = placeWithId(id) ?? [...actors, ...mechanisms].find((known) => known.id === id);
  return thing ? app.words().name(thing.names) : undefined;
}
