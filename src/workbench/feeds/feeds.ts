import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { Logger } from '../../library/ports.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';
import { ContextKeys } from '../contextKeys.ts';
import { reasonOf } from '../errors.ts';
import { settings } from '../settings.ts';
import type { Inbox } from '../sources/inbox.ts';
import { countByFolder } from './countByFolder.ts';
import type { FeedEngine } from './feedEngine.ts';

/** The dependencies of the feeds: where they are stored, and what decides which files may be deleted. */
export interface FeedParts {
  /** The folder for the states of the sources: when each was checked, and with what result. */
  readonly folder: vscode.Uri;
  readonly version: string;
  readonly inbox: Inbox;
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly unread: UnreadBriefings;
  readonly logger: Logger;
  /** Resolves when every file has been read. */
  readonly allFilesRead: Promise<void>;
}

/** A source as the sidebar shows it. */
export interface SourceRow {
  readonly url: string;
  readonly name: string;
  /** The URI of the folder of its briefings. */
  readonly folder: string;
  /** When it was last checked, in ms since 1970; 0 for never. */
  readonly checked: number;
  /** How many of its briefings are unread. */
  readonly unread: number;
  /** A sentence on why it could not be read. */
  readonly problem: string | undefined;
  readonly isChecking: boolean;
}

/** A {@link SourceRow} without the count of its briefings. */
export type UncountedRow = Omit<SourceRow, 'unread'>;

/** The user’s sources. If there are none, the code that checks them is not loaded. */
export class Feeds implements vscode.Disposable {
  readonly #parts: FeedParts;
  readonly #changed = new Emitter<undefined>();
  readonly #contexts = new ContextKeys();
  readonly #listeners: vscode.Disposable;
  /** The rows with their counts, by the engine's row: an unchanged row stays the same object. */
  readonly #counted = new WeakMap<UncountedRow, SourceRow>();
  #engine: Promise<FeedEngine> | undefined;
  #uncounted: readonly UncountedRow[] = [];
  #unread: ReadonlyMap<string, number> = new Map();
  #rows: readonly SourceRow[] = [];
  readonly onDidChange = this.#changed.event;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    const recount = () => {
      this.#recount();
    };
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((change) => {
        const names = ['briefings.sources', 'briefings.sourcesRefresh'];
        if (names.some((name) => change.affectsConfiguration(name))) void this.#applySettings();
      }),
      parts.library.onDidChange(recount),
      parts.unread.onDidMark(recount),
    );
    void this.#applySettings();
  }

  get rows(): readonly SourceRow[] {
    return this.#rows;
  }

  /** Returns the engine that checks the sources, loading it if necessary. */
  engine(): Promise<FeedEngine> {
    return (this.#engine ??= this.#load());
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
    void this.#engine?.then(
      (engine) => {
        engine.dispose();
      },
      // The caller reports the error.
      () => undefined,
    );
  }

  async #load(): Promise<FeedEngine> {
    let engine: FeedEngine | undefined;
    try {
      const { FeedEngine } = await import('./feedEngine.ts');
      engine = new FeedEngine(this.#parts, (rows) => {
        this.#setRows(rows);
      });
      await engine.applySettings();
      return engine;
    } catch (error) {
      engine?.dispose();
      // The next call may succeed.
      this.#engine = undefined;
      throw error;
    }
  }

  #setRows(rows: readonly UncountedRow[]): void {
    if (this.#uncounted.length === 0) this.#unread = countByFolder(this.#parts.unread.uris);
    this.#uncounted = rows;
    this.#contexts.set({ hasSources: rows.length > 0 });
    this.#updateRows();
  }

  #recount(): void {
    if (this.#uncounted.length === 0) return;
    const before = this.#rows;
    this.#unread = countByFolder(this.#parts.unread.uris);
    if (this.#uncounted.some((row, i) => this.#unreadIn(row) !== before[i]?.unread)) this.#updateRows();
  }

  #updateRows(): void {
    this.#rows = this.#uncounted.map((row) => this.#withUnread(row));
    this.#changed.fire(undefined);
  }

  #unreadIn({ folder }: UncountedRow): number {
    return this.#unread.get(folder) ?? 0;
  }

  #withUnread(row: UncountedRow): SourceRow {
    const unread = this.#unreadIn(row);
    const before = this.#counted.get(row);
    if (before?.unread === unread) return before;
    const counted = { ...row, unread };
    this.#counted.set(row, counted);
    return counted;
  }

  async #applySettings(): Promise<void> {
    try {
      if (this.#engine) await (await this.#engine).applySettings();
      else if (settings().sources.length > 0) await this.engine();
    } catch (error) {
      this.#parts.logger.error(`The sources cannot be read: ${reasonOf(error)}`);
    }
  }
}
