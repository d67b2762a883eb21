/** The words within an edit distance of `to`: at most `distance` letters are changed, removed or inserted. */
export function fuzzyMatches(words: Iterable<string>, to: string, distance: number): string[] {
  return [...words].filter((one) => isWithin(one, to, distance));
}

/** Computes the Levenshtein distance row by row. */
function isWithin(one: string, other: string, distance: number): boolean {
  if (Math.abs(one.length - other.length) > distance) return false;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? Infinity) <= distance;
}
