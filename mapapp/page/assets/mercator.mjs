// Web Mercator on the unit square: x to the east, y to the south, both 0…1 for the whole world.

const LIMIT = 85.0511287798066;

/** Degrees east → 0…1. */
export function unitX(lon) {
  return (lon + 180) / 360;
}

/** Degrees north → 0…1 from the top; the poles are cut where the square ends. */
export function unitY(lat) {
  const sine = Math.sin((Math.min(Math.max(lat, -LIMIT), LIMIT) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Pixels of the whole world at a zoom. */
export function worldSize(zoom) {
  return 256 * 2 ** zoom;
}

/** A flat [lon, lat, …] array → flat unit coordinates. */
export function projectFlat(flat) {
  const unit = new Float64Array(flat.length);
  for (let index = 0; index < flat.length; index += 2) {
    unit[index] = unitX(flat[index]);
    unit[index + 1] = unitY(flat[index + 1]);
  }
  return unit;
}

/** Bounds {x0, y0, x1, y1} of a flat array. */
export function boundsOf(flat) {
  const bounds = {x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity};
  for (let index = 0; index < flat.length; index += 2) {
    bounds.x0 = Math.min(bounds.x0, flat[index]);
    bounds.x1 = Math.max(bounds.x1, flat[index]);
    bounds.y0 = Math.min(bounds.y0, flat[index + 1]);
    bounds.y1 = Math.max(bounds.y1, flat[index + 1]);
  }
  return bounds;
}

/** Length in units of the unit square of `metres` at a latitude. */
export function unitLength(metres, lat) {
  return metres / (40075016.686 * Math.cos((Math.min(Math.abs(lat), LIMIT) * Math.PI) / 180));
}
