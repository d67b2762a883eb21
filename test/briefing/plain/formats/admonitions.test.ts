import assert from 'node:assert/strict';
import { withoutAdmonitions } from '../../../../src/briefing/plain/formats/admonitions.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

describe('An admonition of MkDocs', () => {
  const shown = (...lines: string[]) => withoutAdmonitions(lines);

  it('is its text, with its title in bold', () => {
    assert.deepEqual(shown('!!! warning "Ferry stops"', '    At nine.', '', '    For good.', '', 'So.'), [
      ...['**Ferry stops**', 'At nine.', '', 'For good.', '', 'So.'],
    ]);
    assert.deepEqual(shown('???+ tip inline end ""', '    At nine.', 'So.'), ['', 'At nine.', 'So.']);
  });

  it('may have items and further admonitions in it', () => {
    assert.deepEqual(shown('!!! info', '    - One', '', '    !!! tip "Late"', '        At nine.', ''), [
      ...['Info:', '- One', '', '**Late**', 'At nine.', ''],
    ]);
    const briefing = read('# T', '', '## A', '', '!!! info', '    - One', '    - [Two](https://a.example)');
    assert.deepEqual(
      readingItems(briefing).map(({ text, range }) => [text, range.start.line]),
      [
        ['Info:\nOne', 4],
        ['Two', 6],
      ],
    );
  });

  it('is shown as it is written in code, or without indented text right below', () => {
    for (const lines of [
      ['```', '!!! note', '    At nine.', '```'],
      ['!!! note', 'At nine.'],
      ['!!! note', '', '    At nine.'],
      ['!!! Late again !!!', '    At nine.'],
    ])
      assert.deepEqual(shown(...lines), lines);
  });
});
