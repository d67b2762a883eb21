import type { Fetching } from '../../intake/sources/fetchSource.ts';

/*
 * The only file that opens a connection: to a source that a person has added, or is just adding. It is VS Code's own
 * `fetch`, which knows the person's proxy and certificates; no cookies, no referrer, no cache.
 */

const { process } = globalThis as { process?: { getBuiltinModule?: unknown } };

/** `follow`: a browser shows nobody where an answer leads on to, and has rules of its own for that. */
export function createFetching(version: string): Fetching {
  const isBrowser = process?.getBuiltinModule === undefined;
  return {
    fetch: (url, headers, signal) =>
      fetch(url, {
        // Any of these would have a browser ask the site first whether it may, which no feed’s server answers.
        headers: isBrowser ? {} : { ...headers, 'User-Agent': `BriefingReader/${version}` },
        redirect: isBrowser ? 'follow' : 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal,
      }),
  };
}
