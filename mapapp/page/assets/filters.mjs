// Filters: which events pass, and how many would pass with each value of each facet.
//
// Within a facet the chosen values are alternatives; all facets must hold at once. The count
// beside a value is what choosing it would give, given all other facets.

/**
 * Facets are `{key, valuesOf(event) → array of codes}`. `chosen` maps key → Set of codes (missing
 * or empty = all). `also(event)` is any further condition, or null. Returns 1 or 0 by event.
 */
export function maskOf(total, facets, chosen, also) {
  const active = facets.filter((facet) => chosen[facet.key]?.size);
  const mask = new Uint8Array(total).fill(1);
  if (!active.length && !also) return mask;
  for (let event = 0; event < total; event += 1) {
    const passes = (!also || also(event)) && active.every((facet) => holds(facet, chosen, event));
    if (!passes) mask[event] = 0;
  }
  return mask;
}

/** Counts by key: Map of code → events that pass all the other facets. */
export function countsOf(total, facets, chosen, also) {
  const active = facets.filter((facet) => chosen[facet.key]?.size);
  const counts = Object.fromEntries(facets.map((facet) => [facet.key, new Map()]));
  for (let event = 0; event < total; event += 1) {
    if (also && !also(event)) continue;
    const failed = active.filter((facet) => !holds(facet, chosen, event));
    if (failed.length > 1) continue;
    for (const facet of failed.length ? failed : facets) {
      for (const code of new Set(facet.valuesOf(event))) {
        counts[facet.key].set(code, (counts[facet.key].get(code) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function holds(facet, chosen, event) {
  return facet.valuesOf(event).some((code) => chosen[facet.key].has(code));
}
