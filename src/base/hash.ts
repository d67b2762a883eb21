/**
 * FNV-1a over UTF-16 units, twice with different seeds: 64 bits, enough to tell a library's words apart. It is no
 * defence: who wants two texts with one hash can make them.
 */
export class Hash {
  #low = 0x811c9dc5;
  #high = 0xcbf29ce4;

  add(unit: number): void {
    this.#low = Math.imul(this.#low ^ unit, 0x01000193);
    this.#high = Math.imul(this.#high ^ unit ^ 0x5bd1e995, 0x01000193);
  }

  addText(text: string): this {
    // In variables of its own: this is what most of the time goes into.
    let low = this.#low;
    let high = this.#high;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit ^ 0x5bd1e995, 0x01000193);
    }
    this.#low = low;
    this.#high = high;
    return this;
  }

  /** The first of some units. */
  addUnits(units: Uint16Array, end: number): this {
    let low = this.#low;
    let high = this.#high;
    for (let i = 0; i < end; i++) {
      const unit = units[i] ?? 0;
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit ^ 0x5bd1e995, 0x01000193);
    }
    this.#low = low;
    this.#high = high;
    return this;
  }

  /** Small letters and digits, 14 at most: for ids, and for names on file systems that do not tell `a` from `A`. */
  toString(): string {
    return (this.#low >>> 0).toString(36) + (this.#high >>> 0).toString(36);
  }

  /** An integer of 53 bits: the least room that tells a library's sources apart. */
  toNumber(): number {
    return (this.#high & 0x1fffff) * 0x100000000 + (this.#low >>> 0);
  }

  /** Always 12 of `0-9A-Za-z_-`: V8 keeps a piece of a text that is shorter than 13 apart from that text. */
  toKey(): string {
    let key = '';
    for (const half of [this.#low, this.#high])
      for (let bits = 0; bits < 32; bits += 6) key += DIGITS.charAt((half >>> bits) & 63);
    return key;
  }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-';

/** The CRC-32 of zip and PNG: no single flipped bit leaves it as it was. */
const TABLE = new Uint32Array(256);
// What a bit gives, with what those below it give: a start has no time for eight steps for each byte.
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
