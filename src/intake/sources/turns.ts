import type { Source } from './settings.ts';

/** So many sources are asked at once, each of another host. */
const AT_ONCE = 4;

/**
 * Does something with each source: one of a host at a time, four in all. Work that fails holds up nothing else: it has to
 * say so itself. Once aborted, no more begins; resolves when what has begun is over.
 */
export async function inTurns(
  sources: readonly Source[],
  run: (source: Source) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...sources];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  const begin = (source: Source) => {
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
    while (!signal.aborted && running.size < AT_ONCE) {
      const at = waiting.findIndex(({ host }) => !busy.has(host));
      const [next] = at < 0 ? [] : waiting.splice(at, 1);
      if (!next) break;
      begin(next);
    }
    if (running.size === 0) return;
    await Promise.race(running);
  }
}
