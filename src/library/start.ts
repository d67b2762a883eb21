import type { Library } from './library.ts';
import type { OutlineCache } from './outlineCache.ts';
import type { ReadingLog } from './readingLog.ts';

/** How far the extension has come. */
export interface Start {
  /** What was kept is there. */
  readonly restored: Promise<unknown>;
  /** There is something to show. */
  readonly known: Promise<void>;
  /** Every file was looked at. */
  readonly ready: Promise<void>;
}

/** Brings back what was kept, then looks at every file. */
export function start(library: Library, log: ReadingLog, cache: OutlineCache): Start {
  const restored = Promise.all([library.restore(), log.follow()]);
  const ready = restored.then(() => library.refresh());
  void ready.then(() => Promise.all([log.fold(Date.now()), cache.prune(Date.now())]));
  return { restored, ready, known: somethingKnown(library, restored, ready) };
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
