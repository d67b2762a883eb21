import type { Listing } from '../../library/ports.ts';

/**
 * Lists several folders in parallel. If there is more than one, `found` is called with each listing as soon as it is
 * complete.
 */
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
