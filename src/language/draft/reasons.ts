import { truncate, ellipsize } from '../../base/shorten.ts';
import { tidy } from '../../base/tidy.ts';

/** Maximum number of errors that a model can fix at once. */
const MAX_REASONS = 20;
const MAX_QUOTED_LENGTH = 60;

/** The errors in a draft, each as a sentence that says what to do. */
export class Reasons {
  readonly #all: string[] = [];

  add(reason: string): void {
    this.#all.push(reason);
  }

  get all(): readonly string[] {
    const more = this.#all.length - MAX_REASONS;
    return more > 0 ? [...this.#all.slice(0, MAX_REASONS), `And ${more} more.`] : this.#all;
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

/** The beginning of a text from a model: enough for it to recognize the place. */
export function excerpt(text: string): string {
  return ellipsize(tidy(truncate(text, MAX_QUOTED_LENGTH * 2)), MAX_QUOTED_LENGTH);
}
