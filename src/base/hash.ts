/**
 * FNV-1a over UTF-16 units, twice with different seeds: 64 bits, enough to distinguish the texts of a library. It is not
 * cryptographic: collisions can be constructed.
 */
export class Hash {
  #low = 0x811c9dc5;
  #high = 0xcbf29ce4;

  add(unit: number): void {
    this.#low = Math.imul(this.#low ^ unit, 0x01000193);
    this.#high = Math.imul(this.#high ^ unit ^ 0x5bd1e995, 0x01000193);
  }

  addText(text: string): this {
    // Local variables are faster than private fields, and this loop takes most of the time.
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

  /** Adds the units before `end`. */
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

  /** At most 14 lowercase letters and digits: for ids, and for names on case-insensitive file systems. */
  toString(): string {
    return (this.#low >>> 0).toString(36) + (this.#high >>> 0).toString(36);
  }

  /** An integer of 53 bits: the most compact form that distinguishes the sources of a library. */
  toNumber(): number {
    return (this.#high & 0x1fffff) * 0x100000000 + (this.#low >>> 0);
  }

  /** Always 12 of `0-9A-Za-z_-`: V8 copies substrings shorter than 13; a longer one keeps its whole text in memory. */
  toKey(): string {
    let key = '';
    for (const half of [this.#low, this.#high])
      for (let bits = 0; bits < 32; bits += 6) key += DIGITS.charAt((half >>> bits) & 63);
    return key;
  }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-';
