import type { Feed, NotAFeed } from '../model.ts';
import type { RedirectFault } from './redirect.ts';

/** What a server says of how long its answer holds. */
export interface Caching {
  /** As received, to be sent back. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** In ms: the longest of `max-age`, `Expires` and `Retry-After`, 0 where it says nothing. */
  readonly freshFor: number;
}

/**
 * `status`: of HTTP; `unreachable`: no connection; `certificate`: one that is not trusted; `blocked`: by the browser's
 * own rules; `brokenOff`: the answer ended too early; `timeout`, `tooLarge`: it was broken off here.
 */
export type Failure =
  RedirectFault | 'status' | 'unreachable' | 'certificate' | 'blocked' | 'brokenOff' | 'timeout' | 'tooLarge';

/** What came of asking a source. */
export type FetchResult =
  | {
      readonly kind: 'feed';
      readonly feed: Feed;
      /** Where it was found at last. */
      readonly url: string;
      /** Of its bytes, to know them by. */
      readonly bodyHash: string;
      readonly caching: Caching;
    }
  /** By its own word, or by its bytes. */
  | { readonly kind: 'unchanged'; readonly caching: Caching }
  | (NotAFeed & { readonly url: string })
  | {
      readonly kind: 'failed';
      readonly reason: Failure;
      readonly status?: number;
      /** The host that wants to be left alone, and for how long, in ms. */
      readonly silence?: { readonly host: string; readonly time: number };
    }
  /** Its server says that it will not come back. */
  | { readonly kind: 'gone' }
  /** `noHost`: its name is not known, which is what being offline looks like on some systems. */
  | { readonly kind: 'offline'; readonly reason: 'offline' | 'noHost' }
  | { readonly kind: 'cancelled' };
