import type { Feed, NotAFeed } from '../model.ts';
import type { RedirectFault } from './redirect.ts';

/** The caching headers of an answer. */
export interface Caching {
  /** The validators as received, to be sent back. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** In ms: the longest of `max-age`, `Expires` and `Retry-After`; 0 if there is none. */
  readonly freshFor: number;
}

/**
 * `status`: an HTTP error; `unreachable`: no connection; `certificate`: not trusted; `blocked`: by the browser's own
 * rules; `brokenOff`: the answer ended too early; `timeout`, `tooLarge`: we aborted the request.
 */
export type FetchFailure =
  RedirectFault | 'status' | 'unreachable' | 'certificate' | 'blocked' | 'brokenOff' | 'timeout' | 'tooLarge';

/** The result of fetching a feed. */
export type FetchResult =
  | {
      readonly kind: 'feed';
      readonly feed: Feed;
      /** The final address, after redirects. */
      readonly url: string;
      /** A hash of the bytes, to recognize an unchanged answer. */
      readonly bodyHash: string;
      readonly caching: Caching;
    }
  /** The server says that it is unchanged, or its bytes are the same. */
  | { readonly kind: 'unchanged'; readonly caching: Caching }
  | (NotAFeed & { readonly url: string })
  | {
      readonly kind: 'failed';
      readonly reason: FetchFailure;
      readonly status?: number;
      /** The host that asked for a pause (`Retry-After`), and how long, in ms. */
      readonly silence?: { readonly host: string; readonly time: number };
    }
  /** The server says that the feed no longer exists. */
  | { readonly kind: 'gone' }
  /** `noHost`: the host name cannot be resolved, which is how being offline looks on some systems. */
  | { readonly kind: 'offline'; readonly reason: 'offline' | 'noHost' }
  | { readonly kind: 'cancelled' };
