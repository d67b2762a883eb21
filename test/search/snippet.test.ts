import assert from 'node:assert/strict';
import { snippetOf, spellingsOf } from '../../src/search/snippet.ts';

const LONG = `${'Nothing to see here. '.repeat(10)}Then the Élysée spoke of guarantees, at length. ${'More of it. '.repeat(10)}`;

describe('A snippet', () => {
  const cases: readonly (readonly [what: string, text: string, words: readonly string[], shown: string])[] = [
    ['is the whole text if that is short', 'Two  ports\nopen.', ['ports'], 'Two [ports] open.'],
    [
      'is the start of the text without a word',
      LONG,
      [],
      'Nothing to see here. Nothing to see here. Nothing to see …',
    ],
    [
      'is around the first word',
      LONG,
      ['elysee', 'guarantees'],
      '… see here. Nothing to see here. Then the [Élysée] spoke of …',
    ],
    ['cuts a word that is too long', 'x'.repeat(100), ['x'], `${'x'.repeat(60)} …`],
  ];
  for (const [what, text, words, shown] of cases)
    it(what, () => {
      const snippet = snippetOf(text, words, 60);
      let marked = snippet.text;
      for (const [from, to] of [...snippet.ranges].reverse())
        marked = `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`;
      assert.equal(marked, shown);
    });

  it('has the words as they are written', () => {
    assert.deepEqual(spellingsOf('Port, ports; PORT and porto. Port', ['port', 'ports']), [
      'Port',
      'ports',
      'PORT',
    ]);
  });
});
