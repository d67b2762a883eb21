import type * as vscode from 'vscode';
import type { FetchResult } from '../../intake/feeds/fetchResult.ts';
import {
  type CheckSummary,
  type FeedCheck,
  checkFeed,
  type CheckPorts,
  applyFetchResult,
} from '../../intake/feeds/checkFeed.ts';
import { Claims, LEASE } from '../../intake/feeds/claims.ts';
import { fetchFeed } from '../../intake/feeds/fetchFeed.ts';
import { DAY, dueSources, HOUR, nextDue } from '../../intake/feeds/schedule.ts';
import { readFeedSources, type FeedSource } from '../../intake/feeds/feedSources.ts';
import { NEW_FEED, type FeedState } from '../../intake/feeds/feedState.ts';
import { forEachByHost } from '../../intake/feeds/perHost.ts';
import { reasonOf } from '../errors.ts';
import { storageIn } from '../files/storage.ts';
import { showInStatusBar } from '../notify.ts';
import { settings } from '../settings.ts';
import { checkPorts } from './checkPorts.ts';
import { claimInTime } from './claiming.ts';
import type { AskedRow, FeedParts } from './feeds.ts';
import { createFetching } from './fetching.ts';
import { newsOf } from './newsOf.ts';
import { removeOldFiles } from './oldFiles.ts';
import { folderOf, SourceFolder } from './sourceFolder.ts';
import { NOT_SAVED, problemOf } from './problemOf.ts';
import { sourceRow } from './sourceRow.ts';
import { SourceStates } from './sourceStates.ts';

/** The result of checking some sources. */
export interface CheckResult extends CheckSummary {
  /** The sources that could not be read. */
  readonly failed: readonly FeedSource[];
  /** Whether another window is checking them. */
  readonly isElsewhere: boolean;
  /** Whether the person has cancelled it before all sources were checked. */
  readonly isStopped: boolean;
}

/** A source that is being checked. */
interface Asking {
  readonly abort: AbortController;
  /** Resolves when nothing more is written for it. */
  readonly done: Promise<CheckSummary | undefined>;
}

/**
 * The minimum time before sources are checked automatically, in ms: a window that has just opened has other things to
 * do.
 */
const SOONEST = 5000;
/** How long changes of the states on the disk are gathered before the states are read again, in ms. */
const DEBOUNCE = 300;

const NOTHING: CheckSummary = { fresh: 0, briefings: 0 };

