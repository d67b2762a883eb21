import assert from 'node:assert/strict';
import { read } from '../../support/fixture.ts';

const kinds = (...lines: string[]) =>
  read('# Title', '', '## Port', '', 'It is late.', '', ...lines).sections.map(({ kind }) => kind);

describe('A section with an ambiguous name of references', () => {
  it('is prose if it has sentences', () => {
    assert.deepEqual(kinds('## Credits', '', 'Ann found the leak.', '', 'Bob closed it. [1]'), [
      'prose',
      'prose',
    ]);
    assert.deepEqual(
      kinds('## Credits', '', 'Ann found the leak.', '', '## References', '', '[1] https://a.example'),
      ['prose', 'prose', 'references'],
    );
  });

  it('is prose if four fifths of it are sentences', () => {
    const links = ['## Links:', '', 'Ferries', 'https://a.example/1', ''];
    const said = Array.from({ length: 8 }, () => ['The last ferry leaves at nine.', '']).flat();
    assert.deepEqual(kinds(...links, ...said), ['prose', 'prose']);
    assert.deepEqual(kinds(...links, ...said.slice(0, 4)), ['prose', 'references']);
  });

  it('is a reference section if it names or links to something', () => {
    for (const line of ['Ann', '- Ann found the leak.', 'Ann found [it](https://a.example) there.'])
      assert.deepEqual(kinds('## Links', '', line), ['prose', 'references'], line);
    assert.deepEqual(kinds('## Sources', '', 'Ann found the leak.'), ['prose', 'references']);
  });

  it('names people if it is called credits, except for the pages that they link to', () => {
    for (const line of ['Ann', '- Found by: Ann Example', 'Made by Ann <ann@a.example>,'])
      assert.deepEqual(kinds('## Credits', '', line), ['prose', 'prose'], line);
    assert.deepEqual(kinds('## Credits', '', '- [Map](https://a.example/map) by Ann'), [
      'prose',
      'references',
    ]);
  });
});
