import type { Library } from './library.ts';
import type { OutlineCache } from './outlineCache.ts';
import type { ReadingLog } from './log/readingLog.ts';

/** The stages of the extension's start. */
export interface StartProgress {
  /** The cached outlines and the reading log are loaded. */
  readonly restored: Promise<unknown>;
  /** The first rows are shown, if there are any: all other work is done after that. */
  readonly shown: Promise<void>;
  /** There is a briefing to show, or it is known that there are none. */
  readonly known: Promise<void>;
  /** Every file has been looked at. */
  readonly ready: Promise<void>;
}

/** Loads the cached outlines and the reading log, then looks at every file. `rows`: resolves when rows are shown. */
export function start(
  library: Library,
  readingLog: ReadingLog,
  cache: OutlineCache,
  rows: Promise<void> = Promise.resolve(),
): StartProgress {
  const restored = Promise.all([library.restore(), readingLog.follow()]).then(() => {
    library.flushChanges();
  });
  const shown = restored.then(() => (library.size > 0 ? rows : undefined));
  const ready = shown.then(() => library.refresh());
  void ready.then(() => Promise.all([readingLog.fold(Date.now()), cache.prune(Date.now())]));
  return { restored, shown, ready, known: somethingKnown(library, restored, ready) };
}

/** Resolves as {@link StartProgress.known}: until then, an empty tree would wrongly say that there are no briefings. */
async function somethingKnown(
  library: Library,
  restored: Promise<unknown>,
  ready: Promise<void>,
): Promise<void> {
  await restored;
  if (library.size > 0) return;
  const news = new Promise<void>((resolve) => {
    const listener = library.onDidChange(() => {
      listener.dispose();
      resolve();
    });
  });
  await Promise.race([ready, news]);
}
