import assert from 'node:assert/strict';
import { allTakeaways, read, takeawaysOf } from '../support/fixture.ts';

const texts = (...lines: string[]) => takeawaysOf(...lines).map(({ text }) => text);

describe('A link in a list', () => {
  const ferry = '- [Ferry stops](https://a.example/1)';
  const others = ['- The crane comes.', '- The tug goes.', '- The bridge is shut.'];

  it('is the next item below an item that is a link, too', () => {
    assert.deepEqual(texts(ferry, '- [b.example](https://b.example)', ...others).slice(0, 2), [
      'Ferry stops',
      'b.example',
    ]);
    const addressed = '- [Tug 3](https://b.example/3) https://b.example/4';
    assert.equal(texts(ferry, addressed, ...others).length, 5);
    const tagged = '- [Tug 3](https://b.example/3) [[late]](https://b.example/tags/late)';
    assert.deepEqual(texts(ferry, tagged, ...others).slice(0, 2), ['Ferry stops', 'Tug 3 [late]']);
  });

  it('is the source of the item above if that item has text, or if the link has no text of its own', () => {
    for (const [above, link] of [
      [ferry, '- [Source](https://b.example)'],
      [ferry, '- Source: [b.example](https://b.example)'],
      [ferry, '- <https://b.example/1>'],
      ['- Ferry stops.', '- [b.example](https://b.example)'],
    ] as const)
      assert.equal(texts(above, link, ...others).length, 4, link);
  });

  it('is an item of its own with its source in brackets, but not below the name of a source', () => {
    const tug = '[Tug 3](https://b.example/3) ([Gazette](https://b.example/4))';
    const told = `${ferry} — since Monday.`;
    assert.equal(texts(told, `- ${tug}`, ...others)[1], 'Tug 3 (Gazette)');
    assert.equal(texts(told, `- Source: ${tug}`, ...others).length, 4);
    assert.equal(texts(told, `- ${tug.replace(/[()]+(?=\[)|\)$/g, '')}`, ...others).length, 4);
  });

  it('is an item of its own if all are links, unless there is one below each title', () => {
    const [download, changelog] = ['- [Download](https://a.example/1)', '- [Changelog](https://a.example/2)'];
    const names = ['Download', 'Changelog', 'Forum'];
    assert.deepEqual(texts(download, changelog, '- [Forum](https://a.example/3)'), names);
    const crane = '- [Crane comes](https://b.example/1)';
    assert.equal(texts(ferry, '- [Source](https://a.example/2)', crane, changelog).length, 2);
  });
});

describe('The name of a source in a paragraph of its own', () => {
  const parts = [
    'The ferry stops.',
    '',
    '- **Why it matters:** It is late.',
    '- **What’s next:** A tug.',
    '',
  ];
  const name = '[Harbour News](https://a.example/1)';

  it('is that of the words above it, also of the parts of a story at the end of its section', () => {
    for (const short of ['la Gazzetta', 'El Puerto', 'AP'])
      assert.deepEqual(texts('It stops.', '', `[${short}](https://a.example/1)`), [], short);
    assert.deepEqual(texts(...parts, name), []);
    assert.deepEqual(texts(...parts, name, '', '[Harbour map of the year](https://a.example/2)').length, 2);
    const links = ['- [Ferry stops](https://a.example/2)', '- [Ferry goes](https://a.example/3)', ''];
    assert.equal(texts(...links, '[Ferry sinks](https://a.example/4)').length, 3);
    assert.equal(texts('It stops.', '', '- Ferry stops.', '- Ferry goes.', '', name).length, 3);
  });
});

describe('A link at the end of a section of sentences', () => {
  const section = (title: string, ...end: string[]) => [
    ...[
      `## ${title}`,
      '',
      'It stops at nine.',
      '',
      `[See the new page on ${title}](https://a.example/${title})`,
    ],
    ...['', ...end],
  ];
  const items = (...lines: string[]) => allTakeaways(read('# Morning brief', '', ...lines)).length;

  it('is its page, also above a rule with an address below, if several sections end so', () => {
    for (const end of [[], ['***', ''], ['---', '', 'Harbour Office, 1 Quay Street', '']])
      assert.equal(items(...section('Ferries', ...end), ...section('Tugs', ...end)), 0, end.join());
    assert.equal(items(...section('Ferries', 'Harbour Office', ''), ...section('Tugs', '***', '')), 2);
  });
});

describe('A line of links below a list', () => {
  it('is in its last item if it only says what kind of page that is', () => {
    const compare = ['- The ferry stops at nine.', '', '[Compare](https://a.example/compare)'];
    assert.deepEqual(texts(...compare), ['The ferry stops at nine.\nCompare']);
  });

  const line = '[Unsubscribe](https://a.example/u) | [Archive](https://a.example/a)';
  const items = [
    '- [Ferry stops](https://a.example/1) — late',
    '- [Crane falls](https://a.example/2) — early',
    '',
  ];

  it('is in no item of the list if the links are those of a newsletter', () => {
    assert.deepEqual(texts(...items, line), ['late', 'early']);
    assert.deepEqual(texts(...items, '[Gazette](https://a.example/u) | [Courier](https://a.example/a)'), [
      'late',
      'early\nGazette | Courier',
    ]);
  });

  it('is no source in a reference section', () => {
    assert.equal(read('# T', '', '- a', '- b', '', '## Sources', ...items, line).references.length, 2);
  });
});
