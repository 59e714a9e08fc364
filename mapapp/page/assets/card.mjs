// The card of one event: what happened, when and where with their precision, and who says so.

import {codesOf} from './incidents.mjs';
import {el, icon, iconButton, outsideLink} from './dom.mjs';
import {claimsView, sourcesView} from './evidence.mjs';
import {figuresList} from './figures.mjs';
import {CONTROLS} from './signs.mjs';

/** The card; `show(event)` fills it. `app` has incidents, words(), sign, select, zoomTo, share, cite. */
export function createCard(app, onBack) {
  const root = el('article', {class: 'mapapp-card', tabindex: -1, 'aria-live': 'off'});

  function show(event) {
    const words = app.words();
    const text = app.incidents.textOf(event);
    root.replaceChildren(...[
      toolbar(app, event, onBack),
      el('header', {class: 'mapapp-card-head'}, app.sign(event, 30), el('p', {class: 'mapapp-kicker'},
        [words.term('kind', app.kindOf(event)), tells(app, 'status') ? words.term('status', app.statusOf(event)) : ''].filter(Boolean).join(' · '))),
      el('h2', {}, words.of(text.title)),
      el('p', {class: 'mapapp-card-when'}, words.of(text.when) || words.say('card.unknown_date'),
        el('small', {}, precisionWords(words, app, event, text))),
      el('p', {class: 'mapapp-card-summary'}, words.of(text.summary)),
      figuresView(app, text),
      placesView(app, event, text),
      namesView(words, 'card.actors', codesOf(app.incidents.actorsOf, event).map((code) => app.incidents.actors[code])),
      namesView(words, 'card.mechanisms', (text.mechanisms ?? []).map((code) => app.incidents.mechanisms[code])),
      claimsView(app, text),
      sourcesView(app, event, text),
      relatedView(app, event, text),
      text.note ? section(words.say('card.note'), el('p', {}, text.note)) : null,
      termsView(app),
      el('p', {class: 'mapapp-card-id'}, app.incidents.idOf(event) ?? '…'),
    ].filter(Boolean));
    root.scrollTop = 0;
  }
  return {root, show};
}

/** Whether a word of a vocabulary says anything: where all events have the same one, it does not. */
function tells({incidents}, name) {
  return incidents.vocabulary[name].filter(Boolean).length > 1;
}

/** A titled part of the card. */
export function section(title, ...content) {
  return el('section', {}, el('h3', {}, title), ...content);
}

function toolbar(app, event, onBack) {
  const words = app.words();
  const back = el('button', {type: 'button', class: 'mapapp-text-button', onclick: onBack}, icon(CONTROLS.back), words.say('app.back'));
  return el('div', {class: 'mapapp-card-bar'}, back, el('span', {class: 'mapapp-spring'}),
    iconButton(icon(CONTROLS.target), words.say('card.zoom'), () => app.zoomTo(event)),
    iconButton(icon(CONTROLS.link), words.say('app.copy_link'), () => app.copyLink()),
    iconButton(icon(CONTROLS.quote), words.say('app.cite'), () => app.cite(event)),
    iconButton(icon(CONTROLS.previousStep), words.say('time.previous_event'), () => app.stepEvent(-1)),
    iconButton(icon(CONTROLS.nextStep), words.say('time.next_event'), () => app.stepEvent(1)));
}

function precisionWords(words, app, event, text) {
  const {incidents} = app;
  if (incidents.isUndated(event)) return '';
  const precision = incidents.vocabulary.precision[incidents.precision[event]];
  const certainty = incidents.vocabulary.certainty[incidents.certainty[event]];
  const parts = [words.term('precision', precision)];
  if (certainty !== 'exact') parts.push(words.term('certainty', certainty));
  const applies = text.applies && text.applies !== 'event' ? words.say(`applies.${text.applies}`) : '';
  return [words.join(parts), applies ? el('em', {}, applies) : ''];
}

function figuresView(app, text) {
  const words = app.words();
  const figures = (Array.isArray(text.figures) ? text.figures : []).filter((figure) => figure && typeof figure === 'object');
  return figures.length ? section(words.say('card.figures'), figuresList(words, figures, (figure) => wholeOf(app, figure))) : null;
}

