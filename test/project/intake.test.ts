import assert from 'node:assert/strict';
import esbuild, { type Plugin } from 'esbuild';
import fs from 'node:fs';
import { REPO } from '../support/paths.ts';

/** Code that only mail, pages and feeds need. */
const READERS = /[\\/](?:src[\\/]intake|node_modules[\\/](?:htmlparser2|postal-mime))[\\/]/;

interface Bundle {
  readonly convert: (
    name: string,
    written: { readonly bytes: Uint8Array; readonly modified: number },
  ) => Promise<{ readonly kind: string } | undefined>;
}

describe('The code that reads mail and pages', () => {
  it('is loaded with the first mail or page, each by itself', async () => {
    const loaded: string[] = [];
    const { convert } = await loadExtension(loaded);
    assert.equal(loaded.length, 0, `when the extension starts: ${loaded.join()}`);
    const of = (text: string) => ({ bytes: new TextEncoder().encode(text), modified: 0 });
    assert.equal(await convert('a.md', of('# Words')), undefined);
    assert.equal(loaded.length, 0, `with a text: ${loaded.join()}`);
    assert.equal((await convert('a.html', of('<p>Words')))?.kind, 'text');
    const has = (name: string) => loaded.some((file) => file.includes(name));
    assert.deepEqual([has('htmlparser2'), has('postal-mime')], [true, false], 'with a page');
    assert.equal((await convert('a.eml', of('Subject: A\n\nWords')))?.kind, 'text');
    assert.ok(has('postal-mime'), 'with a mail');
  });

  it('reports its part of the bundle size', async () => {
    const [all, without] = [await bundleSize([]), await bundleSize([withoutReaders])];
    console.log(
      `      ${all} bytes  the extension\n      ${without} bytes  without what reads mail and pages`,
    );
    assert.ok(without < all);
  });
});

/**
 * Runs the bundle of the extension without VS Code, which loading it does not need. `loaded` gets the name
 * of each module.
 */
async function loadExtension(loaded: string[]): Promise<Bundle> {
  const contents = `import './src/extension.ts'; export { convert } from './src/workbench/intake/convert.ts';`;
  const code = await bundle({ stdin: { contents, resolveDir: REPO }, plugins: [telling] });
  const target = function target() {
    return anything;
  };
  const anything: object = new Proxy(target, {
    get: (_, name) => (name === 'prototype' ? (target.prototype as unknown) : anything),
    // The bundle wraps what it requires into a module object, which inherits from it.
    getPrototypeOf: () => anything,
  });
  const module = { exports: {} };
  const names = ['module', 'exports', 'require', 'isLoaded', 'BUNDLED_BRIEFINGS'] as const;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own code, just built
  const run = new Function(...names, code) as (...values: readonly unknown[]) => void;
  run(
    module,
    module.exports,
    () => anything,
    (file: string) => loaded.push(file),
    '',
  );
  return module.exports as Bundle;
}

const telling: Plugin = {
  name: 'telling',
  setup(build) {
    build.onLoad({ filter: READERS }, ({ path }) => ({
      contents: `isLoaded(${JSON.stringify(path)});\n${fs.readFileSync(path, 'utf8')}`,
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    }));
  },
};

const withoutReaders: Plugin = {
  name: 'without-readers',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

async function bundleSize(plugins: Plugin[]): Promise<number> {
  const code = await bundle({ entryPoints: ['src/extension.ts'], minify: true, plugins });
  return new TextEncoder().encode(code).length;
}

async function bundle(options: esbuild.BuildOptions): Promise<string> {
  const { outputFiles } = await esbuild.build({
    ...options,
    absWorkingDir: REPO,
    bundle: true,
    charset: 'utf8',
    legalComments: 'none',
    format: 'cjs',
    target: 'es2022',
    platform: 'browser',
    external: ['vscode'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
