import assert from 'node:assert/strict';
import { readHtml } from '../../../../src/briefing/plain/formats/htmlBlocks.ts';
import { read } from '../../support/fixture.ts';

describe('Blocks of HTML on one line', () => {
  it('are sections, paragraphs and items of their own', () => {
    const { sections } = read(
      '# T',
      '',
      '<h2>News</h2><p>The ferry stops at nine.</p> <p>It is late.</p><h2>Port</h2><ul><li>Crane</li><li>Quay</li></ul>',
      '<h2 id="tugs">Tugs</h2><p>They sail.</p>',
    );
    assert.deepEqual(
      sections.map(({ title, takeaways }) => [title, ...takeaways.map(({ text }) => text)]),
      [['News'], ['Port', 'Crane', 'Quay'], ['Tugs']],
    );
    assert.deepEqual(sections[2]?.range.start, { line: 3, character: 0 });
  });

  it('stay as they are in code, and if each is on a line of its own', () => {
    const [code] = read('# T', '', '## A', '', '```', '<h2>News</h2><p>It stops.</p>', '```').sections;
    assert.deepEqual(code?.sections, []);
    assert.equal(readHtml(['<h2>News</h2>', '<p>It <b>stops</b>.</p>', 'They write `</p><h2>`.']), undefined);
  });
});
