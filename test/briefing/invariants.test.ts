import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import type { RenderOptions } from '../../src/briefing/render/renderImages.ts';
import { renderBriefing, renderParts } from '../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../src/briefing/writeBriefing.ts';
import type { Briefing } from '../../src/briefing/model.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { allTakeaways } from './support/fixture.ts';
import { checkBriefing } from './support/checkBriefing.ts';
import { checkElements } from './support/checkElements.ts';
import { checkExports } from './support/checkExports.ts';
import { checkHtml, checkWithPictures, linksIn } from './support/checkHtml.ts';
import { lostWords } from './support/lostWords.ts';
import { PICTURES } from './support/rendered.ts';
import { assertSameBriefing } from './support/sameBriefing.ts';

const RUNS = 300;
const SHOW: RenderOptions = { image: (source) => ({ kind: 'show', src: `${PICTURES}?${source}` }) };
const ASK: RenderOptions = { image: (source) => ({ kind: 'ask', href: source }) };

/** Parses and renders a text, and checks everything that must hold for any text. */
function checkWhole(text: string, fileName: string): void {
  const briefing = parseBriefing(text, fileName);
  checkBriefing(briefing, text);
  const html = renderBriefing(briefing);
  checkHtml(html);
  checkWays(html);
  checkExports(briefing);
  checkItems(briefing);
  checkElements(briefing, html);
  for (const options of [{}, SHOW, ASK]) {
    const { article, items } = renderParts(briefing, options);
    const parts = [...items.values()].flatMap(({ intro, body, references }) => [intro, body, references]);
    for (const part of [article, ...parts]) checkWithPictures(part, PICTURES);
  }
}

/** Checks that each takeaway is one item, and that each item has words and an id of its own. */
function checkItems(briefing: Briefing): void {
  const items = readingItems(briefing);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  const takeaways = items.filter(({ kind }) => kind === 'takeaway').map(({ id }) => id);
  assert.deepEqual(
    takeaways,
    allTakeaways(briefing).map(({ id }) => id),
  );
  for (const { text, label = '' } of items) assert.notEqual(`${label}${text}`, '');
}

/** Checks that internal links have a target. */
function checkWays(html: string): void {
  for (const href of linksIn(html)) {
    if (href.startsWith('#s-')) assert.ok(html.includes(` id="${href.slice(1)}"`), href);
    // The line of a table's cell is unknown, so a source in a table may have no element.
    if (href.startsWith('#r-') && !html.includes('<table>'))
      assert.match(html, new RegExp(` class="(?:[^"]* )?${href.slice(1)}[ "]`));
  }
}

const word = fc.constantFrom(
  ...[
    'a',
    'The',
    'clock',
    'É',
    '字',
    '🤝',
    '🇪🇺',
    '👩‍👩‍👧',
    '⚔️',
    '©',
    '\u200b',
    '\u00a0',
    '\u202e',
    '\ud800',
    '\0',
    '&amp;',
    '<b>',
    '"',
    "'",
    '\\',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~~',
    '[',
    ']',
    '](',
    ')',
    '![',
    '[1]',
    '[12]',
    '[^1]',
    '[^n]',
    '^[x]',
    ':',
    '—',
    '?',
    '.',
    '|',
    '#',
    '\t',
  ],
  ...[
    'https://a.example/x',
    'https://A.example/x',
    '<https://b.example>',
    'a.example',
    'javascript:x',
    'mailto:a@b.example',
    'mailto:a@b.example?bcc=c@d.example',
    '[x](https://a.example)',
    '[y][1]',
    '[z](vscode:x)',
    'שלום',
    '![i](https://a.example/i.png)',
    '<img alt="i" src="https://a.example/i.png">',
    '<a href="b.md">',
    '</a>',
    '[o](b.md)',
    '[p](#the)',
    '[q](#s-sources)',
    '![](i.png)',
  ],
);
const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
const mark = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '# ',
    '## ',
    '### ',
    '- ',
    '  - ',
    '* ',
    '+ ',
    '1. ',
    '7) ',
    '• ',
    '> ',
    '    ',
    '\t',
    '| ',
    '**L:** ',
    'Label: ',
  ],
  ...[
    '[1]: https://a.example ',
    '[^1]: ',
    '[^n]: ',
    '---',
    '===',
    '```',
    '| - |',
    '\ufeff',
    'title: ',
    'lang: ',
  ],
);
const heading = fc.constantFrom(
  'Key Takeaways',
  '## Key Takeaways',
  'Reference(s):',
  '# Sources',
  '## References',
  '### Sources',
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(mark, words).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: heading },
  { weight: 2, arbitrary: fc.constant('') },
);
const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\u2028');
const markdown = fc
  .array(fc.tuple(line, end), { maxLength: 25 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));
