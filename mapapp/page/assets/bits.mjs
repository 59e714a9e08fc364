// Sets of events as bits: event n is bit n % 8 of byte n / 8. See mapapp/page/view_table.py.

/** The events for which `has` holds, of `total`, as base64 of their bits. */
export function packBits(total, has) {
  const bytes = new Uint8Array(Math.ceil(total / 8));
  for (let event = 0; event < total; event += 1) if (has(event)) bytes[event >> 3] |= 1 << (event & 7);
  return encodeBase64(bytes);
}

const MOST_ARGUMENTS = 8192;

function encodeBase64(bytes) {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  let binary = '';
  for (let first = 0; first < bytes.length; first += MOST_ARGUMENTS) {
    binary += String.fromCharCode(...bytes.subarray(first, first + MOST_ARGUMENTS));
  }
  return btoa(binary);
}
