// Where the map looks: bounds of events, and the view to begin with.

const SAMPLE = 4000;
const METRES_PER_DEGREE = 111320;

/** The number of an event's main feature, else -1. */
export function mainFeature(incidents, event) {
  const {offsets} = incidents.features;
  return offsets[event] < offsets[event + 1] ? offsets[event] : -1;
}

/** The events to start with: three in four of those with a point, without the farthest; else all on the map. */
export function nearEvents(incidents) {
  const {features, shapes} = incidents;
  const step = Math.ceil(incidents.total / SAMPLE) || 1;
  const mapped = [];
  for (let event = 0; event < incidents.total; event += step) {
    const feature = mainFeature(incidents, event);
    if (feature >= 0) mapped.push({event, feature});
  }
  const points = mapped.filter(({feature}) => !shapes.has(features.place[feature]));
  const main = points.length ? points : mapped;
  const middle = (column) => main.map(({feature}) => column[feature]).sort((a, b) => a - b)[Math.floor(main.length / 2)];
  const [x, y] = [middle(features.x), middle(features.y)];
  const far = ({feature}) => Math.hypot(features.x[feature] - x, features.y[feature] - y);
  return main.sort((a, b) => far(a) - far(b)).slice(0, Math.ceil(main.length * 0.75)).map(({event}) => event);
}

/** Bounds `{west, south, east, north}` of events' places with their discs and shapes, or null. */
export function boundsOfEvents(incidents, events, isMainOnly) {
  const {features} = incidents;
  const bounds = {west: Infinity, south: Infinity, east: -Infinity, north: -Infinity};
  for (const event of events) {
    const last = isMainOnly ? Math.min(features.offsets[event] + 1, features.offsets[event + 1]) : features.offsets[event + 1];
    for (let feature = features.offsets[event]; feature < last; feature += 1) extend(bounds, incidents, feature);
  }
  return bounds.west <= bounds.east ? bounds : null;
}

function extend(bounds, {features, shapes}, feature) {
  const shape = shapes.size ? shapes.get(features.place[feature]) : undefined;
  if (shape) {
    const {x0, y0, x1, y1} = shape.bounds;
    widen(bounds, x0 * 360 - 180, latOf(y1));
    widen(bounds, x1 * 360 - 180, latOf(y0));
    return;
  }
  const reach = (features.radius_m[feature] / METRES_PER_DEGREE) * 1.5;
  widen(bounds, features.lon[feature] - reach, features.lat[feature] - reach);
  widen(bounds, features.lon[feature] + reach, features.lat[feature] + reach);
}

function widen(bounds, lon, lat) {
  bounds.west = Math.min(bounds.west, lon);
  bounds.east = Math.max(bounds.east, lon);
  bounds.south = Math.min(bounds.south, Math.max(lat, -85));
  bounds.north = Math.max(bounds.north, Math.min(lat, 85));
}

function latOf(unitY) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * unitY))) * 180) / Math.PI;
}
