/** A range of consecutive numbers. */
interface Run {
  readonly first: number;
  readonly count: number;
}

/** Allocates runs of numbers from 0 on, and reuses those that were given back. */
export class NumberAllocator {
  /** The runs that were given back, in ascending order. No run is adjacent to another one, or to the end. */
  #free: readonly Run[] = [];
  #end = 0;

  /** All allocated numbers are below it. */
  get end(): number {
    return this.#end;
  }

  /** Allocates `count` consecutive numbers, and returns the first. */
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

  /** Frees numbers that were allocated together, or a part of them. */
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
