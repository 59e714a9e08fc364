// When the app is told of a view.
//
// That begins a run, which ends the one before it: a click or a file whose run is ended too early
// is lost. So what nothing waits for is told with the reader's next touch, in one message with what
// that touch does, or before it; what is urgent waits until the last touch was answered.

const TOUCHES = ['pointerdown', 'click', 'keydown', 'input', 'change', 'drop'];
const LONGEST_MS = 2000;

/** One view waits here for its turn, until `signal` ends it. */
export function createTurn(signal) {
  const app = document.querySelector('[data-testid="stApp"]');
  const isRunning = () => ['running', 'rerunRequested'].includes(app?.dataset.testScriptState);
  let waiting = null;
  let isUrgent = false;
  let due = 0;
  let timer = 0;

  function go() {
    clearTimeout(timer);
    const rest = due - performance.now();
    if (!waiting || isRunning()) return;
    if (rest > 0) {
      timer = setTimeout(goIfUrgent, rest);
      return;
    }
    const tell = waiting;
    waiting = null;
    isUrgent = false;
    tell();
  }

  function goIfUrgent() {
    if (isUrgent) go();
  }

  /** A touch may begin a run, which shows a moment later. */
  function onTouch({type}) {
    if (type === 'pointerdown' || type === 'keydown') go();
    due = performance.now() + LONGEST_MS;
  }

  const runs = new MutationObserver(() => {
    if (isRunning()) due = 0;
    else goIfUrgent();
  });
  if (app) runs.observe(app, {attributeFilter: ['data-test-script-state']});
  for (const touch of TOUCHES) addEventListener(touch, onTouch, {capture: true, signal});
  signal.addEventListener('abort', () => runs.disconnect());
  return {
    /** Tell this when it is time, and nothing that waited before. */
    take(tell) {
      waiting = tell;
      goIfUrgent();
    },
    /** What waits, if anything does, is asked for. */
    hurry() {
      isUrgent = waiting !== null;
      goIfUrgent();
    },
  };
}
