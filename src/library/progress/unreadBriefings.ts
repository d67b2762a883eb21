import { type Disposable, Emitter } from '../../base/event.ts';
import type { Library } from '../library.ts';
import type { ReadingLog } from '../log/readingLog.ts';
import { hasItem, itemKeys, type Outline } from '../outline.ts';

/**
 * Which briefings are unread, and which of them a mark of reading changes. It looks for them once, for all who need to
 * know: an index of all keys would take more memory than it saves time. Create it before its listeners, so that it
 * hears of each change first.
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
    for (const { uri } of library.entries) this.#count(uri);
    this.#listeners = [
      library.onDidChange((uris) => {
        for (const uri of uris) this.#count(uri);
      }),
      readingLog.onDidChange((keys) => {
        const marked = new Set<string>();
        for (const entry of library.entries)
          if (entry.kind === 'briefing' && holdsAny(entry.outline, keys)) marked.add(entry.uri);
        for (const uri of marked) this.#count(uri);
        this.#marked.fire(marked);
      }),
    ];
  }

  /** Fires with the URIs of the briefings in which something was marked as read or starred, or is no longer. */
  get onDidMark() {
    return this.#marked.event;
  }

  get size(): number {
    return this.#unread.size;
  }

  /** Their URIs. */
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

  #count(uri: string): void {
    const entry = this.#library.get(uri);
    const isUnread =
      entry?.kind === 'briefing' && !itemKeys(entry.outline).every((key) => this.#readingLog.isRead(key));
    if (isUnread) this.#unread.add(uri);
    else this.#unread.delete(uri);
  }
}

/** So few keys are looked for one by one. */
const FEW = 8;

function holdsAny(outline: Outline, of: ReadonlySet<string>): boolean {
  if (of.has(outline.key)) return true;
  // All briefings are asked, mostly for one key: to look for that is far quicker than to part what each of them holds.
  if (of.size > FEW) return itemKeys(outline).some((key) => of.has(key));
  for (const key of of) if (hasItem(outline, key)) return true;
  return false;
}
