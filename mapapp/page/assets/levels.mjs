// Which events are hidden, possibly or certainly active: kept up to date without touching them all.
//
// Events are sorted by start, so those that can be active in a window are a stretch of them: from
// the first that could still last into it to the first that starts after it. The few without a
// bound are looked at each time.

import {activityIn, HIDDEN, POSSIBLE} from './activity.mjs';

/** First index at which sorted `values[index] >= wanted`, within [0, count). */
export function lowerBound(values, wanted, count = values.length) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Levels of all events; `update(mask, window)` returns `{shown, offMap, possible}`. */
export function createLevels(incidents) {
  const {start, end, lasting, layer, total} = incidents;
  const levels = new Uint8Array(total);
  const none = incidents.vocabulary.layer.indexOf('none');
  const {dated, longest, open} = survey(incidents);
  const before = new Uint8Array(incidents.isDense ? 0 : total);
  const isAllLasting = incidents.lasting.every(Boolean);
  let [low, high] = [0, 0];
  let version = 0;
  let last = {};

  /** While "so far" runs on nothing that has begun can change, so only what is new is looked at. */
  function goesOn(mask, from, to) {
    return isAllLasting && from === -Infinity && last.from === -Infinity && to >= last.to && mask === last.mask;
  }

  function look(event, mask, from, to, counts) {
    const level = mask[event] ? activityIn(start[event], end[event], lasting[event], from, to) : HIDDEN;
    levels[event] = level;
    if (level === HIDDEN) return;
    counts.shown += 1;
    if (layer[event] === none) counts.offMap += 1;
    if (level === POSSIBLE) counts.possible += 1;
  }

  return {
    levels,
    /** Grows whenever a level changes (of very many events: with every update). */
    version: () => version,
    /** The stretch of events that the last update looked at; outside it only open events show. */
    stretch: () => ({low, high}),
    open,
    update(mask, {from, to}) {
      const isOn = goesOn(mask, from, to);
      const counts = isOn ? {...last.counts} : {shown: 0, offMap: 0, possible: 0};
      if (!isOn) levels.fill(HIDDEN, low, high);
      low = from === -Infinity ? 0 : lowerBound(start, from - longest, dated);
      const known = isOn ? high : low;
      high = Math.max(lowerBound(start, from === to ? to + 1e-9 : to, dated), low);
      for (let event = known; event < high; event += 1) look(event, mask, from, to, counts);
      for (const event of open) if (event < low || event >= high) look(event, mask, from, to, counts);
      if (incidents.isDense || levels.some((level, event) => level !== before[event])) version += 1;
      before.set(incidents.isDense ? [] : levels);
      last = {from, to, mask, counts};
      return counts;
    },
  };
}

function survey({start, end, total}) {
  const open = [];
  let longest = 0;
  let dated = 0;
  for (let event = 0; event < total; event += 1) {
    if (start[event] > end[event]) continue;
    dated += 1;
    const length = end[event] - start[event];
    if (length === Infinity) open.push(event);
    else if (length > longest) longest = length;
  }
  return {dated, longest, open};
}
