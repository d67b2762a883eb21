import assert from 'node:assert/strict';
import { allTakeaways, read, takeawaysOf } from '../support/fixture.ts';

const labels = (...lines: string[]) => takeawaysOf(...lines).map(({ label, text }) => label ?? text);

describe('Lines right below each other that each have a bold lead', () => {
  it('are a story each if all say more', () => {
    const stories = takeawaysOf(
      '**Ferry +1** – It stops at nine. [Gazette](https://a.example/1)',
      '🚢 **Tug −4** – Waits for the crane. [Courier](https://a.example/2)',
    );
    assert.deepEqual(
      stories.map(({ label, text, references }) => [label, text, references[0]?.url]),
      [
        ['Ferry +1', 'It stops at nine. Gazette', 'https://a.example/1'],
        ['Tug −4', 'Waits for the crane. Courier', 'https://a.example/2'],
      ],
    );
    assert.deepEqual(labels('**Ferry stops.** It is very late.', '**Tug waits.** It needs a crane.'), [
      'Ferry stops',
      'Tug waits',
    ]);
    assert.deepEqual(
      labels('**Ferry:** It stops at nine from Monday on.', '**Tug:** It waits until the crane comes.'),
      ['Ferry', 'Tug'],
    );
    const { length } = allTakeaways(
      read(
        '# T',
        '',
        '## A',
        '**Ferry** – It stops at nine.',
        '**Tug** – It waits here too.',
        '',
        '## B',
        'So.',
      ),
    );
    assert.equal(length, 2);
  });

  it('are none if one goes on below, or they are fields, bylines or parts of a story', () => {
    for (const lines of [
      ['**Ferry** – It stops at', 'nine o’clock.', '**Tug** – It waits here.'],
      ['**Port:** Dublin.', '**Boats:** two ferries.'],
      ['**Ferry** · Ann of the Gazette.', '**Tug** · Bob of the Courier.'],
      ['**Source:** The harbour office says so to us.', '**Impact:** All of the ships have to wait.'],
      ['**Ferry** – late', '**Tug** – early'],
    ])
      assert.deepEqual(labels(...lines), [], lines.join(' / '));
  });
});

describe('Bold lines of a paragraph', () => {
  it('are headlines if each is above its text', () => {
    const lines = [
      '**Harbour office (letter)**',
      'The ferry stops.  ',
      '**The crew**',
      'It goes on,',
      'they say.',
    ];
    assert.deepEqual(labels(...lines), ['Harbour office (letter)', 'The crew']);
    const linked = [
      '**[Ferry stops](https://a.example/1)**',
      'It is late.',
      '**[Crane comes](https://a.example/2)**',
      'So is it.',
    ];
    assert.deepEqual(labels(...linked), ['Ferry stops', 'Crane comes']);
  });

  it('are none if they are right below each other, come last, or are a source', () => {
    for (const other of [
      ['**Ferry stops**', '**Crane comes**', 'It is late.'],
      ['**Ferry stops**', 'It is late.', '**Ann Example**'],
      ['**Ferry stops**', 'It is late.', '**[Gazette](https://a.example)**', 'Nine o’clock.'],
    ])
      assert.ok(labels(...other, '', '**Tug waits**', 'It is early.').length <= 2, other.join(' / '));
  });
});
