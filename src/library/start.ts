import type { Library } from './library.ts';
import type { OutlineCache } from './outlineCache.ts';
import type { ReadingLog } from './log/readingLog.ts';

/** The stages of the extension's start. */
export interface StartProgress {
  /** The cached outlines and the reading log are loaded. */
  readonly restored: Promise<unknown>;
  /** The first rows are shown, if there are any. All other work is done after that. */
  readonly rowsShown: Promise<void>;
  /** There is a briefing to show, or it is known that there are none. */
  readonly contentKnown: Promise<void>;
  /** Every file was read, or its version was known. */
  readonly allFilesRead: Promise<void>;
}

/** Loads the cached outlines and the reading log, then checks every file. `rows`: resolves when rows are shown. */
export function startLibrary(
  library: Library,
  readingLog: ReadingLog,
  cache: OutlineCache,
  rows: Promise<void> = Promise.resolve(),
): StartProgress {
  const restored = Promise.all([library.restore(), readingLog.readChanges()]).then(() => {
    library.flushChanges();
  });
  const rowsShown = restored.then(() => (library.size > 0 ? rows : undefined));
  const allFilesRead = rowsShown.then(() => library.refresh());
  void allFilesRead.then(() => Promise.all([readingLog.compact(), cache.prune(Date.now())]));
  return {
    restored,
    rowsShown,
    allFilesRead,
    contentKnown: whenContentKnown(library, restored, allFilesRead),
  };
}

/** Resolves as {@link StartProgress.contentKnown}: until then, an empty tree would wrongly say that there are no briefings. */
async function whenContentKnown(
  library: Library,
  restored: Promise<unknown>,
  allFilesRead: Promise<void>,
): Promise<void> {
  await restored;
  if (library.size > 0) return;
  const firstChange = new Promise<void>((resolve) => {
    const listener = library.onDidChange(() => {
      listener.dispose();
      resolve();
    });
  });
  await Promise.race([allFilesRead, firstChange]);
}
