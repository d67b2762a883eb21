import assert from 'node:assert/strict';
import { drawn, read } from '../support/fixture.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';

const sections = (...lines: string[]) => drawn(read(...lines).sections);

describe('A heading that is a byline', () => {
  it('is not a heading below the title', () => {
    for (const line of ['By Ann Example', 'Author: ann', 'Written by [Ann](https://a.example)', '作者：安']) {
      const text = ['# Harbour', '', `### ${line}`, '', 'It stops.', '## Tugs'];
      assert.deepEqual(sections(...text), ['2 Tugs'], line);
    }
  });

  it('is not a heading below a title in the metadata, and is one further below', () => {
    const titled = ['---', 'title: Harbour', '---', ''];
    assert.deepEqual(sections(...titled, '## By Ann Example', '', 'It stops.', '', '## Tugs', '', 'P.'), [
      '2 Tugs',
    ]);
    const far = [...titled, '## Tugs', '', 'It stops.', '', '## By Ann Example', '', 'P.'];
    assert.deepEqual(sections(...far), ['2 Tugs', '2 By Ann Example']);
  });

  it('is a heading if others of its level are sections, or if a list is right below the first heading', () => {
    const top = ['---', 'title: Harbour', '---', ''];
    const [ann, bob] = [
      ['## By Ann Example', '', '- Ferry stops.', ''],
      ['## By Bob Example', '', '- Tug goes.'],
    ];
    const both = ['2 By Ann Example', '2 By Bob Example'];
    assert.deepEqual(sections(...top, ...ann, ...bob), both);
    assert.deepEqual(sections('# Harbour', '', ...ann, ...bob), both);
    assert.deepEqual(sections(...top, ...ann, '## Tugs', '', '- Tug goes.'), [both[0], '2 Tugs']);
    const words = ann.map((line) => line.replace('- ', ''));
    assert.deepEqual(sections(...top, ...words, ...bob), both);
  });

  it('is a line of the story below it', () => {
    const briefing = read(
      ...[
        '# Harbour',
        'Two stories.',
        '## [Ferry](https://a.example/ferry)',
        '#### Author: Ann',
        'It stops.',
      ],
      ...['## Crane', '#### Contributed by: Bob', 'It comes.'],
    );
    assert.deepEqual(drawn(briefing.sections), ['2 Ferry', '2 Crane']);
    const [, ferry] = readingItems(briefing);
    assert.equal(ferry?.text, 'Author: Ann\nIt stops.');
    assert.deepEqual(
      ferry.references.map(({ url }) => url),
      ['https://a.example/ferry'],
    );
  });

  it('is a heading if it stands apart, or has other words', () => {
    assert.deepEqual(
      sections('# T', '## A', 'P.', '## Author: Bob', 'P.', '### By source', '#### Written by hand', 'P.'),
      ['2 A', '2 Author: Bob', '  3 By source', '    4 Written by hand'],
    );
  });
});
