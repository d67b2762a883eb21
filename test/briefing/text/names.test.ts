import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { foldTitle } from '../../../src/briefing/text/vocabulary.ts';

const FOLDER = 'src/briefing';
/** A list of names over several lines, in which `, ` separates them: `'source, sources',`. */
const LIST = /\[\n((?:\s*'[^'\n]*',\n)+)\s*\]/g;

describe('A list of names', () => {
  it('has no name twice', () => {
    const files = fs.readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
    const lists = files
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...fs.readFileSync(path.join(FOLDER, name), 'utf8').matchAll(LIST)])
      .map(([, lines = '']) => [...lines.matchAll(/'(.*)'/g)].flatMap(([, line = '']) => line.split(', ')));
    assert.ok(lists.length > 10);
    for (const names of lists) {
      const folded = names.map(foldTitle);
      assert.deepEqual(
        names.filter((_, i) => folded.indexOf(folded[i] ?? '') < i),
        [],
      );
    }
  });
});
