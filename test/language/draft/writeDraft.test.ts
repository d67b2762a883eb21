import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../../src/language/checkBriefing.ts';
import { GivenSources } from '../../../src/language/draft/givenSources.ts';
import { Reasons } from '../../../src/language/draft/reasons.ts';
import { type WrittenDraft, writeDraft } from '../../../src/language/draft/writeDraft.ts';

const HARBOUR = { name: 'Harbour Office', url: 'https://ferry.example/times' };
const WORKS = { name: 'The works office', url: 'https://works.example/bridge?utm_source=mail' };
const MAYOR = { name: 'Letter of the mayor' };

const FERRY = { headline: 'Ferry', body: 'The last one leaves at nine.', sources: [HARBOUR] };

function draftOf(...stories: readonly unknown[]): Record<string, unknown> {
  return { title: 'Morning brief', sections: [{ title: 'Key Takeaways', stories }] };
}

function write(value: unknown): { written: WrittenDraft | undefined; reasons: readonly string[] } {
  const reasons = new Reasons();
  const written = writeDraft(value, new GivenSources([HARBOUR, WORKS, MAYOR]), reasons);
  return { written, reasons: reasons.all };
}

describe('A draft', () => {
  it('is written as canonical Markdown, each story with the numbers of its sources', () => {
    const { written, reasons } = write({
      title: 'Morning brief',
      date: '2026-03-03',
      language: 'en',
      lede: 'What the day is about.',
      sections: [
        { title: 'Key Takeaways', stories: [FERRY] },
        {
          title: 'City',
          stories: [
            {
              headline: '🌉 Is the bridge *closed*?',
              body: 'Until May.\n\n- From Monday on\n- At night, too',
              sources: [WORKS, MAYOR],
            },
            { headline: 'C# & [ferries]', body: 'One `<b>` in code.', sources: [HARBOUR, HARBOUR] },
          ],
        },
      ],
    });
    assert.deepEqual(reasons, []);
    assert.equal(written?.takeaways, 3);
    assert.equal(
      written.markdown,
      `---
date: "2026-03-03"
lang: "en"
---

# Morning brief

What the day is about.

## Key Takeaways

- **Ferry:** The last one leaves at nine. [1]

## City

- 🌉 **Is the bridge \\*closed\\*?** Until May.

  - From Monday on
  - At night, too

  [2] [3]
- **C# & \\[ferries\\]:** One \`<b>\` in code. [1]

## References

- [1] [Harbour Office](<https://ferry.example/times>)
- [2] [The works office](<https://works.example/bridge>)
- [3] Letter of the mayor
`,
    );
    const briefing = parseBriefing(written.markdown, 'a.md');
    const { sections } = briefing;
    assert.deepEqual(checkBriefing(briefing, 'a.md'), []);
    assert.deepEqual(
      sections.flatMap(({ takeaways }) => takeaways.map(({ references }) => references.length)),
      [1, 2, 1],
    );
  });

  it('has a list of sources named in its own language, which is recognized when read', () => {
    for (const [language, name] of [
      ['de', 'Quellen'],
      ['es-MX', 'Fuentes'],
      ['fr', 'Sources'],
      ['it', 'Fonti'],
      ['ja', '出典'],
      ['ko', '참고'],
      ['nl', 'Bronnen'],
      ['pt-BR', 'Fontes'],
      ['ru', 'Источники'],
      ['zh', '参考资料'],
      ['ar', 'المصادر'],
      ['xx', 'References'],
    ] as const) {
      const { written } = write({ ...draftOf(FERRY), language });
      const { sections } = parseBriefing(written?.markdown ?? '', 'a.md');
      assert.deepEqual([sections.at(-1)?.kind, sections.at(-1)?.title], ['references', name], language);
    }
  });

  it('may leave out whatever is optional, and have a section without stories', () => {
    const { sections } = draftOf(FERRY);
    const empty = [{ title: 'Empty', stories: [] }, ...(sections as readonly unknown[])];
    for (const nothing of [undefined, null, '']) {
      const optional = { date: nothing, language: nothing, lede: nothing };
      const { written, reasons } = write({ ...draftOf(FERRY), ...optional, sections: empty });
      assert.deepEqual(reasons, []);
      assert.match(written?.markdown ?? '', /^# Morning brief\n\n## Key Takeaways\n/);
    }
  });

  it('may have the links of its text, with or without tracking parameters', () => {
    const link = { ...FERRY, body: 'Says [it](https://works.example/bridge).', sources: [] };
    const { written, reasons } = write(draftOf(link));
    assert.deepEqual(reasons, []);
    assert.match(written?.markdown ?? '', /\[it\]\(<https:\/\/works\.example\/bridge>\)/);
    assert.doesNotMatch(written?.markdown ?? '', /References/);
  });

  const refused: readonly (readonly [what: string, value: unknown, says: RegExp])[] = [
    ['nothing', undefined, /^The briefing is missing\. Use an object/],
    ['null', null, /^The briefing is null\. Use an object/],
    ['a list', [], /^The briefing is a list\. Use an object/],
    ['words', 'Morning', /^The briefing is a string\. Use an object/],
    ['nothing in it', {}, /^"title" is missing/],
    ['a number for a title', { ...draftOf(FERRY), title: 3 }, /^"title" is a number\. Use a string/],
    ['no word in a title', { ...draftOf(FERRY), title: ' \n ' }, /^"title" has no words/],
    ['two lines in a title', { ...draftOf(FERRY), title: 'A\nB' }, /^"title" has several lines/],
    ['Markdown in a title', { ...draftOf(FERRY), title: '**A**' }, /^"title" contains markup/],
    ['HTML in a title', { ...draftOf(FERRY), title: 'A <img src=x>' }, /^"title" contains markup/],
    [
      'a long title',
      { ...draftOf(FERRY), title: 'A'.repeat(10_000_000) },
      /10000000 characters\. Use at most/,
    ],
    ['a control', { ...draftOf(FERRY), title: 'A\u0007' }, /invisible character \(U\+0007\)\. Remove it/],
    ['what turns a text around', { ...draftOf(FERRY), lede: 'a\u202eb' }, /^"lede".*\(U\+202E\)/],
    ['no date', { ...draftOf(FERRY), date: '2026-02-30' }, /^"date" is “2026-02-30”\. Use a valid date/],
    ['a number for a date', { ...draftOf(FERRY), date: 20260303 }, /^"date" is a number/],
    ['no language', { ...draftOf(FERRY), language: 'a b' }, /^"language" is not a language tag/],
    ['no list of sections', { title: 'A', sections: {} }, /^"sections" is an object\. Use a list/],
    ['no section', { title: 'A', sections: [] }, /no story\. Add at least one/],
    ['no story', draftOf(), /no story\. Add at least one/],
    ['too many stories', draftOf(...Array<unknown>(201).fill(FERRY)), /201 entries\. Use at most 200/],
    ['a number for a story', draftOf(4), /^Section 1, story 1 is a number\. Use an object/],
    ['lists in lists', draftOf([[[[]]]]), /^Section 1, story 1 is a list/],
    ['no body', draftOf({ headline: 'A', sources: [HARBOUR] }), /story 1 \(“A”\): "body" is missing/],
    ['no list of sources', draftOf({ headline: 'A', body: 'B' }), /\(“A”\): "sources" is missing/],
    ['a list for a body', draftOf({ ...FERRY, body: '- a\n- b' }), /"body" begins with Markdown markup/],
    ['hidden words', draftOf({ ...FERRY, body: 'A <!-- b' }), /“<!--”\. Use Markdown/],
    [
      'an address that runs',
      draftOf({ ...FERRY, sources: [{ name: 'A', url: 'javascript:alert(1)' }] }),
      /source 1: "url" is “javascript:alert\(1\)”\. Use the http or https address/,
    ],
    [
      'a number for an address',
      draftOf({ ...FERRY, sources: [{ name: 'A', url: 1 }] }),
      /source 1: "url" is a number/,
    ],
    ['no source', draftOf({ ...FERRY, sources: [] }), /^The story “Ferry” has no source\. Add at least one/],
    [
      'a source that was not given',
      draftOf({ ...FERRY, sources: [{ name: 'A', url: 'https://other.example/a' }] }),
      /^The story “Ferry” cites “https:\/\/other\.example\/a”, which is not one of the given sources\. Cite one/,
    ],
    [
      'a name that was not given',
      draftOf({ ...FERRY, sources: [{ name: 'Somebody' }] }),
      /cites “Somebody”, which has no "url", is not one of/,
    ],
    [
      'a link that was not given',
      draftOf({ ...FERRY, body: 'See [it](https://other.example/a).' }),
      /^The story “Ferry” links to “https:\/\/other\.example\/a”, which is not one of/,
    ],
    ['a bare link', draftOf({ ...FERRY, body: 'See https://other.example/a.' }), /links to “https:\/\/oth/],
    ['a link in HTML', draftOf({ ...FERRY, body: '<a href="https://o.example">A</a>' }), /links to/],
    [
      'an image',
      draftOf({ ...FERRY, body: '![A](https://other.example/a.png)' }),
      /has an image\. Remove it/,
    ],
    ['an image of a source', draftOf({ ...FERRY, body: `![A](${HARBOUR.url})` }), /has an image/],
    [
      'words in a parameter',
      draftOf({ ...FERRY, body: `[A](${HARBOUR.url}?utm_content=words)` }),
      /links to/,
    ],
    ['words in a fragment', draftOf({ ...FERRY, body: `[A](${HARBOUR.url}#words)` }), /links to/],
    [
      'words in a source’s fragment',
      draftOf({ ...FERRY, sources: [{ ...HARBOUR, url: `${HARBOUR.url}#words` }] }),
      /not one of the given sources/,
    ],
    ['a mail', draftOf({ ...FERRY, body: '[A](mailto:a@b.example)' }), /links to “mailto:/],
    ['a link that runs', draftOf({ ...FERRY, body: '[A](javascript:a)' }), /not an http or https address/],
    ['a link into the folder', draftOf({ ...FERRY, body: '[A](../a.md)' }), /not an http or https address/],
    ['a link above', { ...draftOf(FERRY), lede: 'https://other.example/a' }, /^"lede" links to/],
    [
      'a name in a line of sources',
      draftOf({ ...FERRY, body: 'A.\n\nSource: Reuters\n\nB.' }),
      /cites “Reuters”/,
    ],
    [
      'a site in a line of sources',
      draftOf({ ...FERRY, body: 'A.\n\nSource: other.example\n\nB.' }),
      /cites “https:/,
    ],
    [
      'a site for a source',
      draftOf({ ...FERRY, sources: [{ name: 'other.example' }] }),
      /“other\.example” is a site\. Use the page/,
    ],
    ['a number of its own', draftOf({ ...FERRY, body: 'It stops. [1]' }), /cites by a number/],
    ['a footnote', draftOf({ ...FERRY, body: 'It stops.^[Ann]' }), /cites by a number or a footnote/],
    [
      'a list of sources',
      { title: 'A', sections: [{ title: 'Sources', stories: [FERRY] }] },
      /^The section “Sources” is named like a list of sources/,
    ],
    [
      'a part for a story',
      { title: 'A', sections: [{ title: 'B', stories: [FERRY, { ...FERRY, headline: 'Source' }] }] },
      /^The story “Ferry” cannot be separated from its neighbours/,
    ],
  ];
  for (const [what, value, says] of refused)
    it(`is refused with a sentence: ${what}`, () => {
      const { written, reasons } = write(value);
      assert.equal(written, undefined);
      assert.match(reasons[0] ?? '', says);
      assert.ok(
        reasons.every((reason) => reason.length < 400 && reason.endsWith('.')),
        reasons.join('\n'),
      );
    });

  it('is refused with at most twenty reasons at a time', () => {
    const { reasons } = write(draftOf(...Array<unknown>(100).fill({ ...FERRY, sources: [] })));
    assert.equal(reasons.length, 21);
    assert.equal(reasons.at(-1), 'And 80 more.');
  });
});
