/** Returns whether an element's value of `what` is unique in `all`: of two that share a name, neither is alone. */
export function uniqueIn<T>(all: readonly T[], what: (one: T) => string | undefined): (one: T) => boolean {
  const said = new Map(all.map((one) => [one, what(one)]));
  const counts = new Map<string | undefined, number>();
  for (const one of said.values()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return (one) => counts.get(said.get(one)) === 1;
}
