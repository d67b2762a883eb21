import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { citeSource, type CitableSource } from '../../src/language/references/citeSource.ts';
import { renumberReferences, sortReferences } from '../../src/language/references/renumber.ts';
import { applyEdits, type TextEdit } from '../../src/language/textEdit.ts';

const HEAD = '# A\n\n## Key Takeaways\n\n';

function edited(text: string, edits: readonly TextEdit[] | string): string {
  return typeof edits === 'string'
    ? edits
    : applyEdits(structureOf(parseBriefing(text, '')).document.lines, edits);
}

/** The source titles of each takeaway, which must not change when numbers do. */
function claims(text: string): string[] {
  return parseBriefing(text, '').sections.flatMap(({ takeaways }) =>
    takeaways.map(
      ({ label = '', references }) => `${label}: ${references.map(({ title }) => title).join(', ')}`,
    ),
  );
}

const FORMS: Readonly<Record<string, readonly [text: string, renumbered: string]>> = {
  'a numbered list': [
    `${HEAD}- **B:** x [2][1].\n- **C:** y [3].\n\n## References\n\n1. [One](https://a.example/1)\n2. [Two](https://a.example/2)\n   and its note\n3. [Three](https://a.example/3)\n`,
    `${HEAD}- **B:** x [1][2].\n- **C:** y [3].\n\n## References\n\n1. [Two](https://a.example/2)\n   and its note\n2. [One](https://a.example/1)\n3. [Three](https://a.example/3)\n`,
  ],
  'a list that Markdown numbers': [
    `${HEAD}- **B:** x [2].\n- **C:** y [1].\n\n## References\n\n1. [One](https://a.example/1)\n1. [Two](https://a.example/2)\n`,
    `${HEAD}- **B:** x [1].\n- **C:** y [2].\n\n## References\n\n1. [Two](https://a.example/2)\n1. [One](https://a.example/1)\n`,
  ],
  'numbers in brackets': [
    `${HEAD}- **B:** x [12].\n- **C:** y [3].\n\n## References\n\n- [3] [One](https://a.example/1)\n- [12] [Two](https://a.example/2)\n`,
    `${HEAD}- **B:** x [1].\n- **C:** y [2].\n\n## References\n\n- [1] [Two](https://a.example/2)\n- [2] [One](https://a.example/1)\n`,
  ],
  'lines of plain text': [
    'A brief\n\nKey Takeaways\n\nB: It is so [2].\nC: It is not [1].\n\nReferences\n\n[1] One — https://a.example/1\n[2] Two — https://a.example/2\n',
    'A brief\n\nKey Takeaways\n\nB: It is so [1].\nC: It is not [2].\n\nReferences\n\n[1] Two — https://a.example/2\n[2] One — https://a.example/1\n',
  ],
  footnotes: [
    `${HEAD}- **B:** x[^2].\n- **C:** y[^1].\n\n[^1]: [One](https://a.example/1)\n\n[^2]: [Two](https://a.example/2)\n`,
    `${HEAD}- **B:** x[^1].\n- **C:** y[^2].\n\n[^1]: [Two](https://a.example/2)\n\n[^2]: [One](https://a.example/1)\n`,
  ],
};

