// Colours and letters for kinds of event that are not in our own vocabulary: other people's data.

import {hashOf} from './codec.mjs';
import {ICONS} from './signs.mjs';

/** How many colours there are for them (--mapapp-other-0 … in tokens.css). */
export const SLOTS = 10;

// Written before its consonant, and no sign by itself.
const THAI_VOWEL = /[\u0e40-\u0e44]/;

/**
 * What stands for each kind that has no sign of its own: Map of kind → `{slot, letter}`.
 *
 * A kind's colour follows from its name, so that it is the same in every data set, unless two
 * kinds of one data set would share it: then the later one in the alphabet takes the next free one.
 */
export function marksOfKinds(kinds) {
  const found = new Map();
  const slots = new Set();
  const letters = new Set();
  for (const kind of kinds.filter((name) => name && !ICONS[name]).sort()) {
    const slot = slots.size < SLOTS ? firstFree(hashOf(kind) % SLOTS, slots) : hashOf(kind) % SLOTS;
    const own = [...kind.toUpperCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter) && !THAI_VOWEL.test(letter));
    const letter = own.find((offered) => !letters.has(offered)) ?? own[0] ?? '?';
    slots.add(slot);
    letters.add(letter);
    found.set(kind, {slot, letter});
  }
  return found;
}

function firstFree(wanted, taken) {
  let slot = wanted;
  while (taken.has(slot)) slot = (slot + 1) % SLOTS;
  return slot;
}
