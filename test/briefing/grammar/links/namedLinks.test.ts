import assert from 'node:assert/strict';
import { allTakeaways, read } from '../../support/fixture.ts';

const items = (...lines: string[]) =>
  allTakeaways(read('Port news', '=========', '', 'Ferries', '-------', '', ...lines)).map(
    ({ label, text, references }) => [label, text, references.map(({ url }) => url)],
  );

describe('Named links of reStructuredText', () => {
  it('have the address beside their name, or on the line below it', () => {
    assert.deepEqual(
      items(
        '- `The last ferry`_ leaves at nine, says the Harbour_.',
        '- `Cranes`_: ask `Ann Example`_ or `Bob <https://d.example>`_',
        '',
        '.. _`the last ferry`: https://a.example/last',
        '.. _Harbour:',
        '   https://b.example/',
        '.. _Cranes: https://c.example/1',
        '.. _Ann Example: https://c.example/2',
      ),
      [
        [
          undefined,
          'The last ferry leaves at nine, says the Harbour.',
          ['https://a.example/last', 'https://b.example/'],
        ],
        [
          'Cranes',
          'ask Ann Example or Bob',
          ['https://c.example/1', 'https://c.example/2', 'https://d.example'],
        ],
      ],
    );
  });

  it('may be addresses themselves, and stand below one that leads nowhere', () => {
    const lines = [
      '- Ask Ann_, `https://b.example`_ or Bob_.',
      '',
      '.. _Ann: ann.html',
      '.. _Bob: https://c.example',
    ];
    assert.deepEqual(items(...lines, '.. _https://b.example: https://b.example'), [
      [undefined, 'Ask Ann, https://b.example or Bob.', ['https://b.example', 'https://c.example']],
    ]);
  });

  it('have no text if they only name a place', () => {
    const place = ['.. _crane-news:', '', 'Cranes', '------', '', 'One comes.'];
    const { sections } = read(
      'Port news',
      '=========',
      '',
      'Ferries',
      '-------',
      '',
      '- One stops.',
      '',
      ...place,
    );
    assert.deepEqual(
      sections.map(({ title, takeaways }) => [title, takeaways.map(({ text }) => text)]),
      [
        ['Ferries', ['One stops.']],
        ['Cranes', []],
      ],
    );
  });

  it('stay as they are written if no target has their name', () => {
    assert.deepEqual(items('- Call `stop`_ or wait_ for it.', '', '.. _other: https://a.example'), [
      [undefined, 'Call stop_ or wait_ for it.', []],
    ]);
    assert.deepEqual(items('- Call `stop`_ or see [it][].', '', '[it]: https://a.example'), [
      [undefined, 'Call stop_ or see it.', ['https://a.example']],
    ]);
  });
});

describe('The title of a linked source', () => {
  it('is the announced name, or the site if the link text is generic', () => {
    for (const [line, title] of [
      ['It stops. [Source: Gazette](https://a.example/x)', 'Gazette'],
      ['It stops. [Saber mais](https://a.example/x)', 'a.example'],
      ['It stops. [Crane: the north comes](https://a.example/x)', 'Crane: the north comes'],
    ] as const)
      assert.deepEqual(
        read('# T', '', '## A', '', line).references.map((one) => one.title),
        [title],
        line,
      );
  });
});
