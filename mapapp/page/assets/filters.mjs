// Filters: which events pass, and how many would pass with each value of each facet.
//
// Within a facet the chosen values are alternatives; all facets must hold at once. The count
// beside a value is what choosing it would give, given all other facets.

/**
 * Facets are `{key, valuesOf(event) → array of codes}`. `chosen` maps key → Set of codes
 * (missing or empty = all). `also(event)` is any further condition. Returns `{mask, counts}`:
 * mask[event] 1 or 0, and counts[key] = Map of code → events.
 */
export function applyFilters(total, facets, chosen, also) {
  const active = facets.filter((facet) => chosen[facet.key]?.size);
  const mask = new Uint8Array(total);
  const counts = Object.fromEntries(facets.map((facet) => [facet.key, new Map()]));
  for (let event = 0; event < total; event += 1) {
    if (!also(event)) continue;
    const failed = active.filter((facet) => !facet.valuesOf(event).some((code) => chosen[facet.key].has(code)));
    mask[event] = failed.length ? 0 : 1;
    for (const facet of facets) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== facet)) continue;
      for (const code of new Set(facet.valuesOf(event))) {
        counts[facet.key].set(code, (counts[facet.key].get(code) ?? 0) + 1);
      }
    }
  }
  return {mask, counts};
}
