/** Counts how often each value occurs. */
export function countsOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) addCount(counts, value);
  return counts;
}

/** Adds one to the count of a value. Returns the new count. */
export function addCount<T>(counts: Map<T, number>, value: T): number {
  const count = (counts.get(value) ?? 0) + 1;
  counts.set(value, count);
  return count;
}
