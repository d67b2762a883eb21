import type { Fetching } from '../../intake/sources/fetchSource.ts';

/*
 * This is the only file that opens connections: to sources that the user has added, or is just adding. It uses VS
 * Code's own `fetch`, which respects the user's proxy and certificates; without cookies, referrer or cache.
 */

const { process } = globalThis as { process?: { getBuiltinModule?: unknown } };

/**
 * Returns a `fetch` for sources. A browser does not show where a response redirects to, and has its own rules for
 * redirects: so it follows them itself.
 */
export function createFetching(version: string): Fetching {
  const isBrowser = process?.getBuiltinModule === undefined;
  return {
    fetch: (url, headers, signal) =>
      fetch(url, {
        // Any header would make a browser send a preflight request, which no feed’s server answers.
        headers: isBrowser ? {} : { ...headers, 'User-Agent': `BriefingReader/${version}` },
        redirect: isBrowser ? 'follow' : 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal,
      }),
  };
}
