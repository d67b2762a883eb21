import type { Feed, NotAFeed } from '../model.ts';
import type { RedirectFault } from './redirect.ts';

/** What a server says about how long its answer is valid. */
export interface Caching {
  /** The validators as received, to be sent back. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** In ms: the longest of `max-age`, `Expires` and `Retry-After`; 0 where there is none. */
  readonly freshFor: number;
}

/**
 * `status`: an HTTP error; `unreachable`: no connection; `certificate`: not trusted; `blocked`: by the browser's own
 * rules; `brokenOff`: the answer ended too early; `timeout`, `tooLarge`: we aborted the request.
 */
export type FetchFailure =
  RedirectFault | 'status' | 'unreachable' | 'certificate' | 'blocked' | 'brokenOff' | 'timeout' | 'tooLarge';

/** The result of fetching a source. */
export type FetchResult =
  | {
      readonly kind: 'feed';
      readonly feed: Feed;
      /** The final address, after redirects. */
      readonly url: string;
      /** A hash of the bytes, to recognize them again. */
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
      /** The host that asks to be left alone, and for how long, in ms. */
      readonly silence?: { readonly host: string; readonly time: number };
    }
  /** The server says that the feed is gone for good. */
  | { readonly kind: 'gone' }
  /** `noHost`: the host name cannot be resolved, which is how being offline looks on some systems. */
  | { readonly kind: 'offline'; readonly reason: 'offline' | 'noHost' }
  | { readonly kind: 'cancelled' };
