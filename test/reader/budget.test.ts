import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../support/paths.ts';

/** How large the page's own files may be when they are built for a release, in bytes. */
// Passages, the way back and images all at once took 1 % more; that what is found is what is read, and who has gone
// elsewhere, another; that many references are folded, and the rest of a long text comes once its beginning is seen, half
// of one. That a card goes on below its window took 2 % of the style.
const BUDGETS = { 'src/page/main.ts': 25_900, 'media/reader.css': 12_400 };

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
