import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTurn} from '../../mapapp/bridge/turn.mjs';

/** A turn in an app that runs and is touched at will, with a clock of its own. */
function setUp() {
  const listeners = new Map();
  const app = {dataset: {testScriptState: 'notRunning'}};
  const timers = [];
  let now = 0;
  let onRun = () => {};
  globalThis.document = {querySelector: () => app};
  globalThis.addEventListener = (type, listener) => listeners.set(type, listener);
  globalThis.MutationObserver = class {
    constructor(listener) { onRun = listener; }
    observe() {}
    disconnect() {}
  };
  globalThis.setTimeout = (act, ms) => timers.push({act, at: now + ms});
  globalThis.clearTimeout = () => timers.splice(0);
  Object.defineProperty(globalThis, 'performance', {value: {now: () => now}, configurable: true});
  const turn = createTurn(new AbortController().signal);
  const told = [];
  return {
    turn, told,
    take: (view) => turn.take(() => told.push(view)),
    touch: (type = 'pointerdown') => listeners.get(type)({type}),
    state: (found) => { app.dataset.testScriptState = found; onRun(); },
    pass(ms) {
      now += ms;
      for (const timer of timers.splice(0)) (timer.at <= now ? timer.act() : timers.push(timer));
    },
  };
}

test('what nothing waits for is told with the next touch, and only the last of it', () => {
  const {take, told, touch, pass} = setUp();
  take('first');
  take('second');
  pass(60_000);
  assert.deepEqual(told, []);
  touch();
  touch();
  assert.deepEqual(told, ['second']);
});

test('a file that is dropped or chosen tells nothing, since its own message comes later', () => {
  const {take, told, touch} = setUp();
  take('view');
  touch('change');
  touch('drop');
  assert.deepEqual(told, []);
});

test('what is waited for is told at once while the reader touches nothing', () => {
  const {turn, take, told} = setUp();
  take('view');
  turn.hurry();
  assert.deepEqual(told, ['view']);
});

test('what is waited for is told when the run of a touch is over, not before', () => {
  const {turn, take, told, touch, state, pass} = setUp();
  touch();
  take('view');
  turn.hurry();
  pass(50);
  assert.deepEqual(told, []);
  state('running');
  pass(9000);
  assert.deepEqual(told, []);
  state('notRunning');
  assert.deepEqual(told, ['view']);
});

test('a touch that begins no run delays what is waited for, and no longer than it may', () => {
  const {turn, take, told, touch, pass} = setUp();
  touch();
  take('view');
  turn.hurry();
  pass(1999);
  assert.deepEqual(told, []);
  pass(2);
  assert.deepEqual(told, ['view']);
});

test('no touch tells anything while an earlier one is being answered', () => {
  const {take, told, touch, state} = setUp();
  state('running');
  take('view');
  touch();
  assert.deepEqual(told, []);
});

test('nothing is waited for where nothing was told', () => {
  const {turn, take, told} = setUp();
  turn.hurry();
  take('view');
  assert.deepEqual(told, []);
});
