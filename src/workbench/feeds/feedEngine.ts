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
import { Sequencer } from '../../base/async/sequencer.ts';
import { DAY, HOUR } from '../../base/durations.ts';
import { dueSources, nextDue } from '../../intake/feeds/schedule.ts';
import { readFeedSources, type FeedSource } from '../../intake/feeds/feedSources.ts';
import { NEW_FEED, type FeedState } from '../../intake/feeds/feedState.ts';
import { forEachByHost } from '../../intake/feeds/perHost.ts';
import { reasonOf } from '../errors.ts';
import { storageIn } from '../files/storage.ts';
import { showInStatusBar } from '../notify.ts';
import { settings } from '../settings.ts';
import { checkPorts } from './checkPorts.ts';
import { acquireClaim } from './acquireClaim.ts';
import type { UncountedRow, FeedParts } from './feeds.ts';
import { createFetching } from './fetching.ts';
import { newEntriesMessage } from './checkSummary.ts';
import { removeOldFiles } from './oldFiles.ts';
import { feedFolderUri, FeedFolder } from './feedFolder.ts';
import { NOT_SAVED, problemOf } from './feedProblems.ts';
import { feedRow } from './feedRows.ts';
import { FeedStates } from './feedStates.ts';

/** The result of checking some sources. */
export interface CheckResult extends CheckSummary {
  /** The sources that could not be read. */
  readonly failed: readonly FeedSource[];
  /** Whether another window is checking them. */
  readonly isElsewhere: boolean;
  /** Whether the user has cancelled it before all sources were checked. */
  readonly isStopped: boolean;
}

/** A running check of a source. */
interface PendingCheck {
  readonly abort: AbortController;
  /** Resolves when nothing more is written for it. */
  readonly done: Promise<CheckSummary | undefined>;
}

/** Minimum delay before sources are checked automatically, in ms: a window that has just opened has other work. */
const MIN_DELAY = 5000;
/** How long changes on the disk are collected before the states are read, in ms. */
const COLLECTING = 300;

const NOTHING: CheckSummary = { fresh: 0, briefings: 0 };

