// Marks of the time axis in lanes, one for each layer or kind; marks that overlap take another row.

/** The lane of all kinds beyond the most frequent ones. */
export const OTHER_KINDS = 'other kinds';
const MOST_LANES = 8;

/**
 * The lane of every event: `{names, group, of}`, `of[event]` an index of names. One lane a layer;
 * where all events are of one layer that would say nothing, so it is one a kind, `group` kind.
 */
export function lanesOf({layer, kind, vocabulary}) {
  const none = vocabulary.layer.indexOf('none');
  const layers = new Set(layer);
  layers.delete(none);
  const counts = new Map();
  for (const code of kind) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (layers.size > 1 || counts.size < 2) return {names: vocabulary.layer, group: 'layer', of: layer};
  const kinds = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const own = kinds.length > MOST_LANES ? kinds.slice(0, MOST_LANES - 1) : kinds;
  const laneOf = new Map(own.map((code, lane) => [code, lane]));
  const names = own.map((code) => vocabulary.kind[code]);
  return {names: own.length < kinds.length ? [...names, OTHER_KINDS] : names, group: 'kind',
    of: Uint8Array.from(kind, (code) => laneOf.get(code) ?? own.length)};
}

/**
 * Put marks into rows: `spans` are `{x0, x1}` sorted by x0. Returns the row of each span and the
 * number of rows. When `mostRows` are full, a mark goes to the row that is free soonest.
 */
export function packRows(spans, mostRows, gap = 2) {
  const ends = [];
  const rows = new Array(spans.length);
  spans.forEach((span, index) => {
    let row = ends.findIndex((end) => end + gap <= span.x0);
    if (row < 0 && ends.length < mostRows) row = ends.length;
    if (row < 0) row = ends.indexOf(Math.min(...ends));
    rows[index] = row;
    ends[row] = Math.max(ends[row] ?? -Infinity, span.x1);
  });
  return {rows, count: ends.length};
}

/** How many rows, four at most, each of `count` lanes can have in a height. */
export function rowsThatFit(height, count, {least, padding}) {
  return Math.min(Math.max(Math.floor((height / Math.max(count, 1) - padding) / least), 1), 4);
}

/**
 * Heights of lanes in px that add up to at most `height`: by the rows each lane needs, with rows
 * between `least` and `most` px high and `padding` px around each lane.
 */
export function laneHeights(rowCounts, height, {least = 5, most = 12, padding = 6} = {}) {
  const rows = rowCounts.reduce((sum, count) => sum + Math.max(count, 1), 0);
  const free = height - padding * rowCounts.length;
  const rowHeight = Math.max(least, Math.min(most, Math.floor(free / Math.max(rows, 1))));
  return {rowHeight, heights: rowCounts.map((count) => Math.max(count, 1) * rowHeight + padding)};
}

/**
 * For very many events, how many start in each stretch of 3 px, by lane: `lane.counts`. `place`
 * gives px from the left end of an axis `width` px long.
 */
export function countInLanes(lanes, {order, start, end, lanes: {of}}, place, width) {
  const bins = Math.max(Math.floor(width / 3), 1);
  for (const lane of lanes) lane.counts = new Uint32Array(bins);
  for (const event of order) {
    const time = Number.isFinite(start[event]) ? start[event] : end[event];
    const bin = Math.floor((place(time) / width) * bins);
    lanes[of[event]].counts[Math.min(Math.max(bin, 0), bins - 1)] += 1;
  }
}
