import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {DAY} from '../../mapapp/page/assets/activity.mjs';
import {countsOf, maskOf} from '../../mapapp/page/assets/filters.mjs';
import {fold, markLines, matches, queryTerms} from '../../mapapp/page/assets/search.mjs';
import {createStore} from '../../mapapp/page/assets/store.mjs';
import {preferredLanguage, Words} from '../../mapapp/page/assets/words.mjs';

const labels = JSON.parse(readFileSync(new URL('../../mapapp/labels.json', import.meta.url), 'utf8'));
const [en, hans, hant] = ['en', 'zh_hans', 'zh_hant'].map((key) => new Words(labels, key));
const day = (text) => Date.parse(`${text}T00:00:00Z`) / 60000;

test('the language that fits the reader', () => {
  assert.equal(preferredLanguage(['th', 'zh-TW', 'en']), 'zh_hant');
  assert.equal(preferredLanguage(['zh']), 'zh_hans');
  assert.equal(preferredLanguage(['zh-Hant-CN']), 'zh_hant');
  assert.equal(preferredLanguage(['de', 'en-US']), 'en');
  assert.equal(preferredLanguage([]), 'en');
});

test('labels: placeholders, one and many, unknown words', () => {
  assert.equal(en.say('count.events', {n: 1}), '1 event');
  assert.equal(en.say('count.events', {n: 1200}), '1,200 events');
  assert.equal(en.say('no.such'), 'no.such');
  assert.equal(en.term('kind', 'blue_moon'), 'Blue moon');
  assert.equal(hans.term('kind', 'Armed clash'), '武装冲突');
  assert.equal(en.term('layer', 'my_data'), 'my_data');
  assert.equal(hant.term('kind', 'rescue'), '解救');
});

test('a placeholder of the data is not filled again', () => {
  assert.equal(en.say('card.part_of', {what: '{n} ${x}'}), 'part of {n} ${x}');
});

test('days in words', () => {
  const time = day('2025-02-05');
  assert.deepEqual([en, hans, hant].map((words) => words.day(time)), ['5 February 2025', '2025年2月5日', '2025年2月5日']);
  assert.equal(en.day(day('0001-01-01')), '1 January 1');
});

test('a window names its last day, not the instant after it', () => {
  const [from, to] = [day('2025-02-01'), day('2025-02-06')];
  assert.equal(en.window({from: -Infinity, to}, 'sofar'), 'Up to 5 February 2025');
  assert.equal(en.window({from, to}, 'window'), '1 February 2025 – 5 February 2025');
  assert.equal(en.window({from: to - DAY, to}, 'moment'), '5 February 2025');
});

test('figures keep their qualifier and unit; a word without a number stays a word', () => {
  assert.equal(en.figure({value: 1303, unit: 'people', qualifier: 'at_least'}), 'at least 1,303');
  assert.equal(en.figure({value: 600000, unit: 'CNY', qualifier: 'exactly'}), 'CNY 600,000');
  assert.equal(en.figure({value: null, unit: 'people', qualifier: 'several'}), 'several');
  assert.equal(hant.figure({value: 261, unit: 'people', qualifier: 'about'}), '約261人');
  assert.equal(en.figure({value: 7.7, unit: 'mww', qualifier: 'exactly'}), '7.7 mww');
  assert.equal(en.figure({value: 0, unit: 'people', qualifier: 'about'}), '0');
});

test('names fall back on another language, countries and languages on the browser', () => {
  assert.equal(en.name({zh_hant: '湄索'}), '湄索');
  assert.equal(hans.name({en: 'Mae Sot', zh_hant: '湄索'}), '湄索');
  assert.equal(en.country('TH'), 'Thailand');
  assert.equal(en.country('NO'), 'Norway');
  assert.equal(en.country('nowhere'), 'nowhere');
  assert.equal(en.language('not a tag'), 'not a tag');
});

