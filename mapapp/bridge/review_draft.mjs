// One draft of the review: what can be done with it, what it looks like in the record, its fields.

import {el, entry} from './review_dom.mjs';

const TERMS = {kind: 'kind', status: 'status', time_certainty: 'certainty', date_applies_to: 'review.applies', role: 'role', basis: 'basis', what: 'what', place_kind: 'place_kind'};
const BROAD = new Set(['when', 'time_certainty', 'date_applies_to']);
const NUMBERS = {lon: '', lat: '', radius_m: 5000};
const NEW_PLACE_TEXTS = ['place_id', 'name_en', 'country'];

/** A draft, open where it is the current one; `app` has say(), knows(), act(), choose(), light(), data(). */
export function drawDraft(app, draft) {
  const isCurrent = draft.id === app.current();
  const root = el('details', {class: `mr-draft mr-state-${draft.state}${isCurrent ? ' mr-current' : ''}`, open: isCurrent},
    el('summary', {'data-key': `draft ${draft.id}`, onclick: (event) => {
      event.preventDefault();
      app.choose(isCurrent ? null : draft.id, true);
    }}, el('span', {class: 'mr-badge'}, app.say(`review.state_${draft.state}`)), el('span', {}, draft.title), draft.reason ? el('small', {}, draft.reason) : null));
  if (!isCurrent) return root;
  const isOver = draft.state === 'written' || draft.state === 'merged';
  root.append(
    isOver ? '' : drawButtons(app, draft), ...(isOver ? [] : draft.matches.map((match) => drawMatch(app, draft, match))),
    ...(isOver ? [] : drawUnknown(app, draft)), drawFields(app, draft, isOver),
    el('details', {class: 'mr-yaml', 'data-key': `yaml ${draft.id}`}, el('summary', {}, 'YAML'), el('pre', {tabindex: '0'}, draft.yaml)));
  return root;
}

/** What was not understood, each with its words a click away. */
export function drawRest(app) {
  const rows = app.data().not_understood;
  return el('details', {class: 'mr-rest', 'data-key': 'rest'}, el('summary', {}, app.say('review.not_understood', {n: rows.length})),
    el('ul', {}, rows.map((row, at) => el('li', {}, el('button', {type: 'button', 'data-key': `rest ${at}`, onclick: () => app.light(row.span)}, el('q', {}, row.text.slice(0, 90)), ' ', row.why)))));
}

function drawButtons(app, draft) {
  const reason = entry('input', `reason ${draft.id}`, '', {class: 'mr-reason', type: 'text', placeholder: app.say('review.reason'), 'aria-label': app.say('review.reason')});
  const reject = () => (reason.value.trim() ? app.act({do: 'reject', draft: draft.id, reason: reason.value}) : reason.focus());
  reason.addEventListener('keydown', (event) => event.key === 'Enter' && reject());
  const others = app.data().drafts.filter((one) => one.id !== draft.id && one.state !== 'written' && one.state !== 'merged');
  const into = el('select', {'data-key': `into ${draft.id}`, 'aria-label': app.say('review.merge')}, el('option', {value: ''}, app.say('review.merge')),
    others.map((one) => el('option', {value: one.id}, one.title)));
  into.addEventListener('change', () => into.value && app.act({do: 'merge', draft: draft.id, into: into.value}));
  const button = (name, onclick, kind) => el('button', {type: 'button', class: kind, 'data-key': `${name} ${draft.id}`, onclick}, app.say(`review.${name}`));
  return el('div', {class: 'mr-buttons'},
    el('div', {class: 'mr-row'}, button('accept', () => app.act({do: 'accept', draft: draft.id}), 'mr-primary'), reason, button('reject', reject)),
    el('div', {class: 'mr-row'}, others.length ? into : null, button('split', () => app.act({do: 'split', draft: draft.id, new_id: newId(app, draft.id)})), button('undo', () => app.act({do: 'undo'}))));
}

