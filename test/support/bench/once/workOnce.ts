import { Session } from 'node:inspector/promises';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';

/* A process that counts how often blocks of code run to parse and render texts: the same on a busy machine. */

process.on('message', (texts: readonly string[]) => {
  void countedWork(texts).then((counts) => process.send?.(counts));
});

async function countedWork(texts: readonly string[]): Promise<number[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const counts: number[] = [];
  for (const text of texts) {
    await session.post('Profiler.takePreciseCoverage');
    renderBriefing(parseBriefing(text, 'briefing.md'));
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let count = 0;
    for (const { functions } of result)
      for (const { ranges } of functions) for (const range of ranges) count += range.count;
    counts.push(count);
  }
  session.disconnect();
  return counts;
}
