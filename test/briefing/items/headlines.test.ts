import assert from 'node:assert/strict';
import { read, takeawaysOf } from '../support/fixture.ts';

describe('A bold line with its source behind it', () => {
  it('is a story with what stands below it, also in the first line of a text', () => {
    const story = (name: string) => [
      `🚢 **${name} stops at nine** [source](https://a.example/${name}) #harbour`,
      '',
      'It is late.',
      '- It stops.',
      '',
    ];
    const { title, sections } = read(...story('Ferry'), ...story('Tug'));
    assert.equal(title, '🚢 Ferry stops at nine source #harbour');
    assert.deepEqual(
      sections[0]?.takeaways.map(({ label, references }) => [label, references[0]?.url?.slice(-3)]),
      [
        ['Ferry stops at nine', 'rry'],
        ['Tug stops at nine', 'Tug'],
      ],
    );
    assert.deepEqual(
      takeawaysOf('**Source:** [Gazette](https://a.example)', '', '**Link:** [Log](https://b.example)'),
      [],
    );
  });
});
