import { cut, shorten } from '../../base/shorten.ts';
import { tidy } from '../../base/tidy.ts';

/** As many as a model can mend at a time. */
const MOST_REASONS = 20;
const SHOWN = 60;

/** Where a draft is wrong, each in a sentence that says what to do. */
export class Reasons {
  readonly #all: string[] = [];

  add(reason: string): void {
    this.#all.push(reason);
  }

  get all(): readonly string[] {
    const more = this.#all.length - MOST_REASONS;
    return more > 0 ? [...this.#all.slice(0, MOST_REASONS), `And ${more} more.`] : this.#all;
  }

  isEmpty(): boolean {
    return this.#all.length === 0;
  }
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const kind = typeof value;
  return kind === 'undefined' ? 'missing' : kind === 'object' ? 'an object' : `a ${kind}`;
}

/** Of what a model gave, as much as it needs to find it again. */
export function shortened(text: string): string {
  return shorten(tidy(cut(text, SHOWN * 2)), SHOWN);
}