/** Checks the sources, when a person asks for it and when they are due. One window does it for all. */
export class FeedEngine {
  readonly #parts: FeedParts;
  readonly #tell: (rows: readonly AskedRow[]) => void;
  readonly #storage;
  readonly #disk: SourceStates;
  readonly #claims: Claims;
  readonly #fetching;
  readonly #listener: { dispose(): void };
  readonly #closed = new AbortController();
  readonly #asked = new Map<string, Asking>();
  #sources: readonly FeedSource[] = [];
  #rows: readonly AskedRow[] = [];
  #states: ReadonlyMap<string, FeedState> = new Map();
  #round: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: FeedParts, tell: (rows: readonly AskedRow[]) => void) {
    this.#parts = parts;
    this.#tell = tell;
    this.#storage = storageIn(parts.folder);
    this.#disk = new SourceStates(this.#storage);
    this.#claims = new Claims(this.#storage, crypto.randomUUID(), Date.now);
    this.#fetching = createFetching(parts.version);
    this.#listener = this.#storage.onDidChange(() => {
      this.#settling ??= setTimeout(() => {
        this.#settling = undefined;
        if (this.#asked.size === 0) void this.#lookAgain();
      }, DEBOUNCE);
    });
  }

  get sources(): readonly FeedSource[] {
    return this.#sources;
  }

  /** Takes over the sources from the settings. */
  async follow(): Promise<void> {
    const { sources, faults } = readFeedSources(settings().sources);
    for (const { at, shown, reason } of faults)
      this.#parts.logger.warn(`briefings.sources: entry ${at + 1} (“${shown}”) is ignored: ${reason}`);
    this.#sources = sources;
    await this.#look();
  }

  /**
   * Returns what an address has, without storing it. `written`: the address that the person has typed, which may have
   * led to `url`.
   */
  find(url: string, written: string, signal: AbortSignal): Promise<FetchResult> {
    return fetchFeed({ url, written, state: NEW_FEED }, this.#ports(), signal);
  }

  /** Stores what a source has, before it is in the settings: other windows then know that it was checked. */
  async take(source: FeedSource, result: FetchResult): Promise<CheckSummary> {
    const state = (await this.#disk.read([source.url])).get(source.url) ?? NEW_FEED;
    return this.#keep(source, await applyFetchResult(source, state, result, this.#ports(source)));
  }

  /** Checks sources. `wanted`: all, or a single one, even if they are not due; undefined for those that are due. */
  check(
    wanted: 'all' | FeedSource | undefined,
    signal: AbortSignal,
    heard?: (left: number) => void,
  ): Promise<CheckResult> {
    const begun = Date.now();
    const round = this.#round.then(() => this.#check(wanted, begun, signal, heard));
    this.#round = round.catch(() => undefined);
    return round;
  }

  /** Returns why a source could not be read; undefined if it could. */
  problemOf({ url }: FeedSource): string | undefined {
    return problemOf(this.#states.get(url) ?? NEW_FEED, Date.now());
  }

  /** Forgets a source's state, so that it is new if it is added again. A check that is under way is cancelled. */
  async forget({ url }: FeedSource): Promise<void> {
    this.#sources = this.#sources.filter((source) => source.url !== url);
    const asking = this.#asked.get(url);
    asking?.abort.abort();
    await asking?.done;
    await this.#disk.remove(url);
  }

  folderOf(source: FeedSource): vscode.Uri {
    return folderOf(this.#parts.inbox.folder, source);
  }

  dispose(): void {
    this.#closed.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#settling);
    this.#listener.dispose();
    this.#storage.dispose();
  }

  async #check(
    wanted: 'all' | FeedSource | undefined,
    begun: number,
    given: AbortSignal,
    heard?: (left: number) => void,
  ): Promise<CheckResult> {
    const signal = AbortSignal.any([given, this.#closed.signal]);
    await this.#parts.allFilesRead;
    const round = { ...NOTHING, failed: [] as FeedSource[] };
    if (!(await claimInTime(this.#claims, signal)))
      return { ...round, isElsewhere: !signal.aborted, isStopped: signal.aborted };
    const renewal = setInterval(() => {
      // If renewing the claim fails once, the next attempt may succeed.
      this.#claims.acquire().catch((error: unknown) => {
        this.#parts.logger.warn(reasonOf(error));
      });
    }, LEASE / 4);
    try {
      this.#states = await this.#disk.read(this.#sources.map(({ url }) => url));
      // Before changed words are written: stars move on to them only a moment later, and starred files are kept.
      if (!signal.aborted) await this.#clean();
      // A source that another window has checked meanwhile needs no second check.
      const isOpen = ({ url }: FeedSource) => (this.#states.get(url)?.checked ?? 0) < begun;
      const sources = dueSources(this.#sources, this.#states, Date.now(), wanted).filter(isOpen);
      let left = sources.length;
      await forEachByHost(
        sources,
        async (source) => {
          const brought = await this.#ask(source, signal);
          heard?.(--left);
          if (!brought) return;
          round.fresh += brought.fresh;
          round.briefings += brought.briefings;
          if (this.problemOf(source) !== undefined) round.failed.push(source);
        },
        signal,
      );
    } finally {
      clearInterval(renewal);
      await this.#claims.release();
      this.#show();
    }
    return { ...round, isElsewhere: false, isStopped: signal.aborted };
  }

  /** Returns what is new; undefined if the check was not completed: it was cancelled, or the source was removed. */
  async #ask(source: FeedSource, given: AbortSignal): Promise<CheckSummary | undefined> {
    const { url } = source;
    if (!this.#sources.some((one) => one.url === url)) return undefined;
    const abort = new AbortController();
    const done = this.#answerOf(source, AbortSignal.any([given, abort.signal]));
    this.#asked.set(url, { abort, done });
    this.#show(source);
    try {
      return await done;
    } finally {
      this.#asked.delete(url);
      this.#show(source);
    }
  }

  async #answerOf(source: FeedSource, signal: AbortSignal): Promise<CheckSummary | undefined> {
    const { url } = source;
    const before = this.#states.get(url) ?? NEW_FEED;
    try {
      const checked = await checkFeed(source, before, this.#ports(source), signal);
      return checked.result.kind === 'cancelled' ? undefined : await this.#keep(source, checked);
    } catch (error) {
      this.#parts.logger.error(`${url}: ${reasonOf(error)}`);
      const failed = { ...before, checked: Date.now(), next: Date.now() + HOUR, reason: NOT_SAVED };
      this.#states = new Map(this.#states).set(url, failed);
      return NOTHING;
    }
  }

  /** Writes the files before the state: whatever is lost in between is brought again. */
  async #keep(source: FeedSource, { changes, fresh, briefings, state }: FeedCheck): Promise<CheckSummary> {
    const folder = new SourceFolder(this.folderOf(source));
    for (const change of changes) await folder.write(change);
    await this.#disk.write(source.url, state);
    this.#states = new Map(this.#states).set(source.url, state);
    if (changes.length > 0) this.#parts.inbox.source.relist();
    return { fresh, briefings };
  }

  async #clean(): Promise<void> {
    for (const source of this.#sources) {
      const folder = new SourceFolder(this.folderOf(source));
      const { files } = this.#states.get(source.url) ?? NEW_FEED;
      if (await removeOldFiles(files, folder, this.#parts)) this.#parts.inbox.source.relist();
    }
  }

  /** Reads the states from the disk, which another window may have changed. */
  async #look(): Promise<void> {
    this.#states = await this.#disk.read(this.#sources.map(({ url }) => url));
    this.#show();
    this.#plan();
  }

  async #lookAgain(): Promise<void> {
    try {
      await this.#look();
    } catch (error) {
      this.#parts.logger.warn(reasonOf(error));
    }
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const next = nextDue(this.#sources, this.#states, Date.now());
    if (next === undefined || settings().sourcesRefresh === 'manual' || this.#closed.signal.aborted) return;
    // A random delay keeps windows that wait for the same time from all starting at once.
    const wait = Math.max(SOONEST * (1 + Math.random()), Math.min(next - Date.now(), DAY));
    this.#timer = setTimeout(() => void this.#askDue(), wait);
  }

  async #askDue(): Promise<void> {
    try {
      const round = await this.check(undefined, this.#closed.signal);
      if (round.fresh > 0) showInStatusBar(newsOf(round));
    } catch (error) {
      this.#parts.logger.error(reasonOf(error));
    }
    this.#plan();
  }

  /** Updates the rows. `only`: the source that has changed, so that thousands of rows are not created again for it. */
  #show(only?: FeedSource): void {
    this.#rows = only
      ? this.#rows.map((row) => (row.url === only.url ? this.#rowOf(only) : row))
      : this.#sources.map((source) => this.#rowOf(source));
    this.#tell(this.#rows);
  }

  #rowOf(source: FeedSource): AskedRow {
    const { url } = source;
    const now = { folder: this.folderOf(source).toString(), isAsked: this.#asked.has(url) };
    return sourceRow(source, this.#states.get(url) ?? NEW_FEED, now);
  }

  #ports(source?: FeedSource): CheckPorts {
    return checkPorts(this.#fetching, source && new SourceFolder(this.folderOf(source)));
  }
}
