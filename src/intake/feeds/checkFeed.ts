import { type FileChange, filesFor, type ReadFile } from '../files/filesFor.ts';
import type { Origin } from '../files/origin.ts';
import { newEntries } from '../files/newEntries.ts';
import { shapeOf } from '../files/shape.ts';
import { withFiles } from '../files/writtenFile.ts';
import type { FetchResult } from './fetchResult.ts';
import { type FetchPorts, fetchFeed } from './fetchFeed.ts';
import { stateAfter } from './schedule.ts';
import type { FeedSource } from './feedSources.ts';
import type { FeedState } from './feedState.ts';

export interface CheckPorts extends FetchPorts {
  readonly toMarkdown: Origin['toMarkdown'];
  /** Reads a file in the source's folder of the inbox. */
  readonly read: ReadFile;
  /** The user's interval between fetches, in ms. */
  readonly interval: number;
}

/** The numbers that a check has found. */
export interface CheckSummary {
  /** The number of new entries. */
  readonly fresh: number;
  /**
   * The number of new briefings. A digest contains many entries, and later entries of the same day are added to it.
   */
  readonly briefings: number;
}

/** The result of a check, with the files to write and the state to store. */
export interface FeedCheck extends CheckSummary {
  readonly result: FetchResult;
  /** The files to write, each only if its text is still `over`. */
  readonly changes: readonly FileChange[];
  /** The state to store, after the files are written: otherwise an interruption would lose entries. */
  readonly state: FeedState;
}

/** Fetches a feed, and returns the files to write and the state to store. */
export async function checkFeed(
  source: FeedSource,
  before: FeedState,
  ports: CheckPorts,
  cancelled: AbortSignal,
): Promise<FeedCheck> {
  const { url, written } = source;
  return applyFetchResult(
    source,
    before,
    await fetchFeed({ url, written, state: before }, ports, cancelled),
    ports,
  );
}

/** Does the same with a feed that was already fetched. */
export async function applyFetchResult(
  { url, name, as }: FeedSource,
  before: FeedState,
  result: FetchResult,
  ports: Pick<CheckPorts, 'now' | 'interval' | 'toMarkdown' | 'read'>,
): Promise<FeedCheck> {
  const fetched = ports.now();
  const state = stateAfter(before, result, { now: fetched, interval: ports.interval });
  if (result.kind !== 'feed') return { result, changes: [], fresh: 0, briefings: 0, state };
  const { feed } = result;
  const news = newEntries(feed, before.seen);
  // The shape of a feed without entries is not known yet.
  const shape = before.shape ?? (feed.entries.length > 0 ? shapeOf(feed) : undefined);
  const origin: Origin = {
    name: name ?? feed.title,
    address: url,
    page: feed.url,
    language: feed.language,
    fetched,
    toMarkdown: ports.toMarkdown,
  };
  const all = await filesFor(origin, as ?? shape ?? 'digest', news, before.files, ports.read);
  const files = withFiles(
    before.files,
    all.map((change) => change.written),
  );
  const changes = all.filter(({ text, over }) => text !== over);
  const briefings = changes.filter(({ over }) => over === undefined).length;
  const fresh = news.fresh.length;
  return { result, changes, fresh, briefings, state: { ...state, shape, seen: news.seen, files } };
}
