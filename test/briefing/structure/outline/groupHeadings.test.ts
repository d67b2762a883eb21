import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const titles = (...lines: string[]) => drawn(read('# T', '', '## A', '', ...lines).sections);

describe('A bold line that names what is below it', () => {
  it('is a heading after the key takeaways, if a list is below', () => {
    const summary = ['It stops.', '', '**Key takeaways:**', '- One.', '- Two.', ''];
    assert.deepEqual(titles(...summary, '**Questions for the week:**', '- Why?', '- When?', '', 'So long.'), [
      '2 A',
      '  3 Key takeaways',
      '  3 Questions for the week',
    ]);
    const named = ['2 A', '  3 Key takeaways'];
    assert.deepEqual(titles(...summary, '**Questions:**', '', 'Why does it stop?'), named);
    assert.deepEqual(titles(...summary, '**By the numbers:**', '- It is late.'), named);
  });

  it('is a heading above stories that begin with a bold link and a colon', () => {
    const stories = [1, 2].flatMap((n) => [
      `[**Ferry ${String(n)}**](https://a.example/${String(n)}): It stops.`,
      '',
    ]);
    assert.deepEqual(titles('Prose.', '', '**Around town**', '', ...stories), ['2 A', '  3 Around town']);
    assert.deepEqual(titles('Prose.', '', '**Around town**', '', '**Source:** Ann', '', '**Link:** none'), [
      '2 A',
    ]);
  });

  it('is a heading above sources, and a line of its text above the words that there are none', () => {
    for (const none of ['None today.', '_No fresh sources found._', '无', 'Keine'])
      assert.deepEqual(titles('It stops.', '', '**Sources:**', none), ['2 A'], none);
    const named = ['2 A', '  3 Sources'];
    for (const source of ['Gazette, Courier', 'No Ferry Today (Gazette)'])
      assert.deepEqual(titles('It stops.', '', '**Sources:**', source), named, source);
  });
});
