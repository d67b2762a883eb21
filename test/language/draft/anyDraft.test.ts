import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { askForDraft, readReply } from '../../../src/language/draft/askForDraft.ts';
import { GivenSources } from '../../../src/language/draft/givenSources.ts';
import { Reasons } from '../../../src/language/draft/reasons.ts';
import { writeDraft } from '../../../src/language/draft/writeDraft.ts';
import { takeawaysIn } from '../../../src/briefing/briefingContents.ts';

const SOURCES = [
  { name: 'Harbour Office', url: 'https://ferry.example/times' },
  { name: 'Letter of the mayor' },
] as const;
const GIVEN = new GivenSources(SOURCES);

/** Words, and strings with a meaning in Markdown or in our own format. */
const PIECES = [
  ...'Ferry stops ** * _ [ ] ( ) # ` ```'.split(' '),
  ...['\n', '\n\n', '> ', '- ', '1. '],
  ...'| <b> <!-- --> &lt; {{ }} {% [1] [^1] ^[ --- === : ： 🌉 渡轮'.split(' '),
  ...'https://ferry.example/times https://other.example/a other.example [a](https://other.example/b)'.split(
    ' ',
  ),
  ...[
    'Source: ',
    'References',
    'Why it matters',
    '![a](b.png)',
    '[a]: https://other.example/c',
    '\\',
    '~~',
    '\t',
  ],
];
const piece = fc.oneof(
  { arbitrary: fc.constantFrom('Ferry', 'stops at nine', 'today.', 'Why'), weight: 4 },
  { arbitrary: fc.constantFrom(...PIECES), weight: 1 },
);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const sources = fc.subarray([...SOURCES], { minLength: 1 });
const stories = fc.array(fc.record({ headline: words, body: words, sources }), {
  minLength: 1,
  maxLength: 3,
});
const section = fc.record({ title: fc.constantFrom('Key Takeaways', 'City', '渡轮'), stories });
const draft = fc.record({
  title: words,
  lede: fc.option(words, { nil: undefined }),
  sections: fc.array(section, { minLength: 1, maxLength: 2 }),
});

describe('Any draft', () => {
  it('is written or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 5, withBigInt: true, withNullPrototype: true }), (value) => {
        const reasons = new Reasons();
        assert.equal(writeDraft(value, GIVEN, reasons) === undefined, !reasons.isEmpty());
      }),
      { numRuns: 2000 },
    );
  });

  it('that is written has each story as a takeaway, and cites only what was given', () => {
    let tried = 0;
    let written = 0;
    fc.assert(
      fc.property(draft, (value) => {
        tried++;
        const reasons = new Reasons();
        const found = writeDraft(value, GIVEN, reasons);
        assert.equal(found === undefined, !reasons.isEmpty());
        if (!found) return;
        written++;
        const { sections, references } = parseBriefing(found.markdown, 'a.md');
        const takeaways = takeawaysIn(sections);
        assert.equal(takeaways.length, found.takeaways);
        for (const { references: own } of takeaways) assert.ok(own.length > 0);
        for (const { url } of references) assert.ok(url === undefined || GIVEN.hasUrl(url), url);
      }),
      { numRuns: 600, seed: 1 },
    );
    assert.ok(written * 10 > tried, `${written} of ${tried} were written`);
  });
});

describe('Any answer of a model', () => {
  it('is read or refused, and nothing is thrown', () => {
    const { given } = askForDraft({ text: 'It stops: https://ferry.example/times', fileName: 'a.md' });
    const reply = fc.array(fc.constantFrom(...PIECES, '{', '}', '"title"', ':', ',', '```json\n', '<think>'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          reply.map((all) => all.join('')),
        ),
        (text) => {
          const reasons = new Reasons();
          assert.equal(readReply(text, given, reasons) === undefined, !reasons.isEmpty());
        },
      ),
      { numRuns: 2000 },
    );
  });
});
