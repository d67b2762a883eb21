import { countsOf } from './collections/counts.ts';

/** Returns a check whether an element's value is unique in `all`: if two share a value, neither is unique. */
export function uniqueIn<T>(all: readonly T[], valueOf: (one: T) => string | undefined): (one: T) => boolean {
  const values = new Map(all.map((one) => [one, valueOf(one)]));
  const counts = countsOf(values.values());
  return (one) => counts.get(values.get(one)) === 1;
}
