import type { Listing } from '../../library/ports.ts';

/** Lists some folders at once. `found` is told of each as soon as it has answered, where there are several. */
export function listEach<T>(
  folders: readonly T[],
  list: (folder: T) => Promise<Listing>,
  found: (listing: Listing) => void = () => undefined,
): Promise<readonly Listing[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const listing = await list(folder);
      if (folders.length > 1) found(listing);
      return listing;
    }),
  );
}
