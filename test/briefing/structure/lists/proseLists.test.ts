import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

const TOLD = [
  'The last ferry leaves at nine from Monday on, says the office.',
  '',
  'Many will wait for it.',
  '',
];
const END = ['The old crane is sold.'];

function kinds(...lines: string[]): string[] {
  return readingItems(read('# T', '', '## A', '', ...lines)).map(({ kind }) => kind);
}

describe('A list in which a sentence continues', () => {
  it('is part of the prose around it', () => {
    const lines = [
      ...TOLD,
      'The timetable is new. It has some changes, like:',
      '',
      '- a later ferry',
      '- a tug',
      '',
    ];
    const items = readingItems(read('# T', '', '## A', '', ...lines, ...END));
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['passage'],
    );
    assert.match(items[0]?.text ?? '', /like:\na later ferry\na tug\nThe old crane/);
  });

  it('has items below a label, at the end, if it is long, and among little text', () => {
    const list = ['', '- a later ferry', '- a tug', ''];
    const lead = 'The timetable has some changes, like:';
    for (const lines of [
      [...TOLD, 'Key points:', ...list, ...END],
      [...TOLD, '**What is new in the timetable:**', ...list, ...END],
      [...TOLD, ...END, '', lead, ...list],
      [
        ...TOLD,
        lead,
        ...list.map((line) => (line === '' ? line : `${line} ${'and more '.repeat(9)}`)),
        ...END,
      ],
      ['It is late.', '', lead, ...list, ...END],
    ])
      assert.ok(kinds(...lines).includes('takeaway'), lines.join(' / '));
  });

  it('has items if most of them have links of their own, as other such lists of the section do then', () => {
    const linked = ['- a [later](https://a.example/1) ferry', '- a tug', '- a [crane](https://a.example/2)'];
    const list = (...items: string[]) => [
      'The timetable has some changes, like:',
      '',
      ...items,
      '',
      ...END,
      '',
    ];
    const count = (...lines: string[]) =>
      kinds(...TOLD, ...lines).filter((kind) => kind === 'takeaway').length;
    assert.equal(count(...list(...linked), ...list('- a buoy')), 4);
    assert.equal(count(...list(...linked, '- a buoy')), 0);
    assert.equal(count(...list(...linked.slice(0, 1))), 0);
  });
});

describe('A list of what people say about a story', () => {
  const said = ['- **Ann**: “At last, we can go home.”', '- **Bob**: "No."', '- **Eve**: they wait', ''];

  it('is part of the story, which has the links below it', () => {
    const items = readingItems(
      read('# T', '', '## A', '', ...TOLD, 'They say:', '', ...said, 'More: https://a.example/1'),
    );
    assert.deepEqual(
      items.map(({ kind, references }) => [kind, ...references.map(({ url }) => url)]),
      [['passage', 'https://a.example/1']],
    );
    assert.match(items[0]?.text ?? '', /Ann: “At last/);
  });

  it('has items if it is most of its section, or its quotations are few or have links', () => {
    for (const lines of [
      said,
      ['It is late.', '', ...said],
      [...TOLD, ...said, '- **Cy**: it is late', ''],
      [...TOLD, '- **Ann**: “At last.” [Gazette](https://a.example/1)', ...said],
      [...TOLD, '- “At last.”', '- “No.”', ''],
      [...TOLD, '- **Monday:** “The Ferry”', '- **Friday:** “The Tug”', ''],
    ])
      assert.ok(kinds(...lines).includes('takeaway'), lines.join(' / '));
  });
});
