/** Returns the number of these briefings directly in each folder. All are URIs. */
export function countByFolder(briefings: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const uri of briefings) {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