const fenced = fc.tuple(markdown, markdown).map(([yaml, text]) => `---\n${yaml}\n---\n${text}`);
const anyText = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
);
const fileName = fc.oneof(
  fc.constantFrom('', '1.md', '2025-08-19-words.md'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const title = fc.array(
  fc.constantFrom('Ferry', 'Why', 'now?', 'C#', '3', 'É_é', 'a*b', '字', '[x]', 'Q&A', '1.', '🌉'),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const said = title.map((all) => `Clock ${all.join(' ')}`);
const target = fc.constantFrom('https://a.example', 'https://b.example/x_y', 'http://c.example/?q=(z)');
const source = fc.oneof(
  said,
  fc.tuple(said, target).map(([name, url]) => `[${name}](<${url}>)`),
  fc.tuple(said, target).map(([name, url]) => `[${name}](<${url}>) — Harbour Office`),
  target.map((url) => `<${url}>`),
);
const item = fc.oneof(
  said,
  fc.tuple(said, said).map(([label, text]) => `**${label}:** ${text} 🌉`),
  fc.tuple(said, said).map(([label, text]) => `🤝 **${label}** — ${text}`),
  fc.tuple(said, target, said).map(([label, url, text]) => `[${label}](<${url}>): ${text} [1]`),
  fc.tuple(said, said).map(([text, more]) => `${text} [2]\n\n  ${more}\n  - nested`),
  fc.tuple(said, said).map(([label, text]) => `${label}: ${text}`),
);
const section = fc.oneof(
  fc
    .tuple(fc.constantFrom('##', '###'), said, fc.array(item, { maxLength: 4 }))
    .map(([level, name, items]) => `${level} ${name}\n\n${items.map((words) => `- ${words}`).join('\n')}`),
  fc.tuple(said, said).map(([name, prose]) => `## ${name}\n\n${prose}\n\n> ${prose}`),
  fc
    .array(item, { minLength: 1, maxLength: 4 })
    .map(
      (items) =>
        `## TL;DR\n\n${items.map((words, i) => `${i + 1}. ${words.replace(/\n {2}/g, '\n   ')}`).join('\n')}`,
    ),
);
/** Well-formed briefings, with marks and letters that are difficult to parse. */
const wellFormed = fc
  .tuple(said, said, fc.array(section, { maxLength: 5 }), fc.array(source, { maxLength: 4 }))
  .map(([name, lede, sections, sources]) =>
    [
      `# ${name}`,
      lede,
      ...sections,
      '## Sources',
      sources.map((one, i) => `${i + 1}. ${one}`).join('\n'),
    ].join('\n\n'),
  );

describe('Any text', () => {
  it('of any characters gives a valid briefing and clean HTML', () => {
    fc.assert(fc.property(anyText, fileName, checkWhole), { numRuns: RUNS });
  });

  it('of pieces of Markdown gives a valid briefing and clean HTML', () => {
    fc.assert(fc.property(markdown, fileName, checkWhole), { numRuns: RUNS });
  });

  it('of pieces of front matter gives a valid briefing and clean HTML', () => {
    fc.assert(fc.property(fenced, fileName, checkWhole), { numRuns: RUNS / 3 });
  });

  it('is the same briefing when it is written and read again', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const briefing = parseBriefing(text, '');
        assertSameBriefing(parseBriefing(writeBriefing(briefing), ''), briefing);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses no word on the page', () => {
    // Excludes text that only Markdown's own rules identify: footnotes that nothing cites, text in the info string of
    // a fence, and cells beyond those of the header row. The word before a headline, as in "Title: a", is not shown.
    const told = markdown.filter(
      (text) => !/\[\^|\^\[|\[\d|```|^title:/im.test(text) && !hasSpareCells(text),
    );
    fc.assert(
      fc.property(told, fileName, (text, name) => {
        const briefing = parseBriefing(text, name);
        assert.deepEqual(lostWords(briefing, renderBriefing(briefing)), []);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Whether a line has more cells than an earlier line that may be the rule below a header row. */
function hasSpareCells(text: string): boolean {
  const rows = text.split('\n').map((line) => line.replace(/^[>\s]*\|?|\|?\s*$/g, '').split('|').length);
  const rule = text.split('\n').findIndex((line) => /^[|:\-> \t]*-[|:\-> \t]*$/.test(line));
  return rule >= 0 && rows.slice(rule + 1).some((cells) => cells > (rows[rule] ?? 0));
}
