/** Returns a check whether an element's value is unique in `all`: if two share a value, neither is unique. */
export function uniqueIn<T>(all: readonly T[], valueOf: (one: T) => string | undefined): (one: T) => boolean {
  const values = new Map(all.map((one) => [one, valueOf(one)]));
  const counts = new Map<string | undefined, number>();
  for (const one of values.values()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return (one) => counts.get(values.get(one)) === 1;
}
