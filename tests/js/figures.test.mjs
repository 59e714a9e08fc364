import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {groupFigures, rangeWords} from '../../mapapp/page/assets/figures.mjs';
import {Words} from '../../mapapp/page/assets/words.mjs';

const labels = JSON.parse(readFileSync(new URL('../../mapapp/labels.json', import.meta.url), 'utf8'));
const en = new Words(labels, 'en');
const figure = (what, value, qualifier = 'exactly', more = {}) => ({what, value, qualifier, unit: 'people', ...more});
const best = figure('people_killed', 9, 'about');
const low = figure('people_killed_low', 7, 'at_least', {part_of: 'people_killed'});
const high = figure('people_killed_high', 15, 'at_most', {part_of: 'people_killed'});

/** What is read of the only figure there is. */
function read(...figures) {
  const groups = groupFigures(figures);
  assert.equal(groups.length, 1);
  return rangeWords(en, groups[0]).filter(Boolean).join('; ');
}

test('three estimates of one count are one figure with its range, in whatever order they come', () => {
  for (const order of [[best, low, high], [high, low, best], [low, best, high]]) {
    assert.equal(read(...order), 'about 9; estimates from 7 to 15');
  }
});

test('estimates that agree are said once', () => {
  assert.equal(read({...best, value: 7}, low, {...high, value: 7}), '7; all estimates agree');
});

test('bounds without a best estimate are a range, one bound is itself', () => {
  assert.equal(read(low, high), '7 to 15');
  assert.equal(read(high), 'at most 15');
  assert.equal(read({...best, value: 20, qualifier: 'at_least'}, {...high, value: 30}), '20 to 30');
});

test('parts stand under what they are part of, and every figure is somewhere', () => {
  const civilians = figure('people_killed_civilians', 2, 'about', {part_of: 'people_killed'});
  const injured = figure('people_injured', 4);
  const again = figure('people_injured', 5, 'exactly', {nationality: 'TH'});
  const elsewhere = figure('people_handed_over', 3, 'exactly', {part_of: 'other-event#total'});
  const groups = groupFigures([civilians, best, injured, again, elsewhere]);
  assert.deepEqual(groups.map(({what}) => what), ['people_killed', 'people_injured', 'people_injured', 'people_handed_over']);
  assert.deepEqual(groups[0].parts, [civilians]);
  assert.deepEqual(groups.map((group) => group.figure), [best, injured, again, elsewhere]);
});

test('a count that a source gives only as a word is that word', () => {
  assert.equal(read(figure('people_rescued', null, 'several')), 'several');
  const part = figure('people_rescued_low', null, 'several', {part_of: 'people_rescued'});
  assert.doesNotMatch(read(figure('people_rescued', null, 'several'), part), /agree|\{/);
});
