import assert from 'node:assert/strict';
import { withQuotesInItems } from '../../../src/briefing/plain/quotesInItems.ts';
import { allTakeaways, read } from '../support/fixture.ts';

const item = (name: string, ...below: string[]) => [
  `- **${name}** stops.`,
  '  > The office says so.',
  ...below,
];

describe('Quotations in items of which only the first line is marked', () => {
  it('go on to the next item, the last one to its end', () => {
    const lines = [
      ...item('Ferry', 'It is late.', '', '* WHERE: North'),
      ...item('Tug', ''),
      ...['## Town', ''],
      ...item('Crane', 'It is late, too.', '', 'Goodbye.'),
    ];
    assert.deepEqual(withQuotesInItems(lines), [
      ...item('Ferry', '  > It is late.', '  >', '  > * WHERE: North'),
      ...item('Tug', ''),
      ...['## Town', ''],
      ...item('Crane', '  > It is late, too.', '', 'Goodbye.'),
    ]);
    const found = allTakeaways(read('# T', '', '## Harbour', '', ...lines));
    assert.deepEqual(
      found.map(({ text }) => text.split(' ', 1)[0]),
      ['Ferry', 'Tug', 'Crane'],
    );
    assert.match(found[0]?.text ?? '', /It is late\.\s+WHERE: North/);
  });

  it('end at a blank line, if something else than their text is above an item', () => {
    const [ferry, tug] = [item('Ferry', 'It is late.'), item('Tug', 'It is late, too.')];
    for (const parts of [
      ['', 'Answers', '-------', ''],
      ['', 'Answers', '-------'],
      ['', 'Answers'],
      ['', 'The office says:'],
      ['', 'The office says more.', '', '1. A crane', '2. A bridge', ''],
      ['', '![Harbour](a.png)', ''],
      ['', '* A crane', '* A bridge', ''],
    ]) {
      const marked = withQuotesInItems([...ferry, ...parts, ...tug, ...parts, ...item('Crane')]);
      assert.deepEqual(marked.slice(2, 3 + parts.length), ['  > It is late.', ...parts], parts.join('/'));
    }
    const heading = [...item('Ferry', 'It is late.', 'Answers', '---'), ...tug, ...item('Crane')];
    assert.deepEqual(withQuotesInItems(heading).slice(2, 5), ['  > It is late.', 'Answers', '---']);
  });

  it('are as they are written if a heading is below, an item has none, or only one goes on', () => {
    const [ferry, tug] = [item('Ferry', 'It is late.'), item('Tug', 'It is late.')];
    for (const lines of [
      [...ferry, ...item('Tug'), ...item('Crane')],
      [...ferry, ...tug, ...item('Crane'), '- Herring'],
      [...ferry, ...tug],
      [...item('Ferry', '## Town'), ...item('Tug', '---'), ...item('Crane', '> It is late.')],
    ])
      assert.equal(withQuotesInItems(lines), lines);
    const parted = [...ferry, '', '**Town**', '', 'Words.', ...tug, ...item('Crane')];
    assert.deepEqual(withQuotesInItems(parted).slice(2, 7), [
      '  > It is late.',
      '',
      '**Town**',
      '',
      'Words.',
    ]);
  });
});
