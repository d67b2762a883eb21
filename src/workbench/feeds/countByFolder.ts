import { countsOf } from '../../base/collections/counts.ts';

/** Returns the number of these briefings directly in each folder. All are URIs. */
export function countByFolder(briefings: Iterable<string>): ReadonlyMap<string, number> {
  return countsOf([...briefings].map((uri) => uri.slice(0, uri.lastIndexOf('/'))));
}
