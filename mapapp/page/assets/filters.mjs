// Filters: which events pass, and how many would pass with each value of each facet.
//
// Within a facet the chosen values are alternatives; all facets must hold at once. The count
// beside a value is what choosing it would give, given all other facets. The cases that the exports
// share are in tests/shared/filter_cases.json.

/**
 * Facets are `{key, lists}`; `lists` are `{codes}`, one code an event, or `{offsets, codes}`, any
 * number of them. `chosen` maps key → Set of codes (missing or empty = all). `also(event)` is any
 * further condition, or null. Returns 1 or 0 by event.
 */
export function maskOf(total, facets, chosen, also) {
  const mask = new Uint8Array(total).fill(1);
  for (const {key, lists} of facets) {
    if (chosen[key]?.size) eachFailing(total, lists, chosen[key], (event) => { mask[event] = 0; });
  }
  if (also) for (let event = 0; event < total; event += 1) if (mask[event] && !also(event)) mask[event] = 0;
  return mask;
}

/** Counts by key: Map of code → events that pass all the other facets. */
export function countsOf(total, facets, chosen, also) {
  const failed = new Uint8Array(total);
  const failedBy = new Uint8Array(total);
  facets.forEach(({key, lists}, number) => {
    if (!chosen[key]?.size) return;
    eachFailing(total, lists, chosen[key], (event) => {
      failed[event] += 1;
      failedBy[event] = number;
    });
  });
  if (also) for (let event = 0; event < total; event += 1) if (failed[event] < 2 && !also(event)) failed[event] = 2;
  return Object.fromEntries(facets.map(({key, lists}, number) => [key, countCodes(
    total, lists, (event) => failed[event] === 0 || (failed[event] === 1 && failedBy[event] === number),
  )]));
}

function eachFailing(total, {offsets, codes}, chosen, fail) {
  const isChosen = new Uint8Array(sizeOf(codes));
  for (const code of chosen) isChosen[code] = 1;
  for (let event = 0; event < total; event += 1) {
    let place = offsets ? offsets[event] : event;
    const end = offsets ? offsets[event + 1] : event + 1;
    while (place < end && !isChosen[codes[place]]) place += 1;
    if (place === end) fail(event);
  }
}

/** How many events have each code, each event once. */
function countCodes(total, {offsets, codes}, isCounted) {
  const counts = new Uint32Array(sizeOf(codes));
  const seen = new Int32Array(counts.length).fill(-1);
  for (let event = 0; event < total; event += 1) {
    if (!isCounted(event)) continue;
    const end = offsets ? offsets[event + 1] : event + 1;
    for (let place = offsets ? offsets[event] : event; place < end; place += 1) {
      const code = codes[place];
      if (seen[code] !== event) counts[code] += 1;
      seen[code] = event;
    }
  }
  const found = new Map();
  counts.forEach((count, code) => count && found.set(code, count));
  return found;
}

function sizeOf(codes) {
  let most = -1;
  for (let place = 0; place < codes.length; place += 1) if (codes[place] > most) most = codes[place];
  return most + 1;
}
