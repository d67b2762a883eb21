import esbuild from 'esbuild';
import path from 'node:path';
import { shippedMarkdown } from '../build.ts';
import { OUT, REPO } from '../paths.ts';
import { testFiles } from '../testFiles.ts';

/**
 * Bundles all test/workbench/**.test.ts into one file that both extension hosts run, and returns its path. `only`: the
 * beginnings of their names; empty for all.
 */
export async function buildSuite(only: readonly string[]): Promise<string> {
  const outfile = path.join(OUT, 'workbench.js');
  await esbuild.build({
    stdin: { contents: entry(only), resolveDir: REPO, sourcefile: 'suite-entry.ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [shippedMarkdown],
    // The web worker host has no Node.
    alias: { 'node:assert/strict': path.join(REPO, 'test/support/suite/assertStrict.ts') },
    define: {
      global: 'globalThis',
      // Otherwise, mocha's UMD wrapper would export mocha instead of the suite's `run`.
      module: 'undefined',
    },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}

/** The entry imports suite.ts first, because `describe` and `it` have to exist when the test files are evaluated. */
function entry(only: readonly string[]): string {
  return [
    `export { run } from './test/support/suite/suite.ts';`,
    ...testFiles('workbench', only).map((file) => `import ${JSON.stringify(`./${file}`)};`),
  ].join('\n');
}
