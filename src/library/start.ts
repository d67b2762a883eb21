import type { Library } from './library.ts';
import type { OutlineCache } from './outlineCache.ts';
import type { ReadingLog } from './log/readingLog.ts';

/** How far the extension has come. */
export interface StartProgress {
  /** What was kept is there. */
  readonly restored: Promise<unknown>;
  /** And is shown, where there is anything: all else is done after it. */
  readonly shown: Promise<void>;
  /** There is something to show. */
  readonly known: Promise<void>;
  /** Every file was looked at. */
  readonly ready: Promise<void>;
}

/** Brings back what was kept, then looks at every file. `rows`: when what was kept is shown. */
export function start(
  library: Library,
  readingLog: ReadingLog,
  cache: OutlineCache,
  rows: Promise<void> = Promise.resolve(),
): StartProgress {
  const restored = Promise.all([library.restore(), readingLog.follow()]).then(() => {
    library.tell();
  });
  const shown = restored.then(() => (library.size > 0 ? rows : undefined));
  const ready = shown.then(() => library.refresh());
  void ready.then(() => Promise.all([readingLog.fold(Date.now()), cache.prune(Date.now())]));
  return { restored, shown, ready, known: somethingKnown(library, restored, ready) };
}

/** When there is something to show: an empty tree would be a lie until then. */
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
