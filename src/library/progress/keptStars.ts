import type { Disposable } from '../../base/event.ts';
import { matchEditedItems, type NamedItem } from './matchEditedItems.ts';
import type { Library } from '../library.ts';
import type { ReadingLog } from '../log/readingLog.ts';
import { itemKeys, type Outline, sharesItems } from '../outline.ts';
import { isStarred } from '../readState.ts';
import type { UnreadBriefings } from './unreadBriefings.ts';

/** The debounce time after a briefing changes, in ms, so that its stars are not looked up at each key press. */
const DEBOUNCE = 1500;

/**
 * Keeps the stars of items whose words are edited: an edited item becomes unread, but a user who starred it still wants
 * it.
 */
export class KeptStars implements Disposable {
  readonly #library: Pick<Library, 'get' | 'onDidChange'>;
  readonly #readingLog: Pick<ReadingLog, 'isStarred' | 'star' | 'starred'>;
  readonly #debounce: number;
  readonly #listeners: readonly Disposable[];
  /** By URI: the last known outlines of briefings with a star. */
  readonly #starred = new Map<string, Outline>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    library: Pick<Library, 'get' | 'onDidChange'>,
    readingLog: Pick<ReadingLog, 'isStarred' | 'star' | 'starred'>,
    unread: Pick<UnreadBriefings, 'onDidMark'>,
    debounce = DEBOUNCE,
  ) {
    this.#library = library;
    this.#readingLog = readingLog;
    this.#debounce = debounce;
    this.#listeners = [
      library.onDidChange((uris) => {
        const hasStars = readingLog.starred.length > 0;
        for (const uri of uris)
          if (this.#starred.has(uri)) this.#scheduleTransfer(uri);
          else if (hasStars) this.#track(uri);
      }),
      unread.onDidMark((uris) => {
        for (const uri of uris) if (!this.#timers.has(uri)) this.#track(uri);
      }),
    ];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #track(uri: string): void {
    const outline = this.#outlineOf(uri);
    // A missing file may come back with other words, so its last outline is kept.
    if (!outline) return;
    if (isStarred({ outline }, this.#readingLog)) this.#starred.set(uri, outline);
    else this.#starred.delete(uri);
  }

  #scheduleTransfer(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        this.#transferStars(uri);
      }, this.#debounce),
    );
  }

  #transferStars(uri: string): void {
    const [before, after] = [this.#starred.get(uri), this.#outlineOf(uri)];
    if (before && after && isEdited(before, after)) {
      const newKeys = new Map(matchEditedItems(namedItems(before), namedItems(after)));
      if (before.key !== after.key) newKeys.set(before.key, after.key);
      const keys = [...newKeys].flatMap(([old, now]) => (this.#readingLog.isStarred(old) ? now : []));
      if (keys.length > 0) void this.#readingLog.star(keys);
    }
    this.#track(uri);
  }

  #outlineOf(uri: string): Outline | undefined {
    const entry = this.#library.get(uri);
    return entry?.kind === 'briefing' ? entry.outline : undefined;
  }
}

/** Whether it is still the same briefing. If another one replaces it in its file, the date or all items differ. */
function isEdited(before: Outline, after: Outline): boolean {
  return before.date === after.date && (itemKeys(before).length <= 1 || sharesItems(before, after));
}

function namedItems(outline: Outline): readonly NamedItem[] {
  const all = outline.labels.split('\n');
  return itemKeys(outline).map((key, i) => ({ key, label: all[i] ?? '' }));
}
