import { type FileChange, filesFor, type ReadFile } from '../files/filesFor.ts';
import type { Origin } from '../files/issueFile.ts';
import { newEntries } from '../files/news.ts';
import { shapeOf } from '../files/shape.ts';
import { withFiles } from '../files/writtenFile.ts';
import type { FetchResult } from './answers.ts';
import { type FetchPorts, fetchSource } from './fetchSource.ts';
import { afterAnswer } from './schedule.ts';
import type { Source } from './settings.ts';
import type { SourceState } from './sourceState.ts';

export interface CheckPorts extends FetchPorts {
  readonly toMarkdown: Origin['toMarkdown'];
  /** Of the source's folder in the inbox. */
  readonly read: ReadFile;
  /** How often the person wants it, in ms. */
  readonly interval: number;
}

/** What is new of a source. */
export interface Brought {
  /** How many entries are new. */
  readonly fresh: number;
  /** How many briefings they are. A digest holds many entries, and takes those that come later the same day. */
  readonly briefings: number;
}

/** What there is to do once a source has been asked. */
export interface Checked extends Brought {
  readonly result: FetchResult;
  /** To be written, each where its `over` still stands. */
  readonly changes: readonly FileChange[];
  /** To be kept once those are written, and not before: what is lost on the way comes again. */
  readonly state: SourceState;
}

/** Asks a source, and says what its answer comes to: files to be written, and a state to be kept. */
export async function checkSource(
  source: Source,
  before: SourceState,
  ports: CheckPorts,
  cancelled: AbortSignal,
): Promise<Checked> {
  const { url, written } = source;
  return taken(source, before, await fetchSource({ url, written, state: before }, ports, cancelled), ports);
}

/** What an answer comes to, whoever has asked. */
export async function taken(
  { url, name, as }: Source,
  before: SourceState,
  result: FetchResult,
  ports: Pick<CheckPorts, 'now' | 'interval' | 'toMarkdown' | 'read'>,
): Promise<Checked> {
  const fetched = ports.now();
  const state = afterAnswer(before, result, { now: fetched, interval: ports.interval });
  if (result.kind !== 'feed') return { result, changes: [], fresh: 0, briefings: 0, state };
  const { feed } = result;
  const news = newEntries(feed, before.seen);
  // Of a feed that has nothing yet nobody knows what it will be.
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
