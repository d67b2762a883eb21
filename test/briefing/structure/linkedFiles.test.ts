import assert from 'node:assert/strict';
import { linkedFiles } from '../../../src/briefing/structure/anchors.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { read } from '../support/fixture.ts';

describe('The files that a briefing links to', () => {
  it('have the names that the HTML uses, however the text spells them', () => {
    const briefing = read(
      '# Links to [a title](title.md)',
      '',
      'A lede with [a link](other.md#part) and a note[^1].',
      '',
      '## Points',
      '',
      '- **[Label](label.md):** [spaces](<../my notes/ü.md>) and [an escape](my\\_notes.md)',
      '  - [an entity](a&amp;b.md) and [a reference][ref]',
      '',
      '| a | b |',
      '| - | - |',
      '| [in a table](table.txt), [a plan](plan.org) | ![a picture](picture.md) |',
      '',
      '[ref]: <./by reference.markdown>',
      '[^1]: See [the note](note.md).',
    );
    assert.deepEqual([...linkedFiles(briefing)].sort(), [
      '../my%20notes/%C3%BC.md',
      './by%20reference.markdown',
      'a&b.md',
      'label.md',
      'my_notes.md',
      'note.md',
      'other.md#part',
      'plan.org',
      'table.txt',
      'title.md',
    ]);
    const written = [...renderBriefing(briefing).matchAll(/class="file" href="([^"]*)"/g)].map(
      ([, href = '']) => href.replaceAll('&amp;', '&'),
    );
    assert.ok(written.length >= 7);
    for (const href of written) assert.ok(linkedFiles(briefing).has(href), href);
  });

  it('do not include links to anything else', () => {
    const briefing = read(
      '# Links',
      '',
      '[a](https://a.example/b.md) [b](#b) [c](/etc/c.md) [d](d.pdf) `[e](e.md)`',
    );
    assert.deepEqual([...linkedFiles(briefing)], []);
  });
});
