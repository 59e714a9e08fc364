// Runs what needs the words of an event as soon as they are read: at once where they are.

/**
 * `whenRead(event, run)` calls `run` at once if the event's text and places are read, else when
 * they are, if `isWanted()` still holds. One event after another, `isUrgent` ones first. An event
 * whose block cannot be read stays as it is; `onFault` hears of it.
 */
export function createReading({texts, places, placesOf}) {
  const waiting = [];
  let isBusy = false;
  let onFault = () => {};

  const isRead = (event) => texts.has(event) && placesOf(event).every(places.has);

  async function read(event) {
    await texts.need(event);
    for (const place of placesOf(event)) await places.need(place);
  }

  async function work() {
    isBusy = true;
    while (waiting.length) {
      const {event, run, isWanted} = waiting.shift();
      if (!isWanted()) continue;
      await read(event).then(() => queueMicrotask(run), (fault) => onFault(fault));
    }
    isBusy = false;
  }

  return {
    isRead,
    listenForFaults(listener) {
      onFault = listener;
    },
    whenRead(event, run, {isUrgent = false, isWanted = () => true} = {}) {
      if (isRead(event)) {
        run();
        return;
      }
      waiting[isUrgent ? 'unshift' : 'push']({event, run, isWanted});
      if (!isBusy) work();
    },
  };
}