describe('The references of a briefing', () => {
  for (const [form, [text, renumbered]] of Object.entries(FORMS)) {
    it(`are numbered as they are cited, in ${form}, and each claim keeps its sources`, () => {
      const made = edited(text, renumberReferences(parseBriefing(text, '')));
      assert.equal(made, renumbered);
      assert.deepEqual(claims(made), claims(text));
      assert.deepEqual(renumberReferences(parseBriefing(made, '')), []);
    });
  }

  it('are sorted by title, and cited by their new numbers', () => {
    const text = `${HEAD}- **B:** x [1].\n- **C:** y [2].\n\n## References\n\n1. [Zoo 10](https://a.example/1)\n2. [Zoo 9](https://a.example/2)\n3. [Ärger](https://a.example/3)\n`;
    const made = edited(text, sortReferences(parseBriefing(text, '')));
    assert.match(made, /1\. \[Ärger\].*\n2\. \[Zoo 9\].*\n3\. \[Zoo 10\]/);
    assert.deepEqual(claims(made), claims(text));
  });

  it('keep their labels if they have names', () => {
    const text = `${HEAD}- **B:** x[^two].\n- **C:** y[^one].\n\n[^one]: [One](https://a.example/1)\n[^two]: [Two](https://a.example/2)\n`;
    const made = edited(text, renumberReferences(parseBriefing(text, '')));
    assert.match(made, /\[\^two\]: \[Two\].*\n\[\^one\]: \[One\]/);
    assert.deepEqual(claims(made), claims(text));
  });

  it('stay as they are if a number has no entry or two, or there are several lists', () => {
    const list = '\n## References\n\n1. [One](https://a.example/1)\n';
    const renumber = (text: string) => renumberReferences(parseBriefing(text, ''));
    assert.equal(renumber(`${HEAD}- **B:** x [7] [1].\n${list}`), 'undefined');
    assert.equal(
      renumber(`${HEAD}- **B:** x [1].\n${list}\n# C\n\n- **D:** y.\n${list.replace('One', 'Two')}`),
      'several',
    );
    assert.equal(renumber(`${HEAD}- **B:** x.\n`), 'none');
    const twice = '\n## References\n\n- [1] [One](https://a.example/1)\n- [1] [Two](https://a.example/2)\n';
    assert.equal(renumber(`${HEAD}- **B:** x [1].\n${twice}`), 'twice');
    assert.equal(renumber('{"title":"A","sections":[]}'), 'none');
  });
});

describe('A source', () => {
  const cited = (text: string, source: CitableSource) => {
    const citation = citeSource(parseBriefing(text, ''), source);
    return citation && `${citation.text}\n${edited(text, citation.edits)}`;
  };
  const SOURCE = { title: 'New [one]', url: 'https://b.example/n' };

  it('is cited by its number if the briefing lists it, with or without tracking parameters', () => {
    const [text] = FORMS['a numbered list'] ?? [''];
    assert.equal(cited(text, { title: 'Other', url: 'https://a.example/2?utm_source=x' }), `[2]\n${text}`);
  });

  it('is added in the form of the others', () => {
    const entry = '[New \\[one\\]](https://b.example/n)';
    const expected: Readonly<Record<string, readonly [citation: string, entry: string]>> = {
      'a numbered list': ['[4]', `\n4. ${entry}\n`],
      'a list that Markdown numbers': ['[3]', `\n1. ${entry}\n`],
      'numbers in brackets': ['[13]', `\n- [13] ${entry}\n`],
      'lines of plain text': ['[3]', '\n[3] New [one] — https://b.example/n\n'],
      footnotes: ['[^3]', `\n\n[^3]: ${entry}\n`],
    };
    for (const [form, [text]] of Object.entries(FORMS)) {
      const [citation, added] = expected[form] ?? ['', ''];
      assert.equal(cited(text, SOURCE), `${citation}\n${text.trimEnd()}${added}`, form);
    }
  });

  it('starts a list in a briefing without one', () => {
    const text = `${HEAD}- **B:** x.\n\n\n`;
    assert.equal(
      cited(text, SOURCE),
      `[1]\n${HEAD}- **B:** x.\n\n## References\n\n1. [New \\[one\\]](https://b.example/n)\n\n\n`,
    );
    assert.equal(
      cited('A brief\n\nB: It is so.\n', SOURCE),
      '[1]\nA brief\n\nB: It is so.\n\nReferences\n\n[1] New [one] — https://b.example/n\n',
    );
  });

  it('is linked if the briefing links its others', () => {
    const text = `${HEAD}- **B:** x ([One](https://a.example/1)).\n- **C:** y.\n`;
    assert.equal(cited(text, SOURCE), `([New \\[one\\]](https://b.example/n))\n${text}`);
  });

  it('is not written into JSON', () => {
    assert.equal(
      cited('{"title":"A","sections":[{"title":"B","stories":[{"headline":"C","body":"d"}]}]}', SOURCE),
      undefined,
    );
  });
});
