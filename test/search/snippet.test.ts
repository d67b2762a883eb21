import assert from 'node:assert/strict';
import { snippetOf, spellingsOf } from '../../src/search/snippet.ts';

const LONG = `${'Nothing to see here. '.repeat(10)}Then the Élysée spoke of guarantees, at length. ${'More of it. '.repeat(10)}`;

describe('A snippet', () => {
  it('is the start of a long text, or the words around the first that is looked for, which is marked', () => {
    for (const [text, words, shown] of [
      ['Two  ports\nopen.', ['ports'], 'Two [ports] open.'],
      [LONG, [], 'Nothing to see here. Nothing to see here. Nothing to see …'],
      [LONG, ['elysee', 'guarantees'], '… see here. Nothing to see here. Then the [Élysée] spoke of …'],
      ['x'.repeat(100), ['x'], `${'x'.repeat(60)} …`],
    ] as const) {
      const snippet = snippetOf(text, words, 60);
      let marked = snippet.text;
      for (const [from, to] of [...snippet.ranges].reverse())
        marked = `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`;
      assert.equal(marked, shown);
    }
  });

  it('has the words as they are written', () => {
    const spellings = spellingsOf('Port, ports; PORT and porto. Port', ['port', 'ports']);
    assert.deepEqual(spellings, ['Port', 'ports', 'PORT']);
  });
});