function newId(app, id) {
  const taken = new Set(app.data().drafts.map((draft) => draft.id));
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function drawMatch(app, draft, match) {
  return el('div', {class: 'mr-match'},
    el('p', {}, app.say('review.looks_like', {event: match.title || match.event_id}), ' ', el('small', {}, match.why.join(app.say('review.apart')))),
    el('button', {type: 'button', 'data-key': `source ${match.event_id}`, onclick: () => app.act({do: 'add_as_source', draft: draft.id, event_id: match.event_id})}, app.say('review.add_as_source')),
    drawClaim(app, draft, match));
}

function drawClaim(app, draft, match) {
  const key = `claim ${match.event_id}`;
  const labelled = (name, input) => el('label', {}, app.say(`review.${name}`), input);
  const field = el('select', {'data-key': `${key} field`}, match.claimable.map(([name, value]) => el('option', {value: name}, `${name}: ${value ?? '—'}`)));
  const value = entry('input', `${key} value`, draft.fields.find((one) => one.path[0] === 'when')?.value, {type: 'text'});
  const locator = entry('input', `${key} locator`, draft.fields.find((one) => one.path[0] === 'sources')?.value, {type: 'text'});
  const why = entry('input', `${key} why`, '', {type: 'text'});
  const preferred = el('input', {type: 'checkbox', 'data-key': `${key} preferred`});
  const add = () => app.act({do: 'claim', draft: draft.id, event_id: match.event_id, field: field.value,
    value: value.value, locator: locator.value, reason: why.value, preferred: preferred.checked});
  return el('details', {class: 'mr-claim', 'data-key': key}, el('summary', {}, app.say('review.claim')),
    labelled('claim_field', field), labelled('claim_value', value), labelled('locator', locator), labelled('claim_reason', why),
    el('label', {class: 'mr-check'}, preferred, app.say('review.claim_preferred')),
    el('button', {type: 'button', 'data-key': `${key} add`, onclick: add}, app.say('review.claim_add')));
}

/** The fields, those of one place or figure together. */
function drawFields(app, draft, isOver) {
  const groups = new Map();
  for (const field of draft.fields) {
    const [first, second] = field.path;
    const name = typeof second === 'number' && field.path.length > 2 ? `${first} ${second}` : first === 'title' || first === 'summary' ? first : '';
    const key = name || 'plain';
    if (!groups.has(key)) groups.set(key, {name, fields: []});
    groups.get(key).fields.push(field);
  }
  return el('div', {class: 'mr-groups'}, [...groups.values()].map(({name, fields}) => {
    const drawn = fields.map((field) => drawField(app, draft, field, isOver));
    if (!name) return el('div', {class: 'mr-fields'}, drawn);
    const [first, number] = name.split(' ');
    const title = [app.say(`review.field_${first}`), number === undefined ? '' : Number(number) + 1].join(' ').trim();
    return el('fieldset', {class: 'mr-fields'}, el('legend', {}, title), drawn, isOver ? null : drawRemove(app, draft, fields.find((field) => field.removable && field.path.length > 2), title));
  }));
}

function drawRemove(app, draft, field, title) {
  if (!field) return null;
  const name = `${app.say('review.remove')}: ${title}`;
  return el('button', {type: 'button', class: 'mr-remove', 'data-key': `remove ${field.removable.join(' ')}`, 'aria-label': name, title: name,
    onclick: () => app.act({do: 'edit', draft: draft.id, path: field.removable, value: null})}, '×');
}

function drawField(app, draft, field, isOver) {
  const key = `${draft.id} ${field.path.join(' ')}`;
  const label = labelOf(app, field.path);
  const onfocus = () => app.light(field.span);
  const send = (value) => app.act({do: 'edit', draft: draft.id, path: field.path, value});
  const input = field.choices ? drawChoice(app, field, key, {onfocus, send}) : drawEntry(field, key, {onfocus, send});
  input.disabled = isOver;
  const isText = !field.choices && !field.number;
  const width = BROAD.has(field.path[0]) || isPlaceOrActor(field) ? ' mr-broad' : isText && last(field.path) !== 'nationality' ? ' mr-wide' : '';
  return el('div', {class: `mr-field${width}`}, el('label', {}, label, input),
    field.removable && field.path.length === 2 && !isOver ? drawRemove(app, draft, field, label) : null,
    field.confidence ? el('small', {class: `mr-${field.confidence}`}, whyOf(app, field)) : null);
}

function whyOf(app, {confidence, why}) {
  const sure = app.say(`review.${confidence}`);
  return why ? app.say('review.why', {sure, why}) : sure;
}

function last(path) {
  return path[path.length - 1];
}

function isPlaceOrActor(field) {
  return last(field.path) === 'place' || field.path[0] === 'actors';
}

function drawEntry(field, key, {onfocus, send}) {
  const isLong = field.path[0] === 'summary';
  const input = entry(isLong ? 'textarea' : 'input', key, field.value, {type: isLong ? null : field.number ? 'number' : 'text', step: field.number ? 'any' : null, rows: isLong ? 2 : null, onfocus});
  input.addEventListener('change', () => send(field.number ? (input.value === '' ? null : Number(input.value)) : input.value));
  return input;
}

function drawChoice(app, field, key, {onfocus, send}) {
  const group = TERMS[last(field.path)];
  const isPlace = last(field.path) === 'place';
  const names = isPlace ? app.data().places : field.path[0] === 'actors' ? app.data().actors : null;
  const wordOf = (choice) => {
    if (choice === '') return '—';
    if (names) return names[choice] ?? choice;
    if (typeof choice === 'boolean') return app.say(`review.${choice ? 'yes' : 'no'}`);
    return group && app.knows(`${group}.${choice}`) ? app.say(`${group}.${choice}`) : String(choice).replaceAll('_', ' ');
  };
  const present = field.value ?? '';
  const known = names ? Object.keys(names).filter((id) => field.choices.includes(id)) : field.choices;
  const choices = known.includes(present) ? known : [present, ...known];
  const input = el('select', {'data-key': key, onfocus}, choices.map((choice) => el('option', {value: JSON.stringify(choice), selected: choice === present}, wordOf(choice))));
  input.addEventListener('change', () => send(JSON.parse(input.value)));
  return input;
}

function labelOf(app, path) {
  const name = last(path);
  if (typeof name === 'number') return `${app.say(`review.field_${path[0]}`)} ${name + 1}`;
  return app.say(`review.field_${name}`);
}

function drawUnknown(app, draft) {
  const places = draft.unknown_places.map((place, at) => drawUnknownPlace(app, draft, place, at));
  const actors = draft.unknown_actors.map((actor, at) => el('button', {type: 'button', class: 'mr-note', 'data-key': `actor ${at}`, onclick: () => app.light(actor.span)}, app.say('review.unknown_actor', {name: actor.name})));
  return [...places, ...actors];
}

function drawUnknownPlace(app, draft, place, at) {
  const key = `place ${draft.id} ${at}`;
  const known = el('select', {'data-key': `${key} known`, 'aria-label': app.say('review.place_known')}, el('option', {value: ''}, app.say('review.place_known')),
    Object.entries(app.data().places).map(([id, name]) => el('option', {value: id}, name)));
  known.addEventListener('change', () => known.value && app.act({do: 'use_place', draft: draft.id, name: place.name, place: known.value, role: place.role}));
  return el('div', {class: 'mr-place'},
    el('button', {type: 'button', class: 'mr-words', 'data-key': key, onclick: () => app.light(place.span)}, app.say('review.unknown_place', {name: place.name})),
    known, drawNewPlace(app, place, key));
}

function drawNewPlace(app, place, key) {
  const slug = place.name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const first = {place_id: slug, name_en: /^[\x20-\x7e]+$/.test(place.name) ? place.name : '', country: place.country, ...NUMBERS, lon: place.lon, lat: place.lat};
  const inputs = Object.fromEntries([...NEW_PLACE_TEXTS, ...Object.keys(NUMBERS)].map((name) => [name,
    entry('input', `${key} ${name}`, first[name], {type: name in NUMBERS ? 'number' : 'text', step: name in NUMBERS ? 'any' : null})]));
  const kinds = app.data().point_kinds;
  const kind = el('select', {'data-key': `${key} kind`}, kinds.map((one) => el('option', {value: one, selected: one === 'city'}, app.say(`place_kind.${one}`))));
  const add = () => app.act({do: 'add_place', name: place.name, locator: place.locator ?? '', kind: kind.value,
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value]))});
  return el('details', {'data-key': `${key} new`}, el('summary', {}, app.say('review.place_new')),
    el('div', {class: 'mr-fields'}, Object.entries(inputs).map(([name, input]) => el('label', {}, app.say(`review.new_${name}`), input)), el('label', {}, app.say('review.place_kind'), kind)),
    el('button', {type: 'button', 'data-key': `${key} add`, onclick: add}, app.say('review.place_add')));
}
