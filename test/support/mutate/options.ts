import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { OUT, REPO } from '../paths.ts';

/** The rooms of `src` that are mutated. A room's tests are those in the folder of the same name. */
export const MUTATED: readonly string[] = ['base', 'share', 'search', 'library', 'language', 'intake'];

/** How the tests are set up: as by `npm run test:quick`, but each property is always tried with the same values. */
const SETUP = ['shortProperties.mjs', 'shippedMarkdown.mjs', 'propertySeed.mjs'].map(
  // As addresses, since the tests run in a copy of the repository.
  (name) => pathToFileURL(path.join(REPO, 'test/support', name)).href,
);

/** What Stryker does, apart from the files that it mutates. */
export const OPTIONS = {
  plugins: [path.join(__dirname, 'plugins.ts')],
  testRunner: 'mocha',
  checkers: ['sample'],
  coverageAnalysis: 'perTest',
  testRunnerNodeArgs: ['tsx', ...SETUP].flatMap((name) => ['--import', name]),
  checkerNodeArgs: ['--import', 'tsx'],
  // One process for the tests, and one more as soon as the sample is chosen.
  concurrency: 1,
  timeoutMS: 10_000,
  reporters: [],
  warnings: false,
  allowConsoleColors: false,
  disableTypeChecks: false,
  tempDirName: path.join(OUT, 'mutate'),
  ignorePatterns: ['/dist', '/out', '/coverage', '/.vscode-test'],
} satisfies PartialStrykerOptions;
