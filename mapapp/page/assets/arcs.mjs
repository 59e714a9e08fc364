// Movements as arcs: a curve from place to place that bends to the right of its direction.

/** Points of the arc from (x0, y0) to (x1, y1) in px, `count` + 1 of them. */
export function arcPoints(x0, y0, x1, y1, count = 24) {
  const control = controlPoint(x0, y0, x1, y1);
  return Array.from({length: count + 1}, (_, index) => {
    const share = index / count;
    const rest = 1 - share;
    return {
      x: rest * rest * x0 + 2 * rest * share * control.x + share * share * x1,
      y: rest * rest * y0 + 2 * rest * share * control.y + share * share * y1,
    };
  });
}

/** The control point of the arc's curve. */
export function controlPoint(x0, y0, x1, y1) {
  const bend = 0.22;
  return {x: (x0 + x1) / 2 - (y1 - y0) * bend, y: (y0 + y1) / 2 + (x1 - x0) * bend};
}

/** Width of an arc in px for a count of people; unknown counts get the thinnest. */
export function arcWidth(people) {
  return people > 0 ? Math.min(2 + Math.log10(people) * 1.6, 9) : 2;
}

/** Distance in px from (x, y) to a line of points. */
export function distanceToLine(points, x, y) {
  let best = Infinity;
  for (let index = 1; index < points.length; index += 1) {
    best = Math.min(best, distanceToPiece(points[index - 1], points[index], x, y));
  }
  return best;
}

function distanceToPiece(a, b, x, y) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length ? Math.min(Math.max(((x - a.x) * dx + (y - a.y) * dy) / length, 0), 1) : 0;
  return Math.hypot(a.x + share * dx - x, a.y + share * dy - y);
}

/** Whether (x, y) is inside rings given as flat [x0, y0, x1, y1, …] arrays, by the even-odd rule. */
export function isInside(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const crosses = ring[i + 1] > y !== ring[j + 1] > y;
      if (crosses && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
        inside = !inside;
      }
    }
  }
  return inside;
}
