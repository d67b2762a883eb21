/** Numbers that follow one another. */
interface Run {
  readonly first: number;
  readonly count: number;
}

/** Gives out numbers in runs, from 0 on, and gives those out again that have come back. */
export class Numbers {
  /** What has come back, in order. No run touches another one, nor the end. */
  #free: readonly Run[] = [];
  #end = 0;

  /** All that are given out are below it. */
  get end(): number {
    return this.#end;
  }

  /** The first of so many that follow one another. */
  take(count: number): number {
    const run = this.#free.find((one) => one.count >= count);
    if (!run) {
      this.#end += count;
      return this.#end - count;
    }
    const rest = { first: run.first + count, count: run.count - count };
    this.#free = this.#free.flatMap((one) => (one !== run ? one : rest.count > 0 ? rest : []));
    return run.first;
  }

  /** Takes them back: those that were given out together, or a part of them. */
  giveBack(first: number, count: number): void {
    const before = this.#free.find((run) => run.first + run.count === first);
    const after = this.#free.find((run) => run.first === first + count);
    const from = before?.first ?? first;
    const to = first + count + (after?.count ?? 0);
    const others = this.#free.filter((run) => run !== before && run !== after);
    if (to === this.#end) this.#end = from;
    else {
      const at = others.findIndex((run) => run.first > from);
      others.splice(at < 0 ? others.length : at, 0, { first: from, count: to - from });
    }
    this.#free = others;
  }
}
