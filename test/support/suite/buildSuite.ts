import esbuild from 'esbuild';
import path from 'node:path';
import { shippedMarkdown } from '../build.ts';
import { OUT, REPO } from '../paths.ts';
import { testFiles } from '../testFiles.ts';

/**
 * Bundles every test/workbench/**.test.ts into the one file that both extension hosts run, and gives its path. `only`:
 * how their names begin; none for all.
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
    // The web worker host has no Node: its assert is ours.
    alias: { 'node:assert/strict': path.join(REPO, 'test/support/suite/assertStrict.ts') },
    define: {
      global: 'globalThis',
      // Mocha's UMD head would otherwise export mocha in place of the suite's `run`.
      module: 'undefined',
    },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}

/** The suite's head comes first, because describe and it have to be there when the tests are read. */
function entry(only: readonly string[]): string {
  return [
    `export { run } from './test/support/suite/suite.ts';`,
    ...testFiles('workbench', only).map((file) => `import ${JSON.stringify(`./${file}`)};`),
  ].join('\n');
}