/** Checks the sources on request and when they are due. One window does it for all. */
export class FeedEngine {
  readonly #parts: FeedParts;
  readonly #onRowsChange: (rows: readonly UncountedRow[]) => void;
  readonly #storage;
  readonly #stored: FeedStates;
  readonly #claims: Claims;
  readonly #fetching;
  readonly #listener: { dispose(): void };
  readonly #closed = new AbortController();
  readonly #pending = new Map<string, PendingCheck>();
  #sources: readonly FeedSource[] = [];
  #rows: readonly UncountedRow[] = [];
  #states: ReadonlyMap<string, FeedState> = new Map();
  readonly #runs = new Sequencer();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rereadTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: FeedParts, onRowsChange: (rows: readonly UncountedRow[]) => void) {
    this.#parts = parts;
    this.#onRowsChange = onRowsChange;
    this.#storage = storageIn(parts.folder);
    this.#stored = new FeedStates(this.#storage);
    this.#claims = new Claims(this.#storage, crypto.randomUUID(), Date.now);
    this.#fetching = createFetching(parts.version);
    this.#listener = this.#storage.onDidChange(() => {
      this.#rereadTimer ??= setTimeout(() => {
        this.#rereadTimer = undefined;
        if (this.#pending.size === 0) void this.#rereadStates();
      }, COLLECTING);
    });
  }

  get sources(): readonly FeedSource[] {
    return this.#sources;
  }

  /** Applies the sources in the settings. */
  async applySettings(): Promise<void> {
    const { sources, faults } = readFeedSources(settings().sources);
    for (const { at, shown, reason } of faults)
      this.#parts.logger.warn(`briefings.sources: entry ${at + 1} (“${shown}”) is ignored: ${reason}`);
    this.#sources = sources;
    await this.#readStates();
  }

  /**
   * Fetches an address without storing the result. `written`: the address that the user has typed, which may have led
   * to `url`.
   */
  find(url: string, written: string, signal: AbortSignal): Promise<FetchResult> {
    return fetchFeed({ url, written, state: NEW_FEED }, this.#ports(), signal);
  }

  /**
   * Stores the first result of a source before it is in the settings, so that other windows know that it was checked.
   */
  async storeFirstResult(source: FeedSource, result: FetchResult): Promise<CheckSummary> {
    const state = (await this.#stored.read([source.url])).get(source.url) ?? NEW_FEED;
    return this.#store(source, await applyFetchResult(source, state, result, this.#ports(source)));
  }

  /** Checks sources. `asked`: those that the user checks by hand, see {@link dueSources}. */
  check(
    asked: 'all' | FeedSource | undefined,
    signal: AbortSignal,
    onProgress?: (left: number) => void,
  ): Promise<CheckResult> {
    const begun = Date.now();
    return this.#runs.queue(() => this.#check(asked, begun, signal, onProgress));
  }

  /** Returns why a source could not be read; undefined if it could. */
  problemOf({ url }: FeedSource): string | undefined {
    return problemOf(this.#states.get(url) ?? NEW_FEED, Date.now());
  }

  /** Removes a source's state, so that it is new if it is added again. A running check is cancelled. */
  async forget({ url }: FeedSource): Promise<void> {
    this.#sources = this.#sources.filter((source) => source.url !== url);
    const check = this.#pending.get(url);
    check?.abort.abort();
    await check?.done;
    await this.#stored.remove(url);
  }

  folderOf(source: FeedSource): vscode.Uri {
    return feedFolderUri(this.#parts.inbox.folder, source);
  }

  dispose(): void {
    this.#closed.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#rereadTimer);
    this.#listener.dispose();
    this.#storage.dispose();
  }

  async #check(
    asked: 'all' | FeedSource | undefined,
    begun: number,
    external: AbortSignal,
    onProgress?: (left: number) => void,
  ): Promise<CheckResult> {
    const signal = AbortSignal.any([external, this.#closed.signal]);
    await this.#parts.allFilesRead;
    const total = { ...NOTHING, failed: [] as FeedSource[] };
    if (!(await acquireClaim(this.#claims, signal)))
      return { ...total, isElsewhere: !signal.aborted, isStopped: signal.aborted };
    const renewal = setInterval(() => {
      // If renewing the claim fails once, the next attempt may succeed.
      this.#claims.acquire().catch((error: unknown) => {
        this.#parts.logger.warn(reasonOf(error));
      });
    }, LEASE / 4);
    try {
      this.#states = await this.#stored.read(this.#sources.map(({ url }) => url));
      // Before changed texts are written: stars move to them only a moment later, and starred files are kept.
      if (!signal.aborted) await this.#removeOldFiles();
      // A source that another window has checked in the meantime needs no second check.
      const isUnchecked = ({ url }: FeedSource) => (this.#states.get(url)?.checked ?? 0) < begun;
      const sources = dueSources(this.#sources, this.#states, Date.now(), asked).filter(isUnchecked);
      let left = sources.length;
      await forEachByHost(
        sources,
        async (source) => {
          const added = await this.#checkOne(source, signal);
          onProgress?.(--left);
          if (!added) return;
          total.fresh += added.fresh;
          total.briefings += added.briefings;
          if (this.problemOf(source) !== undefined) total.failed.push(source);
        },
        signal,
      );
    } finally {
      clearInterval(renewal);
      await this.#claims.release();
      this.#renderRows();
    }
    return { ...total, isElsewhere: false, isStopped: signal.aborted };
  }

  /** Checks one source. Returns undefined if the check was cancelled, or the source was removed. */
  async #checkOne(source: FeedSource, given: AbortSignal): Promise<CheckSummary | undefined> {
    const { url } = source;
    if (!this.#sources.some((one) => one.url === url)) return undefined;
    const abort = new AbortController();
    const done = this.#fetchAndStore(source, AbortSignal.any([given, abort.signal]));
    this.#pending.set(url, { abort, done });
    this.#renderRows(source);
    try {
      return await done;
    } finally {
      this.#pending.delete(url);
      this.#renderRows(source);
    }
  }

  async #fetchAndStore(source: FeedSource, signal: AbortSignal): Promise<CheckSummary | undefined> {
    const { url } = source;
    const before = this.#states.get(url) ?? NEW_FEED;
    try {
      const checked = await checkFeed(source, before, this.#ports(source), signal);
      return checked.result.kind === 'cancelled' ? undefined : await this.#store(source, checked);
    } catch (error) {
      this.#parts.logger.error(`${url}: ${reasonOf(error)}`);
      const failed = { ...before, checked: Date.now(), next: Date.now() + HOUR, reason: NOT_SAVED };
      this.#states = new Map(this.#states).set(url, failed);
      return NOTHING;
    }
  }

  /** Writes the files before the state: what is lost in between is fetched again. */
  async #store(source: FeedSource, { changes, fresh, briefings, state }: FeedCheck): Promise<CheckSummary> {
    const folder = new FeedFolder(this.folderOf(source));
    for (const change of changes) await folder.write(change);
    await this.#stored.write(source.url, state);
    this.#states = new Map(this.#states).set(source.url, state);
    if (changes.length > 0) this.#parts.inbox.source.relist();
    return { fresh, briefings };
  }

  async #removeOldFiles(): Promise<void> {
    for (const source of this.#sources) {
      const folder = new FeedFolder(this.folderOf(source));
      const { files } = this.#states.get(source.url) ?? NEW_FEED;
      if (await removeOldFiles(files, folder, this.#parts)) this.#parts.inbox.source.relist();
    }
  }

  /** Reads the states from the disk: another window may have changed them. */
  async #readStates(): Promise<void> {
    this.#states = await this.#stored.read(this.#sources.map(({ url }) => url));
    this.#renderRows();
    this.#schedule();
  }

  async #rereadStates(): Promise<void> {
    try {
      await this.#readStates();
    } catch (error) {
      this.#parts.logger.warn(reasonOf(error));
    }
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const next = nextDue(this.#sources, this.#states, Date.now());
    if (next === undefined || settings().sourcesRefresh === 'manual' || this.#closed.signal.aborted) return;
    // A random delay keeps windows that wait for the same time from all starting at once.
    const wait = Math.max(MIN_DELAY * (1 + Math.random()), Math.min(next - Date.now(), DAY));
    this.#timer = setTimeout(() => void this.#checkDue(), wait);
  }

  async #checkDue(): Promise<void> {
    try {
      const summary = await this.check(undefined, this.#closed.signal);
      if (summary.fresh > 0) showInStatusBar(newEntriesMessage(summary));
    } catch (error) {
      this.#parts.logger.error(reasonOf(error));
    }
    this.#schedule();
  }

  /** Updates the rows. `only`: the source that has changed, so that thousands of rows are not recreated for it. */
  #renderRows(only?: FeedSource): void {
    this.#rows = only
      ? this.#rows.map((row) => (row.url === only.url ? this.#rowOf(only) : row))
      : this.#sources.map((source) => this.#rowOf(source));
    this.#onRowsChange(this.#rows);
  }

  #rowOf(source: FeedSource): UncountedRow {
    const { url } = source;
    const now = { folder: this.folderOf(source).toString(), isChecking: this.#pending.has(url) };
    return feedRow(source, this.#states.get(url) ?? NEW_FEED, now);
  }

  #ports(source?: FeedSource): CheckPorts {
    return checkPorts(this.#fetching, source && new FeedFolder(this.folderOf(source)));
  }
}
