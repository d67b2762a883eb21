import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { writeBriefing } from '../../src/briefing/writeBriefing.ts';
import { hostileQuotations } from '../share/quotations.ts';
import { checkExports, checkQuotations, liveHtml } from './support/checkExports.ts';
import { read } from './support/fixture.ts';
import { assertSameBriefing } from './support/sameBriefing.ts';

const EVIL = '<img src=x onerror=alert(1)>';

/** Fragments that could turn adjacent or enclosed text into HTML. */
const piece = fc.constantFrom(
  ...['<script>', '</script>', EVIL, '<b onclick=x>', '<b/>', '<!-- -->', '<b>', '</b>', '<wbr>', '<br>'],
  ...['<sup>2</sup>', '<i>', '<a href="https://a.example/<b>">', '</a>', '<', '>', '&lt;', '\\', '\\<', '"'],
  ...['`', '``', '`<b>`', '``a`<b>``', '{{', '}}', '{%', '%}', '`{{ <b> }}`', '{{ <b> }}', '{% ` %}'],
  ...['[', ']', '](', ')', '![', '[^', '[^<b>]', '[^`]', '^[<b>]', '[1]', '**', '*', '~~', '|', ':', '—'],
  ...['https://a.example/<b>', '<https://a.example/>', '[a](https://a.example/\\<b\\>)', '[a](<b/>)'],
  ...[
    '![<b>](<b/>)',
    '![a](https://a.example/\\<b\\>)',
    '[a](https://a.example "<b>")',
    '<img alt="](<b>" src="x">',
  ],
  ...['a', '字', '🤝', '1', '.', ' ', '$', '{', '@'],
);
const mark = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '# ',
    '## ',
    '- ',
    '  - ',
    '1. ',
    '> ',
    '    ',
    '| ',
    '- **L:** ',
    '## Sources',
    '```',
    '~~~`',
  ],
  ...['~~~', '[^<b>]: ', '[^`]: ', '[1]: https://a.example/\\<b\\> ', '| - | - |', '---', '===', 'title: "'],
);
const line = fc
  .tuple(mark, fc.array(piece, { maxLength: 6 }), fc.constantFrom('', ' '))
  .map(([before, pieces, gap]) => before + pieces.join(gap));
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('Exported Markdown and HTML', () => {
  const cases: readonly (readonly [about: string, lines: readonly string[]])[] = [
    ['code that looks like Liquid', [`\`{{ ${EVIL} }}\``]],
    ['Liquid with HTML in it', [`{{ ${EVIL} }}`]],
    ['Liquid with half of a code span in it', ['{{ ` }} `<b onclick=x>`']],
    ['code beside code', ['`a`<wbr>``b`c<b onclick=x>``']],
    ['a fence with a backtick behind it', ['~~~ a`b', EVIL, '~~~']],
    ['a bare address', ['a <b onclick=x>', '', '[https://a.example/<b/>](<https://a.example/\\<b/\\>>)']],
    ['the address of a source', ['a', '', '## Sources', '', '- [Report](<https://a.example/\\<b/\\>>)']],
    [
      'the bare address of a source',
      ['a', '', '## Sources', '', '- <https://a.example/>', '- a.example/<b/>'],
    ],
    ['the source of an image', ['![a](<b\\>\\<b/\\>>)']],
    ['the words of an image', [`![a`, `<script>alert(1)</script>`, '](b.png)']],
    ['the words of an image in HTML', ['<img alt="](x)<b/>" src="x">']],
    ['a link’s title', ['[a](https://a.example "b', '<script>alert(1)</script>")']],
    ['a footnote’s label', ['a[^<b/>] b', '', '[^<b/>]: Note']],
    ['a footnote’s label that opens code', ['a[^`] `<b/>` b', '', '[^`]: Note']],
    ['a break in a table', ['| a |', '| - |', '| b<br>`<i/>` |']],
  ];

  for (const [about, lines] of cases) {
    it(`contain no HTML in ${about}, and are parsed as the same briefing`, () => {
      const briefing = read('# T', '', ...lines, '', '## A', '', `- **L:** ${lines[0] ?? ''}`);
      checkExports(briefing);
      const markdown = writeBriefing(briefing);
      assertSameBriefing(parseBriefing(markdown, '1.md'), briefing);
      assert.equal(writeBriefing(parseBriefing(markdown, '1.md')), markdown);
    });
  }

  it('contain no HTML in the title above the text', () => {
    const briefing = parseBriefing(`---\ntitle: "Summary ${EVIL}"\n---\n\nText.`, '');
    const title = parseBriefing('---\ntitle: "<!-- -->"\n---\n\nText.', '');
    for (const one of [briefing, title]) {
      checkExports(one);
      assert.equal(parseBriefing(writeBriefing(one), '').title, one.title);
    }
  });

  it('contain no HTML in the info string of a fence that starts a footnote', () => {
    for (const fence of ['```', '~~~'])
      checkExports(read('# T', '', 'a[^1] b', '', `[^1]: ${fence}${EVIL}`, '', '    x', `    ${fence}`));
  });

  it('contain no HTML in a link label whose definition is elsewhere', () => {
    checkExports(read('[1][<img alt="](<b>" src="x">'));
  });

  it('contain no HTML for any text', () => {
    fc.assert(
      fc.property(text, (words) => {
        checkExports(parseBriefing(words, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('contain no HTML in any quotation', () => {
    fc.assert(fc.property(hostileQuotations, checkQuotations));
  });

  it('fail these checks if they contain HTML', () => {
    assert.deepEqual(liveHtml('a <b onclick=x> `<b>`\n'), ['<b onclick=x>', '<b onclick=x>']);
  });
});
