import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

/**
 * The maximum size of the page’s own files in a release build, in bytes. Raise it only for a feature that is
 * worth it.
 */
const BUDGETS = { 'src/page/main.ts': 26_450, 'media/reader.css': 13_450 };

describe('The page’s own files', () => {
  for (const [file, budget] of Object.entries(BUDGETS)) {
    it(`${file} is below ${budget} bytes`, async () => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [path.join(REPO, file)],
        bundle: true,
        minify: true,
        format: 'iife',
        target: file.endsWith('.ts') ? 'es2022' : 'esnext',
        charset: 'utf8',
        write: false,
      });
      const size = outputFiles[0]?.contents.length ?? Infinity;
      assert.ok(size > 0 && size < budget, `${size} bytes`);
    });
  }

  it('load nothing from elsewhere', () => {
    const script = fs.readFileSync(path.join(REPO, 'src/page/main.ts'), 'utf8');
    assert.doesNotMatch(script, /from '(?!\.)/);
    assert.doesNotMatch(fs.readFileSync(path.join(REPO, 'media/reader.css'), 'utf8'), /@import|url\(/);
  });
});
