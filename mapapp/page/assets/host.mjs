// Talking with the page that frames us (the Streamlit bridge), if there is one.
//
// Out: {mapapp: 1, type: 'ready' | 'state', …}; in: {mapapp: 1, type: 'state', state: {…}},
// {mapapp: 1, type: 'answer', answer} and {mapapp: 1, type: 'copied', ok}. The frame has no origin of its own, so messages are checked by
// their sender, never by their origin.

const PAUSE_MS = 250;

/** A line to the host; every call is harmless when there is none. `onAnswer` hears what the app answers. */
export function createHost(onState, onAnswer) {
  const isFramed = globalThis.parent !== globalThis;
  let timer = 0;
  let lastSent = '';
  let waiting = null;
  const post = (message) => isFramed && globalThis.parent.postMessage({mapapp: 1, ...message}, '*');

  globalThis.addEventListener('message', (event) => {
    if (!isFramed || event.source !== globalThis.parent || event.data?.mapapp !== 1) return;
    if (event.data.type === 'state' && typeof event.data.link === 'string') onState(event.data);
    if (event.data.type === 'answer' && event.data.answer) onAnswer?.(event.data.answer);
    if (event.data.type === 'copied') waiting?.({done: Boolean(event.data.ok), text: String(event.data.text ?? '')});
  });

  return {
    isFramed,
    ready: () => post({type: 'ready'}),
    /** Tell the host the view, once the reader has paused; `report` makes it then, not before. */
    send(report) {
      if (!isFramed) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const state = report();
        const text = JSON.stringify(state);
        if (text === lastSent) return;
        lastSent = text;
        post({type: 'state', state});
      }, PAUSE_MS);
    },
    /**
     * Copy a text, or the address of a link, by the host's clipboard or the browser's own.
     * Resolves to `{done, text}` with the text that was, or should have been, copied.
     */
    async copy({text, link, address}) {
      if (isFramed) {
        post(link === undefined ? {type: 'copy', text} : {type: 'copy', link});
        return new Promise((resolve) => {
          waiting = resolve;
          setTimeout(() => resolve({done: false, text: text ?? `#${link}`}), 1500);
        });
      }
      const copied = text ?? address;
      try {
        await navigator.clipboard.writeText(copied);
        return {done: true, text: copied};
      } catch {
        return {done: copyByCommand(copied), text: copied};
      }
    },
  };
}

// A file opened from disk has no clipboard in some browsers; this older way still works there.
function copyByCommand(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'mapapp-offscreen';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
