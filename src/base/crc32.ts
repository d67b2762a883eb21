/** The table of the CRC-32 that zip and PNG use: it detects any single flipped bit. */
const TABLE = new Uint32Array(256);
// Each value is combined from those of its bits: eight steps for each byte would slow down the start.
for (let bit = 128, value = 1; bit > 0; bit >>= 1) {
  value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  for (let at = 0; at < TABLE.length; at += 2 * bit) TABLE[at + bit] = value ^ (TABLE[at] ?? 0);
}

/** `123456789` -> 0xcbf43926. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  for (let at = from; at < to; at++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}
