import fc from 'fast-check';
import type { Token } from 'markdown-it';
import assert from 'node:assert/strict';
import { citeItem, citeReference, eachAddressOnce, quoteItem } from '../../../src/briefing/write/cite.ts';
import { parseMarkdown } from '../../../src/briefing/grammar/markdown.ts';
import type { Reference, Takeaway } from '../../../src/briefing/model.ts';
import { plainTextOf } from '../../../src/briefing/structure/plainText.ts';
import { safeUrl } from '../../../src/briefing/text/links/safeUrl.ts';
import { allTakeaways, read } from '../support/fixture.ts';

describe('A takeaway with its sources', () => {
  const cases: readonly (readonly [item: string, sources: readonly string[], cited: readonly string[]])[] = [
    ['**Clock:** It strikes. 🤝', [], ['Clock: It strikes. 🤝', '— T']],
    ['**Does it?:** It does.', [], ['Does it? It does.', '— T']],
    ['**It strikes!** At noon.', [], ['It strikes! At noon.', '— T']],
    [
      'It strikes.',
      ['- [Report](https://a.example)', '- Book'],
      ['It strikes.', '— T', '— Report (https://a.example)', '— Book'],
    ],
    ['It strikes. [2]', ['1. One', '2. Two'], ['It strikes.', '— T', '— Two']],
    ['See [the page](https://a.example).', [], ['See the page.', '— T', '— the page (https://a.example)']],
    // An address is there once: it is its own title, or another title has it already.
    ['It strikes.', ['- https://a.example/r'], ['It strikes.', '— T', '— https://a.example/r']],
    ['It strikes.', ['- [a.example](https://a.example)'], ['It strikes.', '— T', '— https://a.example']],
    [
      'It strikes. 🔗 https://a.example/r 🔗 https://a.example/s',
      [],
      ['It strikes.', '— T', '— https://a.example/r', '— https://a.example/s'],
    ],
    [
      'It strikes, see https://a.example/r',
      [],
      ['It strikes, see https://a.example/r', '— T', '— https://a.example/r'],
    ],
    ['It strikes — ', ['- One'], ['It strikes —', '— T', '— One']],
    ['https://a.example/r', [], ['https://a.example/r', '— T', '— https://a.example/r']],
    ['It strikes.', ['- <mailto:me@a.example>'], ['It strikes.', '— T', '— me@a.example']],
    [
      'See [one](https://a.example/r) and [two](https://a.example/r?utm_source=x).',
      [],
      ['See one and two.', '— T', '— one (https://a.example/r)', '— two'],
    ],
  ];

  it('is a reference with title and site, with one full stop between them', () => {
    const [range] = read('# T', '', '- a [b](https://a.example)').references.map((one) => one.range);
    assert.ok(range);
    const cited = (title: string, site?: string) =>
      citeReference({ title, url: 'https://a.example/r', range, ...(site !== undefined && { site }) });
    assert.equal(cited('Report', 'a.example'), 'Report. a.example (https://a.example/r)');
    assert.equal(
      cited('Report, 27 Nov. 2026.', 'a.example'),
      'Report, 27 Nov. 2026. a.example (https://a.example/r)',
    );
    assert.equal(cited('Why?', 'a.example'), 'Why? a.example (https://a.example/r)');
    assert.equal(cited('a.example', 'a.example'), cited('a.example'));
  });

  it('is its text, and a line for the briefing and for each source', () => {
    for (const [item, sources, cited] of cases) {
      const [takeaway] = allTakeaways(read('# T', '## A', `- ${item}`, '', '## Sources', ...sources));
      assert.ok(takeaway);
      assert.equal(citeItem(takeaway, 'T'), cited.join('\n'));
    }
  });
});

