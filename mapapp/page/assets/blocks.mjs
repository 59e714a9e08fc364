// Rows that travel in compressed blocks (mapapp/page/blocks.py), each unpacked when one is wanted.

import {decodeBase64} from './codec.mjs';

/** Stands for an event's text, or a place, whose block is not read yet. */
export const WAITING = Object.freeze({isWaiting: true, title: ['…'], names: Object.freeze({en: '…'})});

/** Reads the block of an element's id: a promise of its rows. */
export function blockReader(document) {
  return async (id) => {
    const isWhole = () => document.readyState !== 'loading' || document.getElementById(id)?.nextSibling;
    // The map is drawn before the browser has read on to the end of a long document.
    if (!isWhole()) await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}));
    return JSON.parse(await inflate(decodeBase64(document.getElementById(id).textContent)));
  };
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

/**
 * Rows 0…total in blocks of `chunk`, read by `read(number)`; at most `most` blocks are kept, those
 * used last. `get(row)` is WAITING until `need(row)` has been kept.
 */
export function createBlocks({total, chunk, read, most = Infinity}) {
  const kept = new Map();
  const asked = new Map();
  const numberOf = (row) => Math.floor(row / chunk);

  function keep(number, rows) {
    kept.delete(number);
    kept.set(number, rows);
    if (kept.size > most) kept.delete(kept.keys().next().value);
  }

  function load(number) {
    if (kept.has(number)) keep(number, kept.get(number));
    else if (!asked.has(number)) {
      asked.set(number, read(number).then((rows) => keep(number, rows)).finally(() => asked.delete(number)));
    }
    return asked.get(number);
  }

  return {
    total,
    count: Math.ceil(total / chunk),
    has: (row) => kept.has(numberOf(row)),
    get: (row) => kept.get(numberOf(row))?.[row % chunk] ?? WAITING,
    need: async (row) => load(numberOf(row)),
    all: () => Promise.all(Array.from({length: Math.ceil(total / chunk)}, (_, number) => load(number))),
    /** The rows of one block, which is not kept for it: for reading all of them, one by one. */
    rowsOf: async (number) => kept.get(number) ?? read(number),
  };
}
