// Marks that would cover each other become one stack with a count; a stack fans out.

/**
 * Group places whose marks lie within `reach` px of each other.
 *
 * `points` are `{x, y, weight}` in px of the whole zoomed world, so that panning changes nothing;
 * heavier points gather lighter ones. All points take part whatever the clock shows, so a stack
 * never jumps while time plays. Returns an array: for each point the index of its stack's head.
 */
export function groupPoints(points, reach) {
  const order = points.map((_, index) => index)
    .sort((a, b) => points[b].weight - points[a].weight || a - b);
  const heads = [];
  const headOf = new Array(points.length);
  for (const index of order) {
    const point = points[index];
    const near = nearest(points, heads, point, reach);
    headOf[index] = near < 0 ? index : near;
    if (near < 0) heads.push(index);
  }
  return headOf;
}

function nearest(points, heads, point, reach) {
  let best = -1;
  let bestDistance = reach;
  for (const head of heads) {
    const distance = Math.hypot(points[head].x - point.x, points[head].y - point.y);
    if (distance < bestDistance) [best, bestDistance] = [head, distance];
  }
  return best;
}

/** Offsets `{x, y}` in px for `count` fanned-out marks: a circle for few, a spiral for many. */
export function fanOffsets(count, size = 30) {
  return count <= 9 ? circle(count, size) : spiral(count, size);
}

function circle(count, size) {
  const radius = Math.max(size * 1.35, (count * size * 1.12) / (2 * Math.PI));
  return Array.from({length: count}, (_, index) => {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / count;
    return {x: radius * Math.cos(angle), y: radius * Math.sin(angle)};
  });
}

function spiral(count, size) {
  const offsets = [];
  let radius = size * 1.45;
  let angle = -Math.PI / 2;
  for (let index = 0; index < count; index += 1) {
    offsets.push({x: radius * Math.cos(angle), y: radius * Math.sin(angle)});
    const turn = (size * 1.08) / radius;
    angle += turn;
    radius += (size * 1.12 * turn) / (2 * Math.PI);
  }
  return offsets;
}

/** How far a fan of `count` marks reaches from its middle, in px. */
export function fanReach(count, size = 30) {
  return Math.max(...fanOffsets(count, size).map(({x, y}) => Math.hypot(x, y))) + size / 2;
}

/** The nearest of `targets` `{x, y, radius}` to a point, within its radius; later ones win ties. */
export function pick(targets, x, y) {
  let best = null;
  let bestDistance = Infinity;
  for (const target of targets) {
    const distance = Math.hypot(target.x - x, target.y - y);
    if (distance <= target.radius && distance <= bestDistance) [best, bestDistance] = [target, distance];
  }
  return best;
}
