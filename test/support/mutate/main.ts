import type { MutantResult } from '@stryker-mutator/api/core';
import fs from 'node:fs';
import path from 'node:path';
import { pureFiles } from '../rooms.ts';
import { MUTATED, OPTIONS } from './options.ts';

/*
 * npm run mutate -- ROOM [--sample N]: changes the code of a room of src in many ways, one at a time, and prints which
 * changes (mutants) no test of that room notices. ROOM: see MUTATED; `--sample N` tries N mutants, the same ones as long
 * as the code is the same.
 */
async function main([room = '', option, size]: readonly string[]): Promise<number> {
  if (!MUTATED.includes(room) || (option !== undefined && !(option === '--sample' && Number(size) > 0))) {
    console.error(`Say which room: npm run mutate -- ${MUTATED.join('|')} [--sample N]`);
    return 1;
  }
  // A package of modules, while the tests are CommonJS.
  const { Stryker } = await import('@stryker-mutator/core');
  const results = await new Stryker({
    ...OPTIONS,
    mutate: [`src/${room}/**/*.ts`],
    tests: pureFiles().quick.filter((file) => file.startsWith(`test/${room}/`)),
    sample: Number(size ?? Infinity),
  }).runMutationTest();
  const tried = results.filter(({ status }) => status !== 'CompileError');
  const withStatus = (...statuses: readonly string[]) =>
    tried.filter(({ status }) => statuses.includes(status));
  const survivors = withStatus('Survived', 'NoCoverage');
  for (const survivor of survivors) console.log(lineOf(survivor));
  const killed = withStatus('Killed', 'RuntimeError').length;
  const timedOut = withStatus('Timeout').length;
  const score = ((100 * (killed + timedOut)) / tried.length).toFixed(1);
  console.log(
    `\n| room | mutants | killed | survived | timed out | score |\n| --- | ---: | ---: | ---: | ---: | ---: |`,
  );
  console.log(`| ${[room, tried.length, killed, survivors.length, timedOut, `${score} %`].join(' | ')} |`);
  return 0;
}

/** The place of a mutant, and how it differs. */
function lineOf({ fileName, location: { start, end }, replacement, status }: MutantResult): string {
  const lines = fs
    .readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  const original = lines.join('\n').slice(start.column - 1);
  const [from, to] = [original, replacement].map((code) => code.replace(/\s+/g, ' '));
  const place = `${path.relative('', fileName)}:${start.line}`;
  return `${place}  ${from} → ${to}${status === 'NoCoverage' ? '  (no test runs this)' : ''}`;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
