import assert from 'node:assert/strict';
import { renderParts } from '../../../src/briefing/renderBriefing.ts';
import { read } from '../support/fixture.ts';

/** The text on an item's page, a line for each paragraph. `item`: its lines, as the first of two items. */
function pageOf(...item: string[]): string[] {
  const lines = ['# T', '', '## A', '', ...item, '', '- **Tug:** It sails. [Log](https://c.example/log)'];
  return bodyOf(...lines);
}

function bodyOf(...lines: string[]): string[] {
  const [first] = renderParts(read(...lines)).items.values();
  const words = (first?.body ?? '')
    .replace(/ ?<span class="host">[^<]*<\/span>/g, '')
    .replace(/<[^>]*>/g, '');
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

describe('Sources at the end of an item', () => {
  it('appear once on its page, in the list of references', () => {
    for (const sources of [
      ['  Source: https://a.example/ferry'],
      ['  🔗 https://a.example/ferry'],
      ['  Link: https://a.example/ferry'],
      ['  Read more: https://a.example/ferry'],
      ['  来源：https://a.example/ferry'],
      ['  [Read more](https://a.example/ferry)'],
      ['  - **Source:** [Harbour office](https://a.example/ferry)'],
      ['  [Harbour office](https://a.example/ferry) | [Gazette](https://b.example/x)'],
      ['  - [Harbour office](https://a.example/ferry)', '  - [Gazette](https://b.example/x)'],
      ['  https://a.example/ferry', '', '  [Harbour office](https://a.example/ferry)'],
    ])
      assert.deepEqual(pageOf('- **Ferry:** It stops.', '', ...sources), ['It stops.'], sources.join(' '));
  });

  it('are on its page once also if they are in the line of its last sentence', () => {
    for (const sources of [
      'https://a.example/ferry',
      '[Read more](https://a.example/ferry)',
      '[Harbour office](https://a.example/ferry), [Gazette](https://b.example/x)',
      '[Source: Harbour office](https://a.example/ferry)',
      '(Source: [Harbour office](https://a.example/ferry))',
      '**Source: [Harbour office](https://a.example/ferry)**',
      '*(Source: [Harbour office](https://a.example/ferry))*',
      '“[Harbour office](https://a.example/ferry)”',
    ])
      assert.deepEqual(
        pageOf(`- **Ferry:** It stops, they say. ${sources}`),
        ['It stops, they say.'],
        sources,
      );
    for (const said of [
      'It stops: https://a.example/ferry',
      'It stops. See https://a.example/ferry',
      'It stops. Disputed by: https://a.example/ferry',
    ])
      assert.deepEqual(pageOf(`- **Ferry:** ${said}`), [said]);
  });

  it('leave marks closed that are around them or begin before them', () => {
    const link = '[Harbour office](https://a.example/ferry)';
    for (const [words, shown] of [
      [`It stops. **${link}**`, 'It stops.'],
      [`It stops. *${link}*`, 'It stops.'],
      [`It stops. ~~${link}~~`, 'It stops.'],
      [`It stops. **(*${link}*)**`, 'It stops.'],
      [`It stops. **It *does.* ${link}**`, 'It stops. <strong>It <em>does.</em></strong>'],
      [`It stops. *It does.* ${link}`, 'It stops. <em>It does.</em>'],
    ] as const) {
      const [first] = renderParts(
        read('# T', '', '## A', '', `- **Ferry:** ${words}`, '- **Tug:** It sails.'),
      ).items.values();
      assert.equal(first?.body.replace(/<\/?p[^>]*>/g, '').trim(), shown, words);
    }
  });

  it('stay in the text if they say more than the list, or if there is nothing else', () => {
    for (const [line, shown] of [
      ['Source: https://a.example/ferry, seen on Monday', 'Source: https://a.example/ferry, seen on Monday'],
      ['See also [the log](https://a.example/ferry)', 'See also the log'],
      ['Disputed by: [Gazette](https://a.example/ferry)', 'Disputed by: Gazette'],
      ['Not confirmed: https://a.example/ferry', 'Not confirmed: https://a.example/ferry'],
      ['Source: the harbour office', 'Source: the harbour office'],
    ] as const)
      assert.deepEqual(pageOf('- **Ferry:** It stops.', '', `  ${line}`), ['It stops.', shown]);
    // The name differs from that in the list.
    const named = ['  [Office](https://a.example/ferry)', '  [The office](https://a.example/ferry)'];
    assert.deepEqual(pageOf('- **Ferry:** It stops.', '', ...named), ['It stops.', 'Office', 'The office']);
    assert.deepEqual(bodyOf('# T', '', '## A', '', '[Ferry](https://a.example) [Tug](https://b.example)'), [
      'Ferry Tug',
    ]);
    // A rule is not content.
    const below = ['---', '', 'https://a.example/ferry', '', '## B', '', '- It sails.'];
    assert.deepEqual(bodyOf('# T', '', '## A', '', ...below), ['https://a.example/ferry']);
  });

  it('stay in the text if they have images, which the list does not show', () => {
    for (const [picture, words] of [
      ['[![The pier](https://a.example/pier.png)](https://a.example/ferry)', ['The pier']],
      ['![The pier](https://a.example/pier.png) [Gazette](https://a.example/ferry)', ['The pier Gazette']],
    ] as const)
      for (const between of [['- **Ferry:** It stops.\\'], ['- **Ferry:** It stops.', '']])
        assert.deepEqual(pageOf(...between, `  ${picture}`), ['It stops.', ...words]);
  });

  it('may be lines of a paragraph if they are marked, or after the end of a sentence', () => {
    for (const sources of [
      ['  🔗 https://a.example/ferry'],
      ['  **Source:** [Harbour office](https://a.example/ferry)'],
      ['  https://a.example/ferry'],
      ['  🔗 https://a.example/ferry', '  📰 [Gazette](https://b.example/x)'],
    ])
      assert.deepEqual(pageOf('- **Ferry:** It stops.', ...sources), ['It stops.'], sources.join(' '));
    const parts = ['- **Ferry**', '', '  **What:** it stops', '  **Source:** https://a.example/ferry'];
    assert.deepEqual(pageOf(...parts), ['What: it stops']);
    const passage = ['**What:** It stops.', '**Source:** https://a.example/ferry'];
    assert.deepEqual(bodyOf('# T', '', '## A', '', ...passage), ['What: It stops.']);
    // The last words of a sentence stay, and so does a source that is the whole text.
    assert.deepEqual(pageOf('- **Ferry:** It stops, see', '  https://a.example/ferry'), [
      'It stops, see',
      'https://a.example/ferry',
    ]);
    const asked = ['- **Ferry:** Is it late?', '  [Ask the harbour office.](https://a.example/ferry)'];
    assert.deepEqual(pageOf(...asked), ['Is it late?', 'Ask the harbour office.']);
    assert.deepEqual(pageOf('- **Ferry:**', '  Source: https://a.example/ferry'), [
      'Source: https://a.example/ferry',
    ]);
  });

  it('stay in the text if more text follows', () => {
    assert.deepEqual(pageOf('- **Ferry:** It stops.', '', '  https://a.example/ferry', '', '  Until May.'), [
      'It stops.',
      'https://a.example/ferry',
      'Until May.',
    ]);
  });

  it('of a passage are treated in the same way', () => {
    const lines = [
      '# T',
      '',
      '## A',
      '',
      'The ferry stops until May.',
      '',
      '[Read more](https://a.example/ferry)',
    ];
    assert.deepEqual(bodyOf(...lines), ['The ferry stops until May.']);
    // A rule below separates the passage from the next one.
    assert.deepEqual(bodyOf(...lines, '', '---', '', '## B', '', 'Words.'), ['The ferry stops until May.']);
    const [parted] = renderParts(
      read('# T', '', '## A', '', 'It stops.', '', '---', '', '## B'),
    ).items.values();
    assert.equal(parted?.body, '<p dir="auto">It stops.</p>\n');
  });
});
