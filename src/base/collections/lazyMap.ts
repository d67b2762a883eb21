/** A map that is filled on first use: thousands are restored, and most of them are not used for a long time. */
export class LazyMap<K, V> extends Map<K, V> {
  #made: (() => ReadonlyMap<K, V>) | undefined;

  constructor(make: () => ReadonlyMap<K, V>) {
    super();
    this.#made = make;
  }

  /** Fills it now, if it is not filled yet. */
  fill(): void {
    const made = this.#made?.() ?? [];
    this.#made = undefined;
    for (const [key, value] of made) super.set(key, value);
  }

  override get size(): number {
    this.fill();
    return super.size;
  }

  override get(key: K): V | undefined {
    this.fill();
    return super.get(key);
  }

  override has(key: K): boolean {
    this.fill();
    return super.has(key);
  }

  override set(key: K, value: V): this {
    this.fill();
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    this.fill();
    return super.delete(key);
  }

  override clear(): void {
    this.#made = undefined;
    super.clear();
  }

  override forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  override entries(): MapIterator<[K, V]> {
    this.fill();
    return super.entries();
  }

  override keys(): MapIterator<K> {
    this.fill();
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.fill();
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
