import fc from 'fast-check';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderBriefing, renderParts } from '../../src/briefing/renderBriefing.ts';
import { checkBriefing } from './checkBriefing.ts';
import { checkHtml } from './checkHtml.ts';

const RUNS = 300;

/** Reads and renders a text, and holds everything against what must always be so. */
function checkWhole(text: string, fileName: string): void {
  const briefing = parseBriefing(text, fileName);
  checkBriefing(briefing, text);
  checkHtml(renderBriefing(briefing));
  for (const { body, references } of renderParts(briefing).takeaways.values()) {
    checkHtml(body);
    checkHtml(references);
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
    '[x](https://a.example)',
    '[y][1]',
    '[z](vscode:x)',
    '![i](https://a.example/i.png)',
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

describe('Whatever a text is', () => {
  it('it gives a whole briefing and clean HTML, for any characters', () => {
    fc.assert(fc.property(anyText, fileName, checkWhole), { numRuns: RUNS });
  });

  it('it gives a whole briefing and clean HTML, for pieces of Markdown in any order', () => {
    fc.assert(fc.property(markdown, fileName, checkWhole), { numRuns: RUNS });
  });

  it('it gives a whole briefing and clean HTML, for pieces of front matter', () => {
    fc.assert(fc.property(fenced, fileName, checkWhole), { numRuns: RUNS / 3 });
  });
});
