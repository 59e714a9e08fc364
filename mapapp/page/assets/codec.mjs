// Packed columns → typed arrays. See mapapp/page/columns.py for the other side.

const ARRAYS = {
  u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i4: Int32Array, f4: Float32Array, f8: Float64Array,
};
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

/** The typed array of a packed column `{type, data}`. */
export function decodeColumn(packed) {
  const ArrayType = ARRAYS[packed.type];
  if (!ArrayType) throw new Error(`unknown column type ${packed.type}`);
  return new ArrayType(decodeBase64(packed.data).buffer);
}

/** Minutes since 1970 as float64, with open bounds as −Infinity and Infinity. */
export function decodeMinutes(packed) {
  const minutes = Float64Array.from(decodeColumn(packed));
  for (let index = 0; index < minutes.length; index += 1) {
    if (minutes[index] === OPEN_START) minutes[index] = -Infinity;
    else if (minutes[index] === OPEN_END) minutes[index] = Infinity;
  }
  return minutes;
}

/** Lists of codes, one list an event: `{count, codes}` → offsets into codes, n + 1 of them. */
export function decodeLists(packed) {
  const counts = decodeColumn(packed.count);
  const offsets = new Uint32Array(counts.length + 1);
  for (let index = 0; index < counts.length; index += 1) {
    offsets[index + 1] = offsets[index] + counts[index];
  }
  return {offsets, codes: decodeColumn(packed.codes)};
}

/** Steps of 1e-5 degrees, each from the last → absolute lon, lat pairs in one flat array. */
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
