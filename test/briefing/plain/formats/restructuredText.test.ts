import assert from 'node:assert/strict';
import { withoutLinkMarks } from '../../../../src/briefing/plain/formats/restructuredText.ts';

describe('A link of reStructuredText to another page', () => {
  const shown = (...lines: string[]) => withoutLinkMarks(['.. _Ann: https://a.example', ...lines]).slice(1);

  it('is its words, which may go on in the next line', () => {
    assert.deepEqual(shown('See :doc:`the last ferry <ferries/last>`, :ref:`Tugs<tugs>`.'), [
      'See the last ferry, Tugs.',
    ]);
    assert.deepEqual(shown('- :doc:`一番目の', '  船 </ship>` が出る'), ['- 一番目の', '  船 が出る']);
  });

  it('stays as it is if it may be something else, or if nothing in the text is like a target', () => {
    const link = 'See :doc:`the last ferry <ferries/last>`.';
    assert.deepEqual(withoutLinkMarks([link]), [link]);
    for (const line of [
      'Use `List <T>` here',
      'as:`a <b>`',
      ':ship: `a <b>`',
      ':pep:`8`',
      ':doc:`a < b > c`',
    ])
      assert.deepEqual(shown(line), [line]);
  });
});
