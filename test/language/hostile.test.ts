import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { citationAt } from '../../src/language/assist/citationAt.ts';
import { claimsOf } from '../../src/language/assist/claims.ts';
import { completionsAt } from '../../src/language/assist/complete.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { FIXES } from '../../src/language/fixes/fix.ts';
import { fixAll } from '../../src/language/fixes/fixAll.ts';
import { fixesFor } from '../../src/language/fixes/fixesFor.ts';
import { citeSource } from '../../src/language/references/citeSource.ts';
import { renumberReferences, sortReferences } from '../../src/language/references/renumber.ts';
import { applyEdits, type TextEdit } from '../../src/language/textEdit.ts';
import { worked } from '../support/clock.ts';

const H = '# A\n\n## Key Takeaways\n\n';
const REFS = '\n## References\n\n1. [One](https://a.example/1)\n2. [Two](https://a.example/2)\n';

function edited(text: string, edits: readonly TextEdit[]): string {
  assertApart(edits);
  return applyEdits(structureOf(parseBriefing(text, '')).document.lines, edits);
}

/** An editor rejects edits that overlap. */
function assertApart(edits: readonly TextEdit[]): void {
  const sorted = edits.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
  sorted.forEach(({ range: { start } }, i) => {
    const end = sorted[i - 1]?.range.end;
    assert.ok(!end || end.line < start.line || (end.line === start.line && end.character <= start.character));
  });
}

function claims(text: string): string[] {
  return itemsIn(parseBriefing(text, '')).map(({ label = '', references }) =>
    [label, ...references.map(({ title }) => title)].join('|'),
  );
}

describe('Reordering references', () => {
  it('keeps the sources of each claim, without two edits at one position', () => {
    const text = `${H}- **B:** x [2].\n- **C:** y [1].\n\n## References\n\n1. [One](https://a.example/1), see [2]\n2. [Two](https://a.example/2)\n`;
    const edits = renumberReferences(parseBriefing(text, ''));
    assert.ok(typeof edits !== 'string');
    const made = edited(text, edits);
    assert.match(
      made,
      /\n1\. \[Two\]\(https:\/\/a\.example\/2\)\n2\. \[One\]\(https:\/\/a\.example\/1\), see \[1\]\n/,
    );
    assert.deepEqual(claims(made), claims(text));
  });

  it('changes no address, title, image, code, comment or HTML, or else nothing at all', () => {
    for (const words of [
      '[t](https://z.example/?a[2]=1)',
      '[t](https://z.example/ "vol [2]")',
      '![alt [2]](x.png)',
      'https://z.example/a?b[2]=c',
      '`x\n  [2] b`',
      '<a href="https://z.example/[2]">t</a>',
    ]) {
      const text = `${H}- **B:** ${words} x [2].\n- **C:** y [1].\n${REFS}`;
      for (const edits of [
        renumberReferences(parseBriefing(text, '')),
        sortReferences(parseBriefing(text, '')),
      ]) {
        if (typeof edits === 'string') continue;
        const made = edited(text, edits);
        assert.ok(made.includes(words), words);
        assert.deepEqual(claims(made), claims(text), words);
      }
    }
    const hidden = `${H}- **B:** x [2] <!-- a\n[2] b -->.\n- **C:** y [1].\n${REFS}`;
    const edits = renumberReferences(parseBriefing(hidden, ''));
    if (typeof edits !== 'string') assert.ok(edited(hidden, edits).includes('<!-- a\n[2] b -->'));
  });

  it('keeps sources for brackets that only the reader takes for a citation or a link', () => {
    const inItem = `${H}- **B:** x\n  [2]: what it says.\n- **C:** y [1].\n${REFS}`;
    const defined = `${H}- **B:** x [2].\n- **C:** y [1].\n\n[2]: https://z.example/9 "Z"\n${REFS}`;
    for (const text of [inItem, defined]) {
      const edits = renumberReferences(parseBriefing(text, ''));
      if (typeof edits !== 'string') assert.deepEqual(claims(edited(text, edits)), claims(text));
    }
  });

  it('updates citations of several at once', () => {
    const three = `${REFS}3. [Three](https://a.example/3)\n`;
    const text = `${H}- **B:** x [2-3].\n- **C:** y [1, 3].\n${three}`;
    assert.deepEqual(claims(text), ['B|Two|Three', 'C|One|Three']);
    const edits = renumberReferences(parseBriefing(text, ''));
    assert.ok(typeof edits !== 'string');
    const made = edited(text, edits);
    assert.match(made, /x \[1, 2\]\.\n.*y \[2, 3\]\./);
    assert.deepEqual(
      claims(made).map((one) => one.split('|').sort()),
      claims(text).map((one) => one.split('|').sort()),
    );
    assert.deepEqual(renumberReferences(parseBriefing(made, '')), []);
  });
});

