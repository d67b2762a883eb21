import assert from 'node:assert/strict';
import { readDocument } from '../../../src/briefing/blocks/document.ts';
import { isSourceParagraph } from '../../../src/briefing/items/sourceLines.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { allTakeaways, read } from '../support/fixture.ts';

describe('A line of sources', () => {
  const isSource = (...lines: string[]) => {
    const [block] = readDocument(['[x]: https://x.example', '', ...lines].join('\n')).blocks;
    return block !== undefined && isSourceParagraph(block);
  };

  it('has nothing but links and names of sources', () => {
    for (const line of [
      '🔗 https://a.example/b?c=RSS',
      '<https://a.example>',
      '[Read more](https://a.example)',
      '[Read more →](https://a.example)',
      '([Source](https://a.example))',
      '[阅读原文](https://a.example)',
      '[a.example](https://a.example)',
      'Source: Harbour Office',
      '(Source: Reuters)',
      '*Sources: [Harbour Office](https://a.example), Reuters*',
      'Sources: [1](https://a.example) [2](https://b.example)',
      '[Reuters](https://a.example) | [The Harbour](https://b.example)',
      '— Reuters',
    ])
      assert.equal(isSource(line), true, line);
    assert.equal(isSource('🔗 https://a.example', '🔗 https://b.example'), true);
  });

  it('is not recognized with other text, or a title', () => {
    for (const line of [
      'See https://a.example',
      '[Ferry stops at nine from Monday](https://a.example)',
      '[Harbour news](https://a.example)',
      '— and then it came.',
      'Reuters',
    ])
      assert.equal(isSource(line), false, line);
    assert.equal(isSource('It stops.', '🔗 https://b.example'), false);
  });

  it('may be words and an address, in a list below a paragraph', () => {
    const told = (name: string, ...below: string[]) => [
      `### ${name}`,
      '',
      `${name} stops, says Ann.`,
      '',
      ...below,
      '',
    ];
    const page = (name: string, i: number) => `- ${name}: https://a.example/${i}`;
    const found = readingItems(
      read(
        '# T',
        '',
        ...told('Ferry', page('evidence', 1), page('evidence', 2)),
        ...told('Tug', page('Log book', 3)),
      ),
    );
    assert.deepEqual(
      found.map(({ label, references }) => [label, references.length]),
      [
        ['Ferry', 2],
        ['Tug', 1],
      ],
    );
    // So are other words for each address, one such list may be the news, and so are more words.
    const builds = [
      ...told('Ferry', page('Linux build', 1), page('Mac build', 2)),
      ...told('Tug', page('Log', 3), page('Map', 4)),
    ];
    assert.equal(allTakeaways(read('# T', '', ...builds)).length, 4);
    for (const lists of [
      told('Ferry', page('Map', 1), page('Log', 2)),
      told('Ferry', page('The last map of all', 1)),
    ])
      assert.ok(readingItems(read('# T', '', ...lists)).length > 1);
  });

  it('may be in a list below a paragraph if another such list exists', () => {
    const links = ['- https://a.example/1', '- <https://b.example/2>', ''];
    const first = ['# T', '', '## Ferries', '', 'The ferry stops at nine.', '', ...links];
    const second = ['## Tugs', '', 'Two tugs came.', '', ...links];
    const briefing = read(...first, ...second);
    assert.deepEqual(allTakeaways(briefing), []);
    assert.equal(briefing.references.length, 2);
    assert.equal(allTakeaways(read(...first)).length, 2);
    const asked = second.map((line) => line.replace('came.', 'came:'));
    assert.equal(allTakeaways(read(...first, ...asked)).length, 4);
  });
});

describe('A source below a title that is a link', () => {
  const named = (...lines: readonly string[]) =>
    read('# T', '', ...lines).references.map(({ title, site, url }) => [title, site, url]);

  it('is the publisher of that page', () => {
    const page = [['Ferry stops', 'Harbour Office', 'https://a.com/1']];
    for (const lines of [
      [
        '## [Ferry stops](https://a.com/1)',
        '**Source:** Harbour Office | **Date:** 3 March',
        '',
        'It is late.',
      ],
      [
        '## 1. [Ferry stops](https://a.com/1)',
        '',
        '- **Source:** Harbour Office',
        '- **Summary:** It is late.',
      ],
      ['## A', '', '- [Ferry stops](https://a.com/1)', '', '  Source: Harbour Office', '- It is late.'],
      ['## A', '', '**[Ferry stops](https://a.com/1)**', 'Source: Harbour Office'],
    ])
      assert.deepEqual(named(...lines), page, lines.join('\n'));
    assert.deepEqual(named('## [Ferry stops](https://www.a.com/1)', '', 'Source: a.com', '', 'It is late.'), [
      ['Ferry stops', 'a.com', 'https://www.a.com/1'],
    ]);
  });

  it('is a separate reference if it has an address of its own, or is beside others', () => {
    const heading = '## [Ferry stops](https://a.com/1)';
    for (const line of ['Source: b.com', 'Source: [Gazette](https://b.com/2)', 'Sources: Gazette, Courier'])
      assert.ok(named(heading, '', line, '', 'It is late.').length > 1, line);
    assert.equal(named(heading, '', 'It is late.', '', 'Source: Gazette').length, 2);
    assert.equal(named('## The [log](https://a.com/1) of all ferries', '', 'Source: Gazette').length, 2);
  });
});
