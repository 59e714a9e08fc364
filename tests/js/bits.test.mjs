import assert from 'node:assert/strict';
import {test} from 'node:test';

import {packBits} from '../../mapapp/page/assets/bits.mjs';

test('event n is bit n % 8 of byte n / 8', () => {
  const events = new Set([0, 3, 8, 17]);
  const bytes = Buffer.from(packBits(20, (event) => events.has(event)), 'base64');
  assert.deepEqual([...bytes], [0b00001001, 0b00000001, 0b00000010]);
});

test('a set of a million events is as long as its bits', () => {
  const text = packBits(1_000_000, (event) => event % 3 === 0);
  assert.equal(Buffer.from(text, 'base64').length, 125_000);
});

test('no events are no text', () => assert.equal(packBits(0, () => true), ''));