describe('A fix', () => {
  const fixesIn = (text: string, fileName = '') => {
    const briefing = parseBriefing(text, fileName);
    const context = { briefing, fileName, today: '2026-11-27' };
    return checkBriefing(briefing, fileName).flatMap((finding) =>
      fixesFor(finding, context).map((fix) => ({ ...fix, code: finding.code })),
    );
  };

  it('writes nothing into code or a comment', () => {
    for (const text of [
      `${H}- **B:** x [1]\n- \`\`\`\n  code\n  \`\`\`\n${REFS}`,
      `${H}- **B:** x [1].\n\n<!-- a\n[t](https://z.example/?utm_source=x)\n-->\n${REFS}`,
    ])
      for (const { kind, edits } of fixesIn(text)) {
        const made = edited(text, edits);
        if (kind === 'ignore') assert.deepEqual(claims(made), claims(text), made);
        assert.doesNotMatch(made, /```\s*(?:\[1\]|<!--)/);
      }
    for (const text of ['# A\n\n- **B:** x\n\n```\ncode', '# A\n\n- **B:** x [2]\n\n~~~\ncode\n'])
      assert.equal(
        citeSource(parseBriefing(text, ''), { title: 'T', url: 'https://b.example/1' }),
        undefined,
      );
  });

  it('sets a date only where it is read', () => {
    for (const date of ["'it''s'", '"some\\"day"', '>\n  someday', 'soon\ndate: later']) {
      const text = `---\ndate: ${date}\n---\n\n${H}- **B:** x.\n`;
      assert.ok(!fixesIn(text, '2026-01-02.md').some(({ kind }) => kind === 'set-date'), date);
    }
  });

  it('cleans a link only if it leads to the same page afterwards', () => {
    const text = `${H}- **B:** [t](https://d.example/x?utm_source=y&amp;b=1) x.\n`;
    assert.ok(!fixesIn(text).some(({ kind }) => kind === 'clean-link'));
    const ended = `${H}- **B:** [t](http://x.example?utm_p;) x.\n`;
    const clean = fixesIn(ended).find(({ kind }) => kind === 'clean-link');
    assert.match(edited(ended, clean?.edits ?? []), /\[t\]\(http:\/\/x\.example\) x\./);
    const cell = '| A | B |\n|---|---|\n| x | https://www.google.com/url?q=https://a.example/a%7Cb&sa=D |\n';
    for (const { kind, edits } of fixesIn(cell))
      if (kind === 'clean-link') assert.doesNotMatch(edited(cell, edits), /a\|b/);
  });

  it('has no snippet placeholders but its own', () => {
    const text = `${H}- **B:** x [^$CLIPBOARD] y[^a].\n\n[^a]: [One](https://a.example/1)\n`;
    const added = fixesIn(text).find(({ kind }) => kind === 'add-entry');
    assert.ok(
      added?.edits.some(({ text: words }) => words.includes('[^\\$CLIPBOARD]: ')),
      FIXES['add-entry'],
    );
  });

  it('merges entries that differ only in tracking parameters', () => {
    const twice = `${H}- **B:** x [1].\n- **C:** y [2].\n${REFS.replace('a.example/2', 'a.example/1?fbclid=1')}`;
    const made = fixAll({ briefing: parseBriefing(twice, ''), fileName: '', today: '2026-11-27' }) ?? '';
    assert.match(made, /x \[1\]\.\n.*y \[1\]\./);
    assert.equal(made.match(/a\.example/g)?.length, 1);
  });
});

describe('A text that was made to be slow', () => {
  const SIZE = 150_000;
  const fill = (piece: string) => piece.repeat(SIZE / piece.length);
  const texts: Readonly<Record<string, string>> = {
    'opening brackets': fill('['),
    'escaped brackets': fill('\\['),
    'opened images': fill('!['),
    'citations on one line': `- ${fill('[7] ')}`,
    'backticks of many lengths': Array.from({ length: 770 }, (_, i) => '`'.repeat(i + 1)).join(' '),
    'opened comments': fill('<!--'),
    'empty link texts': `- ${fill('[here](https://a.example/?utm_a=1) ')}`,
    'takeaways that cite what is not there': `${H}${fill('- **B:** x [7]\n')}${REFS}`,
    'one source over and over': `${H}- **B:** x\n\n## References\n\n${fill('- [One](https://a.example/1)\n')}`,
    'short items': `${H}${fill('1. a\n')}`,
  };

  for (const [name, text] of Object.entries(texts))
    it(`is checked, fixed and counted: ${name}`, () => {
      const start = worked();
      const briefing = parseBriefing(text, 'a.md');
      const found = checkBriefing(briefing, 'a.md');
      const context = { briefing, fileName: 'a.md', today: '2026-11-27' };
      for (const finding of found.slice(0, 10)) fixesFor(finding, context);
      fixAll(context);
      claimsOf(briefing);
      citationAt(briefing, { line: 4, character: 10 });
      completionsAt(briefing, { line: 4, character: 3 }, { sources: [], headings: [], labels: [] });
      assert.ok(worked() - start < 30_000);
    });
});
