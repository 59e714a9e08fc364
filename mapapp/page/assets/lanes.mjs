// Marks of the time axis in lanes: each lane is one layer, marks that overlap take another row.

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
export function countInLanes(lanes, {order, start, end, layer}, place, width) {
  const bins = Math.max(Math.floor(width / 3), 1);
  for (const lane of lanes) lane.counts = new Uint32Array(bins);
  for (const event of order) {
    const time = Number.isFinite(start[event]) ? start[event] : end[event];
    const bin = Math.floor((place(time) / width) * bins);
    lanes[layer[event]].counts[Math.min(Math.max(bin, 0), bins - 1)] += 1;
  }
}
