import type { Network } from '../../intake/feeds/fetchFeed.ts';

/*
 * This is the only file that opens connections and looks up names: to sources that the user has added, or is just adding. It uses VS
 * Code's own `fetch`, which respects the user's proxy and certificates; without cookies, referrer or cache.
 */

/** The part of Node's name lookup that is used here. */
interface NodeDns {
  readonly promises: {
    lookup(
      hostname: string,
      options: { readonly all: true },
    ): Promise<readonly { readonly address: string }[]>;
  };
}

const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
const dns = process?.getBuiltinModule?.('node:dns') as NodeDns | undefined;

/**
 * Returns a `fetch` for sources. A browser does not show where a response redirects to, and has its own rules for
 * redirects: so it follows them itself. Nor does it look up names.
 */
export function createFetching(version: string): Network {
  return {
    fetch: (url, headers, signal) =>
      fetch(url, {
        // Any header would make a browser send a preflight request, which no feed’s server answers.
        headers: dns ? { ...headers, 'User-Agent': `BriefingReader/${version}` } : {},
        redirect: dns ? 'manual' : 'follow',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal,
      }),
    ...(dns && {
      resolve: (hostname) =>
        dns.promises.lookup(hostname, { all: true }).then(
          (found) => found.map(({ address }) => address),
          () => [],
        ),
    }),
  };
}