describe('A takeaway as a quotation', () => {
  const cases: readonly (readonly [item: string, sources: readonly string[], quoted: readonly string[]])[] = [
    ['**Clock:** It strikes. 🤝', [], ['> 🤝 **Clock:** It strikes.', '>', '> — T']],
    ['**Does it?:** It does.', [], ['> **Does it?** It does.', '>', '> — T']],
    ['It strikes.', [], ['> It strikes.', '>', '> — T']],
    [
      'It strikes.',
      ['- [Report](https://a.example)', '- Book'],
      ['> It strikes.', '>', '> — T', '>', '> — [Report](<https://a.example/>)', '>', '> — Book'],
    ],
    ['a\n\n  b', [], ['> a', '>', '> b', '>', '> — T']],
    ['2 \\* 3 \\< 7', [], ['> 2 \\* 3 \\< 7', '>', '> — T']],
  ];

  it('is its text, with the briefing and its sources below', () => {
    for (const [item, sources, quoted] of cases) {
      const [takeaway] = allTakeaways(read('# T', '## A', `- ${item}`, '', '## Sources', ...sources));
      assert.ok(takeaway);
      assert.equal(quoteItem(takeaway, 'T'), quoted.join('\n'));
    }
  });

  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const HOSTILE = [
    ...['](javascript:alert(1))', '[x](javascript:alert(1))', '![x](https://evil.example/x.png)', '`', '```'],
    ...['# H', '> q', '- x', '1. x', '    code', '***', '---', '===', '| a |', '~~~', '**', '__x__', '~~x~~'],
    ...[
      '<script>alert(1)</script>',
      '<https://evil.example>',
      '<!--',
      '&lt;b&gt;',
      '&#60;',
      '\\',
      '\\\\',
      'a\\',
    ],
    ...[
      'https://evil.example',
      '[1]: https://evil.example',
      '[^1]',
      '[^1]: x',
      '{{ x }}',
      '{% x %}',
      '^[x]',
      '$x$',
    ],
    ...[
      'a\nb',
      'a\n\nb',
      'a\r\n# b',
      'a\r\r# b',
      'a\n    b',
      'a\n- b',
      'a\n> b',
      'a\n===',
      '\n',
      'a\u2028b',
      '\ta',
    ],
    ...['fog', '字', 'שלום', '🤝', '*️⃣', '#️⃣', '', ' ', ':', '?'],
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(' '));
  const url = fc.oneof(
    fc.constantFrom(
      ...['javascript:alert(1)', 'https://a.example/>', 'https://a.example/)', 'https://a.example/?q=\\'],
      ...[
        'https://a.example/?a=1&copy;=2',
        'https://a.example/#\\>x',
        'https://a.example/\nx',
        'data:x',
        '//a',
      ],
      ...[
        'https://a.example/<b>',
        'mailto:a@b.example?subject=<x>\\',
        'https://a.example/](javascript:x)',
        '',
      ],
      ...[
        'https://a.example/?q=&lt;',
        'https://a.example/?&#60;',
        'https://a.example/ ok',
        'http://u:p@a.example/',
      ],
    ),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );
  const reference = fc
    .record({ title: hostile, url: fc.option(url, { nil: undefined }) })
    .map(({ title, url: to }): Reference => ({ title, ...(to !== undefined && { url: to }), range }));
  const takeaway = fc
    .record({
      label: fc.option(hostile, { nil: undefined }),
      text: hostile,
      emoji: fc.constantFrom(undefined, '🤝', '*️⃣', '#️⃣', '1️⃣'),
      references: fc.array(reference, { maxLength: 3 }),
    })
    .map(({ label, text, emoji, references }): Takeaway => ({
      id: 't',
      ...(label !== undefined && { label }),
      text,
      ...(emoji !== undefined && { emoji }),
      references,
      range,
    }));

  it('stays one quotation of plain paragraphs, whatever is in it, with only its own links', () => {
    fc.assert(
      fc.property(takeaway, hostile, (one, title) => {
        const quotation = quoteItem(one, title);
        for (const line of quotation.split(/\r\n|[\r\n]/)) assert.match(line, /^>/);
        const tokens = parseMarkdown(quotation);
        const blocks = tokens.map(({ type }) => type);
        assert.deepEqual([blocks[0], blocks.at(-1)], ['blockquote_open', 'blockquote_close']);
        const inner = new Set(blocks.slice(1, -1));
        for (const type of ['paragraph_open', 'inline', 'paragraph_close']) inner.delete(type);
        assert.deepEqual([...inner], [], quotation);
        const links = linksIn(tokens);
        const own = eachAddressOnce(one.references).flatMap(({ url: to }) => safeUrl(to ?? '')?.href ?? []);
        assert.deepEqual(
          links.map((link) => decodeURI(link)),
          own.map((link) => decodeURI(escapedMarks(link))),
          quotation,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the words of a label, a text and a title as they are', () => {
    fc.assert(
      fc.property(takeaway, hostile, (one, title) => {
        const { label = '', text, emoji = '', references } = one;
        const shown = plainTextOf(quoteItem(one, title));
        const titles = [title, ...eachAddressOnce(references).map((each) => each.title)];
        assert.equal(lettersOf(shown), lettersOf([emoji, label, text, ...titles].join('')), shown);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Each address once', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const cases: readonly (readonly [references: readonly string[], left: readonly string[]])[] = [
    [
      ['A https://a.example', 'B https://b.example'],
      ['A https://a.example', 'B https://b.example'],
    ],
    // The same page by another name is words, by the same name nothing.
    [
      ['A https://a.example/r', 'B http://www.a.example/r/'],
      ['A https://a.example/r', 'B'],
    ],
    [['A https://a.example/r', 'A https://a.example/r?utm_source=x'], ['A https://a.example/r']],
    [['A https://a.example/r', 'a.example https://a.example/r'], ['A https://a.example/r']],
    [
      ['A mailto:a@a.example', 'B mailto:a@a.example'],
      ['A mailto:a@a.example', 'B'],
    ],
    [
      ['A', 'A'],
      ['A', 'A'],
    ],
  ];
  for (const [references, left] of cases)
    it(`${references.join(', ')}: ${left.join(', ')}`, () => {
      const given = references.map((words): Reference => {
        const [title = '', url] = words.split(' ');
        return { title, ...(url !== undefined && { url }), range };
      });
      assert.deepEqual(
        eachAddressOnce(given).map(({ title, url }) => [title, url].filter(Boolean).join(' ')),
        left,
      );
    });
});

function linksIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ type, children, attrs }) => [
    ...(type === 'link_open'
      ? (attrs ?? []).flatMap(([name, to]) => (name === 'href' ? [String(to)] : []))
      : []),
    ...(type === 'image' ? ['an image'] : []),
    ...linksIn(children ?? []),
  ]);
}

function escapedMarks(url: string): string {
  return url.replace(/[<>\\]/g, (mark) => encodeURIComponent(mark));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
