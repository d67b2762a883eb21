import esbuild from 'esbuild';
import path from 'node:path';
import { shippedMarkdown } from '../build.ts';
import { OUT, REPO } from '../paths.ts';

/** Bundles files of test/workbench into one file, which both extension hosts run. Returns its path in `into`. */
export async function buildSuite(files: readonly string[], into = OUT): Promise<string> {
  const outfile = path.join(into, 'workbench.js');
  await esbuild.build({
    stdin: { contents: entry(files), resolveDir: REPO, sourcefile: 'suite-entry.ts' },
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
function entry(files: readonly string[]): string {
  return [
    `export { run } from './test/support/suite/suite.ts';`,
    ...files.map((file) => `import ${JSON.stringify(`./${file}`)};`),
  ].join('\n');
}
