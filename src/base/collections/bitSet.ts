/** The number of bits in a word. */
const BITS = 32;
/** The number of words of a new set. */
const INITIAL_WORDS = 32;

/** A set of small numbers, one bit each: a large set takes no more memory or time than a small one. */
export class BitSet {
  #words: Uint32Array;

  constructor(numbers: Iterable<number> = []) {
    this.#words = new Uint32Array(INITIAL_WORDS);
    for (const number of numbers) this.add(number);
  }

  /** Decodes the result of {@link toText}; throws for anything else. */
  static fromText(text: string): BitSet {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    const bits = new BitSet();
    bits.#words = new Uint32Array(bytes.buffer);
    return bits;
  }

  /** Returns the set's bits in base64. */
  toText(): string {
    let text = '';
    for (const byte of new Uint8Array(this.#words.buffer)) text += String.fromCharCode(byte);
    return btoa(text);
  }

  get size(): number {
    let size = 0;
    for (let word of this.#words) for (; word !== 0; word &= word - 1) size++;
    return size;
  }

  get isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }

  has(number: number): boolean {
    return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }

  add(number: number): void {
    this.#grow((number >>> 5) + 1);
    this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  delete(number: number): void {
    if (this.has(number))
      this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) & ~(1 << (number & 31));
  }

  copy(): BitSet {
    const bits = new BitSet();
    bits.#words = this.#words.slice();
    return bits;
  }

  /** Adds all numbers of another set. */
  addAll(other: BitSet): this {
    this.#grow(other.#words.length);
    for (let i = 0; i < other.#words.length; i++)
      this.#words[i] = (this.#words[i] ?? 0) | (other.#words[i] ?? 0);
    return this;
  }

  /** Keeps only the numbers that are in another set as well. */
  keepOnly(other: BitSet): this {
    for (let i = 0; i < this.#words.length; i++)
      this.#words[i] = (this.#words[i] ?? 0) & (other.#words[i] ?? 0);
    return this;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (let i = 0; i < this.#words.length; i++)
      for (let word = this.#words[i] ?? 0; word !== 0; word &= word - 1)
        yield i * BITS + 31 - Math.clz32(word & -word);
  }

  #grow(length: number): void {
    if (length <= this.#words.length) return;
    const words = new Uint32Array(Math.max(length, this.#words.length * 2));
    words.set(this.#words);
    this.#words = words;
  }
}
