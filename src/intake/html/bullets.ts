import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { textOfRuns } from './runList.ts';

const BULLET = /^\s*(?:[•▪‣●◦]\s*|[·]\s+)(?=\S)/;

const BULLET_IN = /[•▪‣●◦·]/;

/** Reads lines that start with a typed bullet as a list, after at most one introductory line; undefined for others. */
export function bulletListIn(runs: readonly Run[]): readonly Part[] | undefined {
  if (!runs.some(({ text }) => BULLET_IN.test(text))) return undefined;
  const lines = linesOf(runs);
  const first = lines.findIndex((line) => BULLET.test(textOfRuns(line)));
  if (first < 0 || first > 1 || !lines.slice(first).every((line) => BULLET.test(textOfRuns(line))))
    return undefined;
  const items = lines
    .slice(first)
    .map((line): readonly Part[] => [{ kind: 'paragraph', runs: withoutBullet(line) }]);
  const list: Part = { kind: 'list', items };
  return first === 1 ? [{ kind: 'paragraph', runs: lines[0] ?? [] }, list] : [list];
}

function linesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.filter((line) => textOfRuns(line).trim() !== '');
}

/** The bullet may be a run of its own, and the space after it another one. */
function withoutBullet(line: readonly Run[]): readonly Run[] {
  let left = BULLET.exec(textOfRuns(line))?.[0].length ?? 0;
  return line.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}
