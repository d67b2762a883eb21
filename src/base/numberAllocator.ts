/** A range of consecutive numbers. */
interface Run {
  readonly first: number;
  readonly count: number;
}

/** Allocates runs of numbers from 0 on, and reuses those that were freed. */
export class NumberAllocator {
  /** No run is adjacent to another one, or to the end. */
  #freeRuns: readonly Run[] = [];
  #end = 0;

  /** All allocated numbers are below this one. */
  get end(): number {
    return this.#end;
  }

  /** Allocates `count` consecutive numbers, and returns the first. */
  allocate(count: number): number {
    const run = this.#freeRuns.find((one) => one.count >= count);
    if (!run) {
      this.#end += count;
      return this.#end - count;
    }
    const rest = { first: run.first + count, count: run.count - count };
    this.#freeRuns = this.#freeRuns.flatMap((one) => (one !== run ? one : rest.count > 0 ? rest : []));
    return run.first;
  }

  /** Frees numbers that were allocated together, or a part of them. */
  free(first: number, count: number): void {
    const before = this.#freeRuns.find((run) => run.first + run.count === first);
    const after = this.#freeRuns.find((run) => run.first === first + count);
    const from = before?.first ?? first;
    const to = first + count + (after?.count ?? 0);
    const others = this.#freeRuns.filter((run) => run !== before && run !== after);
    const isLast = to === this.#end;
    if (isLast) this.#end = from;
    this.#freeRuns = isLast ? others : [...others, { first: from, count: to - from }];
  }
}
