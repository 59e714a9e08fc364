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

/** Counts of marks in `bins` equal parts of [0, width). */
export function histogram(positions, width, bins) {
  const counts = new Uint32Array(bins);
  for (const x of positions) {
    const bin = Math.floor((x / width) * bins);
    if (bin >= 0 && bin < bins) counts[bin] += 1;
  }
  return counts;
}
