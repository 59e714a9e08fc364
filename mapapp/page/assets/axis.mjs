// The part of the time axis that is shown: a stretch [from, to] of its whole length, 0…1.

const LEAST = 0.002;

/** The whole axis. */
export const WHOLE_AXIS = Object.freeze({from: 0, to: 1});

/** The stretch after zooming by a factor (above 1: closer) around a point of it, 0…1. */
export function zoomAxis({from, to}, factor, around) {
  const length = Math.min(Math.max((to - from) / factor, LEAST), 1);
  const at = from + (to - from) * around;
  return kept(at - length * around, length);
}

/** The stretch moved by a share of its own length. */
export function panAxis({from, to}, share) {
  return kept(from + (to - from) * share, to - from);
}

/** The stretch moved just so far that a point of the whole axis is well inside it. */
export function revealOnAxis({from, to}, at) {
  const length = to - from;
  if (at > from + length * 0.02 && at < to - length * 0.02) return {from, to};
  return kept(at - length * 0.5, length);
}

function kept(from, length) {
  const start = Math.min(Math.max(from, 0), 1 - length);
  return length >= 1 ? WHOLE_AXIS : {from: start, to: start + length};
}
