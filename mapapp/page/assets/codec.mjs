// Packed columns → typed arrays. See mapapp/page/columns.py for the forms.

const ARRAYS = {u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, f4: Float32Array, f8: Float64Array};
const OPEN_START = -(2 ** 31);
const OPEN_END = 2 ** 31 - 1;

/** Bytes of a base64 text. */
export function decodeBase64(text) {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** The numbers of a packed column, in a typed array that holds each of them exactly. */
export function decodeColumn({type, base, n, data}) {
  if (type === 'const') return arrayFor(base, base, n).fill(base);
  if (type === 'range') return arrayFor(base, base + n, n).map((_, index) => base + index);
  const ArrayType = ARRAYS[type];
  if (!ArrayType) throw new Error(`unknown column type ${type}`);
  const stored = new ArrayType(decodeBase64(data).buffer);
  if (!base) return stored;
  const whole = arrayFor(base, base + 2 ** (8 * stored.BYTES_PER_ELEMENT), stored.length);
  for (let index = 0; index < stored.length; index += 1) whole[index] = base + stored[index];
  return whole;
}

function arrayFor(low, high, length) {
  if (low >= 0 && high < 2 ** 8) return new Uint8Array(length);
  if (low >= -(2 ** 31) && high < 2 ** 31) return new Int32Array(length);
  return new Float64Array(length);
}

/** Spans of events: minutes since 1970 as float64, with open sides as −Infinity and Infinity. */
export function decodeSpans({start, length}) {
  const starts = Float64Array.from(decodeColumn(start));
  const ends = decodeColumn(length);
  const found = new Float64Array(starts.length);
  for (let index = 0; index < starts.length; index += 1) found[index] = opened(starts[index] + ends[index]);
  for (let index = 0; index < starts.length; index += 1) starts[index] = opened(starts[index]);
  return {start: starts, end: found};
}

function opened(minutes) {
  if (minutes === OPEN_START) return -Infinity;
  return minutes === OPEN_END ? Infinity : minutes;
}

/** Lists of codes, one list an event: `{count, codes}` → offsets into codes, n + 1 of them. */
export function decodeLists({count, codes}) {
  const counts = decodeColumn(count);
  const offsets = new Uint32Array(counts.length + 1);
  for (let index = 0; index < counts.length; index += 1) offsets[index + 1] = offsets[index] + counts[index];
  return {offsets, codes: decodeColumn(codes)};
}

/** Steps of 1 / scale degrees, each from the last → absolute lon, lat pairs in one flat array. */
export function decodeSteps(steps, scale = 100000) {
  const flat = new Float64Array(steps.length);
  let x = 0;
  let y = 0;
  for (let index = 0; index + 1 < steps.length; index += 2) {
    x += steps[index];
    y += steps[index + 1];
    flat[index] = x / scale;
    flat[index + 1] = y / scale;
  }
  return flat;
}

/** FNV-1a of a text's UTF-8, 32 bits, as mapapp/page/incidents.py has it. */
export function hashOf(text) {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
  return found;
}
