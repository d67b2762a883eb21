/** All that was visited, and where on it one is. */
export interface Way<T> {
  readonly visited: readonly T[];
  /** Of the last visit that is not gone back from; -1 for none. */
  readonly at: number;
}

/** Where one has been, the way back and forth between. */
export class History<T> {
  readonly #limit: number;
  #visited: T[] = [];
  #at = -1;

  /** `limit`: so many are known, the latest. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get current(): T | undefined {
    return this.#visited[this.#at];
  }

  /** Where one was before. */
  get before(): T | undefined {
    return this.#visited[this.#at - 1];
  }

  get way(): Way<T> {
    return { visited: [...this.#visited], at: this.#at };
  }

  /** One is on the way that there was: what was visited since is not on it. */
  restore({ visited, at }: Way<T>): void {
    this.#visited = [...visited];
    this.#at = at;
  }

  /** Goes on to something new: what one had gone back from is forgotten. */
  visit(place: T): void {
    this.#visited = [...this.#visited.slice(0, this.#at + 1), place].slice(-this.#limit);
    this.#at = this.#visited.length - 1;
  }

  /** One is still at the same visit, somewhere else in it. */
  replace(place: T): void {
    if (this.#at < 0) this.visit(place);
    else this.#visited[this.#at] = place;
  }

  /** What lies one step back (-1) or forth (1), and is where one is from now on; undefined at the ends. */
  go(step: 1 | -1): T | undefined {
    const place = this.#visited[this.#at + step];
    if (place !== undefined) this.#at += step;
    return place;
  }

  /** What one has just gone to is no more. One is where one was before. */
  drop(step: 1 | -1): void {
    this.#visited.splice(this.#at, 1);
    if (step === 1) this.#at--;
  }
}
