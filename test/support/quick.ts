import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from './paths.ts';
import { mocha, pureFiles } from './rooms.ts';
import { runStep, sum } from './step.ts';

/*
 * npm run test:quick: the checks to run on every save: lint of changed files, types, and the pure tests except the slow
 * ones, with each property tried only a few times.
 */

/** What the titles of tests say that read long texts, many files or the whole corpus. */
const SLOW_TITLE = 'bounded time|ten thousand|of the corpus';

async function main(): Promise<number> {
  const begun = Date.now();
  process.env['RANDOM_PROPERTIES'] = '1';
  const changed = changedFiles();
  const checks = [
    () => runStep('npm', ['run', '--silent', 'types']),
    ...(changed.length === 0 ? [] : [() => runStep('npx', ['eslint', '--no-warn-ignored', ...changed])]),
  ];
  const tests = runStep(process.execPath, [
    ...['--import', 'tsx', '--import', './test/support/shortProperties.mjs'],
    ...mocha(pureFiles().quick, '--reporter', 'dot', '--grep', SLOW_TITLE, '--invert'),
  ]);
  const results = [];
  // One after the other, in parallel to the tests: together they take as long as those.
  for (const check of checks) results.push(await check());
  results.push(await tests);
  const { passed, failed } = results.map(({ count }) => count).reduce(sum);
  const isFine = results.every(({ ok }) => ok);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`\n${passed} passed, ${failed} failed${isFine ? '' : ', see above'} (${seconds} s)`);
  return isFine ? 0 : 1;
}

/** The TypeScript files that differ from the last commit. */
function changedFiles(): string[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: REPO, encoding: 'utf8' }).split('\n');
  try {
    const names = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '-o', '--exclude-standard')];
    return names.filter((name) => name.endsWith('.ts') && fs.existsSync(path.join(REPO, name)));
  } catch {
    // Without a Git repository, changes are unknown.
    return [];
  }
}

void main().then((code) => {
  process.exitCode = code;
});
