import assert from 'node:assert/strict';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { read } from '../../support/fixture.ts';

/** The titles and addresses that a reference section names. */
function inSection(...lines: string[]): (string | undefined)[][] {
  return read('# T', '', '## References', '', ...lines).references.map(({ title, url }) => [title, url]);
}

describe('The end of a reference section', () => {
  it('is a rule for its lines, but lists continue below', () => {
    const sources = [
      'Report — https://a.example/r',
      '',
      '---',
      '',
      'Compiled by Ann',
      '',
      '- [AP](https://ap.example)',
    ];
    assert.deepEqual(
      inSection(...sources).map(([title]) => title),
      ['Report', 'AP'],
    );
    assert.equal(inSection('---', '', 'Report').length, 1);
  });

  it('is a sentence without a link below a list of links', () => {
    const links = ['- [AP](https://ap.example/a)', '- See [the Gazette](https://g.example/b).', ''];
    const end = ['That is all!', '', 'Ann', '', 'Written on [a site](https://ann.example/c).'];
    const titles = (...lines: string[]) => inSection(...lines).map(([title]) => title);
    assert.deepEqual(titles(...links, ...end), ['AP', 'the Gazette']);
    // Below names without links, a sentence may be a source as well.
    assert.equal(
      titles('- Letter of the mayor', '- Minutes', '', 'A. Writer: The ferry. Port 2026.').length,
      3,
    );
  });

  it('is sentences below a rule, however long', () => {
    const links = ['- [AP](https://ap.example/a)', '- https://g.example/b', ''];
    const below = (...lines: string[]) => {
      const briefing = read('# T', '', '- a', '- b', '', '## References', '', ...links, ...lines);
      return [
        briefing.references.length,
        readingItems(briefing)
          .slice(2)
          .map(({ text }) => text),
      ];
    };
    const note = 'The feeds of the port could not be read today. '.repeat(9).trimEnd();
    assert.deepEqual(below('---', '', `_${note}_`), [2, [note]]);
    assert.deepEqual(below('---', '', note, '', '---', '', 'Drawn by hand.'), [
      2,
      [`${note}\nDrawn by hand.`],
    ]);
    for (const lines of [
      [note],
      ['---', '', 'Ann'],
      ['---', '', 'Example, A. (2019). The harbour.'],
      ['---', '', 'See https://c.example/3.'],
    ])
      assert.deepEqual(below(...lines)[1], [], lines.join('/'));
  });

  it('is a line and its list that is told and names no page', () => {
    const links = ['- [AP](https://ap.example/a)', '- https://g.example/b', ''];
    const told = [
      '- Harbour: the ferries stop at nine, and nobody knows when they will start again.',
      '- Bridges: all of them stay closed until the bearings come, which is in May.',
    ];
    const notes = (...lines: string[]) => {
      const briefing = read('# T', '', '- a', '- b', '', '## References', '', ...links, ...lines);
      const [last] = readingItems(briefing).slice(2);
      return [briefing.references.length, last?.text.split('\n').length ?? 0];
    };
    assert.deepEqual(notes('Notes by area', ...told), [2, 3]);
    assert.deepEqual(notes('Notes by area', '', ...told, '- The Gazette, 3 March'), [6, 0]);
    assert.deepEqual(notes(...told), [4, 0]);
  });

  it('is a short closing below sources that all name a page: it is read', () => {
    const closing = ['', 'Have a great day'];
    const sources: readonly (readonly string[])[] = [
      ['- [AP](https://ap.example/a)', '- https://g.example/b'],
      ['AP: https://ap.example/a', 'Gazette: https://g.example/b'],
      ['AP', 'ap.example', 'Gazette', 'g.example'],
    ];
    for (const lines of sources) {
      const briefing = read('# T', '', '- a', '- b', '', '## References', '', ...lines, ...closing);
      const passages = readingItems(briefing).filter(({ kind }) => kind === 'passage');
      assert.deepEqual(
        passages.map(({ label, text }) => [label, text]),
        [['T', 'Have a great day']],
        lines[0],
      );
      assert.equal(briefing.references.length, 2);
      assert.deepEqual(read(writeBriefing(briefing)).references.length, 2);
      assert.match(renderBriefing(briefing), /<div class="passage"[^>]*>\s*<p[^>]*>Have a great day/);
    }
    assert.equal(inSection('- [AP](https://ap.example/a)', '- Minutes', ...closing).length, 3);
    assert.equal(inSection('[AP](https://ap.example/a)', ...closing).length, 2);
  });

  it('is a sentence below footnotes', () => {
    const notes = ['[^1]: AP – https://ap.example/a', '', 'Have a great day!'];
    const briefing = read('# T', '', '- a [^1]', '- b', '', '## References', '', ...notes);
    assert.deepEqual(
      briefing.references.map(({ title }) => title),
      ['AP'],
    );
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      ['a', 'b', 'Have a great day!'],
    );
  });

  it('is the signature of a mail', () => {
    const mail = [
      'Ferries',
      '',
      'News',
      '',
      'They stop [1].',
      '',
      'References:',
      '',
      '[1] https://a.example/r',
    ];
    const { references } = read(...mail, '', '--', 'The Office', 'https://b.example');
    assert.deepEqual(
      references.map(({ url }) => url),
      ['https://a.example/r'],
    );
  });

  it('may be a signature below a rule, if the section has no heading', () => {
    const mail = [
      'Good morning,',
      '',
      '* Ferries: they stop. [1]',
      '* Cranes: the old one is sold. [2]',
      '* Bridges: the old one is closed.',
      '',
      '[1] https://a.example/r',
      '[2] https://b.example/s',
      '',
    ];
    const cited = (...end: string[]) =>
      readingItems(read(...mail, ...end)).flatMap(({ kind, label, references }) =>
        kind === 'takeaway' && label !== 'Bridges' ? [[label, ...references.map(({ url }) => url)]] : [],
      );
    const expected = [
      ['Ferries', 'https://a.example/r'],
      ['Cranes', 'https://b.example/s'],
    ];
    assert.deepEqual(cited('--', 'The Office', 'Leave: https://c.example'), expected);
    assert.deepEqual(cited('---', '', '*Compiled by Ann*'), expected);
  });

  it('includes lines without a number that continue numbered ones', () => {
    assert.deepEqual(
      inSection(
        '[1] A report of the harbour',
        'office on ferries: https://a.example/r',
        '',
        '[2] AP',
        'https://ap.example',
        '',
        'The Office',
        'https://b.example',
      ),
      [
        ['A report of the harbour', 'https://a.example/r'],
        ['AP', 'https://ap.example'],
      ],
    );
  });
});