/** The figure that a figure is part of, in words; the id it names if that figure is not here. */
function wholeOf(app, figure) {
  const words = app.words();
  const id = String(figure.part_of);
  const event = app.incidents.numberOf(id.split('#')[0]);
  const figures = event < 0 ? [] : app.incidents.textOf(event).figures;
  const whole = Array.isArray(figures) ? figures.find((other) => other?.id === id) : null;
  return whole ? `${words.figure(whole)} ${words.term('what', whole.what)}` : id.replace('#', ' · ');
}

function placesView(app, event, {named}) {
  const words = app.words();
  const {features, featuresOf, vocabulary, placeOf, shapes} = app.incidents;
  const own = featuresOf(event).sort((a, b) => features.primary[b] - features.primary[a]);
  if (!own.length && named) return section(words.say('card.where'), namedOnly(words, named));
  if (!own.length) return section(words.say('card.where'), el('p', {class: 'mapapp-hint'}, words.say('card.no_place')));
  return section(words.say('card.where'), el('ul', {class: 'mapapp-places'}, own.map((feature) => {
    const place = placeOf(features.place[feature]);
    const precise = shapes.has(features.place[feature])
      ? words.say('card.shape')
      : words.say('card.precise_to', {distance: words.distance(features.radius_m[feature])});
    const basis = tells(app, 'basis') ? vocabulary.basis[features.basis[feature]] : '';
    return el('li', {},
      words.name(place.names) ? el('b', {}, words.name(place.names)) : null,
      tells(app, 'role') ? el('span', {class: 'mapapp-tag'}, words.term('role', vocabulary.role[features.role[feature]])) : null,
      el('span', {class: 'mapapp-hint'}, [place.country ? words.country(place.country) : '', words.term('place_kind', place.kind)].filter(Boolean).join(' · ')),
      el('span', {class: 'mapapp-hint'}, words.join([precise, basis ? words.term('basis', basis) : ''])),
      otherNames(words, place));
  })));
}

/** A place that has a name and no position: where it would stand on the map nobody said. */
function namedOnly(words, [place, country]) {
  const names = [...new Set([place, words.country(country)].filter(Boolean))];
  return el('ul', {class: 'mapapp-places'}, el('li', {}, el('b', {}, names.join(', ')), el('span', {class: 'mapapp-hint'}, words.say('card.no_position'))));
}

function otherNames(words, {names}) {
  const main = words.name(names);
  const tags = {en: 'en', zh_hans: 'zh-Hans', zh_hant: 'zh-Hant', th: 'th', my: 'my'};
  const others = Object.entries(names).filter(([, name]) => name && name !== main);
  const seen = new Set();
  const distinct = others.filter(([, name]) => !seen.has(name) && seen.add(name));
  return distinct.length ? el('span', {class: 'mapapp-names'}, distinct.map(([key, name]) => el('span', {lang: tags[key]}, name))) : null;
}

function namesView(words, title, things) {
  if (!things.length) return null;
  return section(words.say(title), el('ul', {class: 'mapapp-actors'}, things.map((thing) => el('li', {},
    words.name(thing.names),
    thing.description && words.name(thing.description) ? el('small', {}, words.name(thing.description)) : null))));
}

function relatedView(app, event, text) {
  const words = app.words();
  const back = app.relatedBack(event);
  const links = [...(text.related ?? []), ...back];
  if (!links.length) return null;
  return section(words.say('card.related'), el('ul', {class: 'mapapp-related'}, links.map((link) => {
    const button = el('button', {type: 'button', class: 'mapapp-link-button', onclick: () => app.select(link.event, 'card')}, '…');
    app.incidents.whenRead(link.event, () => { button.textContent = app.titleOf(link.event); });
    return el('li', {}, el('small', {}, words.term('relation', link.relation)), button);
  })));
}

/** Whose data this is and on what terms: many providers ask to be named with every use. */
function termsView({dataset, words}) {
  const {license, license_url: address, attribution} = dataset;
  if (!license && !attribution) return null;
  return el('p', {class: 'mapapp-card-terms'}, words().say('about.data', {license: ''}), outsideLink(address, license ?? ''),
    attribution ? ` · ${attribution}` : '');
}
