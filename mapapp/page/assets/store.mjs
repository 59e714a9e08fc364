// The state of the view, and who wants to know when it changes.

/** A store: `get()`, `set(patch)`, `subscribe(listener)`; a listener hears once per change. */
export function createStore(initial) {
  let state = Object.freeze({...initial});
  const listeners = new Set();
  return {
    get: () => state,
    set(patch) {
      const changed = Object.keys(patch).filter((key) => !Object.is(patch[key], state[key]));
      if (!changed.length) return;
      state = Object.freeze({...state, ...patch});
      for (const listener of listeners) listener(state, changed);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
