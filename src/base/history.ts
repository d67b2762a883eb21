/** The visits of a history, and the current one. */
export interface HistoryState<T> {
  readonly visited: readonly T[];
  /** The index of the current visit; -1 for none. */
  readonly at: number;
}

/** The visited places, to go back and forward between them. */
export class History<T> {
  readonly #limit: number;
  #visited: T[] = [];
  #at = -1;

  /** `limit`: the number of visits that are kept, the latest ones. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get current(): T | undefined {
    return this.#visited[this.#at];
  }

  /** The visit before the current one. */
  get previous(): T | undefined {
    return this.#visited[this.#at - 1];
  }

  get state(): HistoryState<T> {
    return { visited: [...this.#visited], at: this.#at };
  }

  /** Returns to an earlier state: visits since then are forgotten. */
  restore({ visited, at }: HistoryState<T>): void {
    this.#visited = [...visited];
    this.#at = at;
  }

  /** Adds a visit after the current one; the visits after it are forgotten. */
  visit(place: T): void {
    this.#visited = [...this.#visited.slice(0, this.#at + 1), place].slice(-this.#limit);
    this.#at = this.#visited.length - 1;
  }

  /** Replaces the place of the current visit, for moves within it. */
  replace(place: T): void {
    if (this.#at < 0) this.visit(place);
    else this.#visited[this.#at] = place;
  }

  /** Goes one step back (-1) or forward (1), and returns the visit there; undefined at the ends. */
  go(step: 1 | -1): T | undefined {
    const place = this.#visited[this.#at + step];
    if (place !== undefined) this.#at += step;
    return place;
  }

  /** Undoes the last `go(step)` and removes the visit it went to, which no longer exists. */
  drop(step: 1 | -1): void {
    this.#visited.splice(this.#at, 1);
    if (step === 1) this.#at--;
  }
}
