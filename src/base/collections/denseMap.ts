/**
 * A map whose keys are numbers from 0 on with few gaps. It keeps its values in an array: with a hundred thousand
 * entries, the hash table of a `Map` takes several times as long to fill, and is copied each time it is full.
 */
export class DenseMap<T> extends Map<number, T> {
  #values: (T | undefined)[] = [];
  #size = 0;

  override get size(): number {
    return this.#size;
  }

  override get(key: number): T | undefined {
    return this.#values[key];
  }

  override has(key: number): boolean {
    return this.#values[key] !== undefined;
  }

  /** `value` must not be undefined. */
  override set(key: number, value: T): this {
    if (!this.has(key)) this.#size++;
    while (this.#values.length < key) this.#values.push(undefined);
    this.#values[key] = value;
    return this;
  }

  override delete(key: number): boolean {
    if (!this.has(key)) return false;
    this.#values[key] = undefined;
    this.#size--;
    return true;
  }

  override clear(): void {
    this.#values = [];
    this.#size = 0;
  }

  override forEach(callback: (value: T, key: number, map: Map<number, T>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  override *entries(): MapIterator<[number, T]> {
    for (const [key, value] of this.#values.entries()) if (value !== undefined) yield [key, value];
  }

  override *keys(): MapIterator<number> {
    for (const [key] of this) yield key;
  }

  override *values(): MapIterator<T> {
    for (const [, value] of this) yield value;
  }

  override [Symbol.iterator](): MapIterator<[number, T]> {
    return this.entries();
  }
}
