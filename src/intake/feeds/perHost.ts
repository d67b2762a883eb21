import type { FeedSource } from './feedSources.ts';

/** The number of sources fetched at once, each from another host. */
const MAX_PARALLEL = 4;

/**
 * Runs a task for each source: one per host at a time, and at most {@link MAX_PARALLEL} in total. Rejections are ignored,
 * so each task has to report its own errors. Once aborted, no more tasks are started; resolves when the running ones have
 * ended.
 */
export async function forEachByHost(
  sources: readonly FeedSource[],
  run: (source: FeedSource) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...sources];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  const begin = (source: FeedSource) => {
    busy.add(source.host);
    const turn: Promise<void> = Promise.resolve()
      .then(() => run(source))
      .catch(() => undefined)
      .then(() => {
        busy.delete(source.host);
        running.delete(turn);
      });
    running.add(turn);
  };
  for (;;) {
    while (!signal.aborted && running.size < MAX_PARALLEL) {
      const at = waiting.findIndex(({ host }) => !busy.has(host));
      const [next] = at < 0 ? [] : waiting.splice(at, 1);
      if (!next) break;
      begin(next);
    }
    if (running.size === 0) return;
    await Promise.race(running);
  }
}
