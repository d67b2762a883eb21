import { type Disposable, Emitter } from '../../base/event.ts';
import type { Library } from '../library.ts';
import type { ReadingLog } from '../log/readingLog.ts';
import { hasItem, itemKeys, type Outline } from '../outline.ts';
import { isAllRead } from '../readState.ts';

/**
 * Keeps track of which briefings are unread, and which ones a change of the reading log affects. It searches all
 * briefings once for all listeners: an index of all keys would save too little time for its memory. Create it before
 * other listeners of the library and the log, so that it is up to date when they are called.
 */
export class UnreadBriefings implements Disposable {
  readonly #library: Pick<Library, 'entries' | 'get' | 'onDidChange'>;
  readonly #readingLog: Pick<ReadingLog, 'isRead' | 'onDidChange'>;
  readonly #unread = new Set<string>();
  readonly #marked = new Emitter<ReadonlySet<string>>();
  readonly #listeners: readonly Disposable[];

  constructor(
    library: Pick<Library, 'entries' | 'get' | 'onDidChange'>,
    readingLog: Pick<ReadingLog, 'isRead' | 'onDidChange'>,
  ) {
    this.#library = library;
    this.#readingLog = readingLog;
    for (const { uri } of library.entries) this.#update(uri);
    this.#listeners = [
      library.onDidChange((uris) => {
        for (const uri of uris) this.#update(uri);
      }),
      readingLog.onDidChange((keys) => {
        const marked = new Set<string>();
        for (const entry of library.entries)
          if (entry.kind === 'briefing' && hasAny(entry.outline, keys)) marked.add(entry.uri);
        for (const uri of marked) this.#update(uri);
        this.#marked.fire(marked);
      }),
    ];
  }

  /** Fires with the URIs of the briefings in which the read or starred state of something has changed. */
  get onDidMark() {
    return this.#marked.event;
  }

  get size(): number {
    return this.#unread.size;
  }

  /** The URIs of the unread briefings. */
  get uris(): Iterable<string> {
    return this.#unread;
  }

  has(uri: string): boolean {
    return this.#unread.has(uri);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#marked.dispose();
  }

  #update(uri: string): void {
    const entry = this.#library.get(uri);
    if (entry?.kind === 'briefing' && !isAllRead(entry.outline, this.#readingLog)) this.#unread.add(uri);
    else this.#unread.delete(uri);
  }
}

/** Maximum number of keys that are searched one by one. */
const MAX_SINGLE_LOOKUPS = 8;

function hasAny(outline: Outline, of: ReadonlySet<string>): boolean {
  if (of.has(outline.key)) return true;
  // All briefings are checked, mostly for one key: searching for it is far faster than splitting the keys of each.
  if (of.size > MAX_SINGLE_LOOKUPS) return itemKeys(outline).some((key) => of.has(key));
  for (const key of of) if (hasItem(outline, key)) return true;
  return false;
}
