import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from './paths.ts';

/** Draft. */
export function pairs(name: string, run: (input: string, name: string) => string): void {
  const text = fs.readFileSync(path.join(REPO, 'test', 'fixtures', `${name}.txt`), 'utf8');
  for (const match of text.matchAll(/^(.*)\n\.\n([^]*?)^\.\n([^]*?)^\.$/gm)) {
    const [, what = '', input = '', output = ''] = match;
    it(what, () => {
      const actual = run(input.replace(/\n$/, ''), what);
      assert.equal(actual, output.replace(/\n$/, ''));
    });
  }
}
