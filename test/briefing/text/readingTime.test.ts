import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { secondsOf, timesLeft } from '../../../src/briefing/text/readingTime.ts';
import { read } from '../support/fixture.ts';

function readingSeconds(text: string): number {
  return Math.round(secondsOf(text));
}

/** The word count that follows from the reading time; the text is repeated to avoid rounding. */
function wordsIn(text: string): number {
  return ((readingSeconds(`${text}\n\n`.repeat(600)) / 60) * 238) / 600;
}

function about(text: string, words: number): void {
  assert.ok(Math.abs(wordsIn(text) - words) < 0.02, `${wordsIn(text)} words: ${text}`);
}

describe('The reading time of a text', () => {
  it('is a minute for 238 words', () => {
    assert.equal(readingSeconds('word '.repeat(238)), 60);
    assert.equal(readingSeconds('word '.repeat(119)), 30);
    assert.equal(readingSeconds('Three short words.'), 1);
    assert.equal(readingSeconds(''), 0);
  });

  it('counts words as people do', () => {
    const cases: readonly (readonly [text: string, words: number])[] = [
      ['It doesn’t cost 1,200.50 euros.', 5],
      ['A well-known and/or U.S. thing', 5],
      ['one—two – three', 3],
      ['Été à Łódź', 3],
      ['ملخص قصير', 2],
      ['한국어 문장 하나', 3],
      ['a\u200bb', 2],
    ];
    for (const [text, words] of cases) about(text, words);
  });

  it('counts characters in languages without spaces', () => {
    assert.equal(readingSeconds('字'.repeat(400)), 60);
    assert.equal(readingSeconds('これは、「テスト」です。'.repeat(40)), 48);
    assert.equal(readingSeconds(`${'字'.repeat(200)} ${'word '.repeat(119)}`), 60);
  });

  it('does not count punctuation, addresses and emoji', () => {
    const cases: readonly (readonly [text: string, words: number])[] = [
      ['# **Two** _words_ —', 2],
      ['- one [two](https://a.example/three?four=five)', 2],
      ['- one [two](three.md#four)', 2],
      ['one https://a.example/x www.b.example <https://c.example>', 1],
      ['one [2] two[^3].', 2],
      ['1. one\n2) two', 2],
      ['In 2026. one', 3],
      ['[1]: https://a.example/x "Title"\n[a b]: <x>', 0],
      ['[^1]: one', 1],
      ['one 🤝 🇪🇺 1️⃣ ☎️ two', 2],
      ['<p class="a b">one</p> <!-- two three --> a < b', 3],
      ['| one | two |\n| --- | :-: |\n| 3 | |', 3],
      ['***\n---\n```\none\n```', 1],
    ];
    for (const [text, words] of cases) about(text, words);
  });

  it('does not count front matter', () => {
    for (const text of ['---\ntitle: One two\n---\nthree', '\ufeff+++\r\na = 1\r\n+++\r\nthree'])
      assert.equal(readingSeconds(text + ' word'.repeat(118)), 30);
    assert.equal(readingSeconds(`${'word '.repeat(119)}\n---\n${'word '.repeat(119)}\n---\n`), 60);
  });

  it('is a number of seconds for any text, in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const seconds = readingSeconds(text);
        assert.ok(Number.isInteger(seconds) && seconds >= 0 && seconds <= text.length);
      }),
    );
    // Regular expressions that backtrack would exceed the timeout.
    for (const piece of [
      '<',
      '[',
      '](',
      '<!--',
      'a',
      ' ',
      '---\n',
      '[1]: ',
      '\u200b',
      '—',
      '.',
      '1',
      'https://',
      '> ',
      '字',
      '['.repeat(9) + ']',
    ])
      readingSeconds(piece.repeat(200_000 / piece.length));
  });
});

describe('The time left in a briefing', () => {
  const words = (count: number) => `${'word '.repeat(count).trim()}.`;

  it('is the time of the items after a place, without lists of sources', () => {
    const briefing = read(
      ...['---', `note: ${words(500)}`, '---', '# T', '', words(238), ''],
      ...['## A', '', `- **L:** ${words(236)}`, `- ${words(238)}`, '', '## B', '', words(476), ''],
      ...['## Sources', '', `1. [${words(238)}](https://a.example)`, '', '## C', '', words(119)],
    );
    const items = readingItems(briefing);
    const times = timesLeft(items);
    // The time of an item includes its label; of a passage, that is the heading.
    assert.deepEqual(times.get(''), [331, 0]);
    assert.deepEqual(
      items.map(({ id, label }) => [label, times.get(id)]),
      [
        ['T', [331, 270]],
        ['L', [270, 211]],
        [undefined, [211, 151]],
        ['B', [151, 30]],
        ['C', [30, 0]],
      ],
    );
    assert.equal(times.size, items.length + 1);
  });

  it('is the same for the same text, in one part or in many', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `- Three short words, ${at} and more.`);
    const briefing = read('## A', '', ...lines);
    const items = readingItems(briefing);
    const times = timesLeft(items);
    const [total = 0] = times.get('') ?? [];
    assert.ok(Math.abs(total - readingSeconds(briefing.text)) <= 1, `${total}`);
    assert.equal(items.length, 300);
    assert.equal(times.get(items[0]?.id ?? '')?.[0], total);
    const passages = readingItems(read('## A', '', ...lines.flatMap((line) => [line.slice(2), ''])));
    assert.equal(passages.length, 5);
    const [whole = 0] = timesLeft(passages).get('') ?? [];
    // Each passage includes the word of the heading.
    assert.ok(Math.abs(whole - total) <= 2, `${whole}, ${total}`);
  });

  it('never grows on the way through any text', () => {
    const line = fc.constantFrom(
      '# T',
      '## A',
      '## Sources',
      '- a b',
      '- **c:** d',
      '',
      '---',
      'e f g',
      '```',
      '> h',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const items = readingItems(parseBriefing(lines.join('\n'), 'x.md'));
        const times = timesLeft(items);
        const [total = 0, end] = times.get('') ?? [];
        assert.equal(end, 0);
        let last = total;
        for (const { id } of items) {
          const [from = 0, to = 0] = times.get(id) ?? [];
          assert.ok(last >= from && from >= to && to >= 0, `${id}: ${last}, ${from}, ${to}`);
          last = to;
        }
        assert.equal(last, items.length > 0 ? 0 : total);
      }),
    );
  });
});