test('distances', () => {
  assert.deepEqual([800, 557, 12, 1500, 60000].map((metres) => en.distance(metres)), ['800 m', '560 m', '12 m', '1.5 km', '60 km']);
});

test('search: accents, width, joiners and order do not matter; vowel signs do', () => {
  assert.equal(fold('Ｓｈｗｅ  Kökkó'), 'shwe kokko');
  assert.ok(matches(fold('Nay Pyi Taw, Myanmar'), queryTerms('taw MYANMAR')));
  assert.ok(!matches(fold('เมียวดี'), queryTerms('เมยวด')));
  assert.ok(matches(fold('水溝谷'), queryTerms('溝谷')));
  assert.deepEqual(queryTerms('  '), []);
});

test('lines that hold every term, as looking at each line would find them', () => {
  const lines = ['shwe kokko raid', '', 'raid on a compound', 'shwe', 'a raid at kk park, raid', 'raids'];
  for (const terms of [['raid'], ['raid', 'a'], ['shwe', 'raid'], ['x'], ['a'], ['raids'], [' ']]) {
    const hits = new Uint8Array(9);
    markLines(lines.join('\n'), terms, hits, 2);
    assert.deepEqual([...hits], [0, 0, ...lines.map((line) => Number(matches(line, terms))), 0], terms.join());
  }
});

const facets = [
  {key: 'kind', lists: {codes: [0, 1, 1, 2]}},
  {key: 'place', lists: {offsets: [0, 1, 3, 4, 4], codes: [7, 7, 8, 8]}},
];

test('filters: alternatives within a facet, all facets together', () => {
  assert.deepEqual([...maskOf(4, facets, {}, null)], [1, 1, 1, 1]);
  assert.deepEqual([...maskOf(4, facets, {kind: new Set([0, 1])}, null)], [1, 1, 1, 0]);
  assert.deepEqual([...maskOf(4, facets, {kind: new Set([1]), place: new Set([7])}, null)], [0, 1, 0, 0]);
  assert.deepEqual([...maskOf(4, facets, {kind: new Set()}, (event) => event > 1)], [0, 0, 1, 1]);
});

test('the count beside a value is what choosing it would give', () => {
  const chosen = {kind: new Set([1]), place: new Set([7])};
  const counts = countsOf(4, facets, chosen, null);
  for (const facet of facets) {
    for (const [code, count] of counts[facet.key]) {
      const wanted = maskOf(4, facets, {...chosen, [facet.key]: new Set([code])}, null).reduce((a, b) => a + b);
      assert.equal(count, wanted, `${facet.key} ${code}`);
    }
  }
});

test('a store tells once of each change, and only of changes', () => {
  const store = createStore({a: 1, b: 2});
  const heard = [];
  const stop = store.subscribe((state, changed) => heard.push(changed));
  store.set({a: 1, b: 3});
  store.set({a: 1});
  stop();
  store.set({a: 9});
  assert.deepEqual(heard, [['b']]);
  assert.throws(() => { store.get().a = 5; }, TypeError);
});

test('speeds in the unit that people would use', () => {
  const said = [30, 1, 0.5, 0.25, 1 / 24, 15 / 1440, 1 / 1440].map((speed) => en.speed(speed));
  assert.deepEqual(said, ['30 days a second', '1 day a second', '12 hours a second', '6 hours a second', '1 hour a second', '15 minutes a second', '1 minute a second']);
});

test('a window of a clock that shows hours says its times', () => {
  const at = day('2025-02-05') + 14 * 60;
  assert.match(en.window({from: -Infinity, to: at}, 'sofar', 60), /^Up to 5 February 2025.*14:00$/);
  assert.match(en.window({from: at - 60, to: at}, 'moment', 60), /^5 February 2025.*13:00 – 14:00$/);
  assert.equal(en.window({from: -Infinity, to: day('2025-02-06')}, 'sofar'), 'Up to 5 February 2025');
});
