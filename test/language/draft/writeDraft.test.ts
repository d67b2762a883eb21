import assert from 'node:assert/strict';
import { takeawaysIn } from '../../../src/briefing/briefingContents.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../../src/language/checkBriefing.ts';
import { GivenSources } from '../../../src/language/draft/givenSources.ts';
import { Reasons } from '../../../src/language/draft/reasons.ts';
import { type WrittenDraft, writeDraft } from '../../../src/language/draft/writeDraft.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';

const HARBOUR = { name: 'Harbour Office', url: 'https://ferry.example/times' };
const GIVEN = [
  HARBOUR,
  { name: 'The works office', url: 'https://works.example/bridge?utm_source=mail' },
  { name: 'Letter of the mayor' },
];
const FERRY = { headline: 'Ferry', body: 'The last one leaves at nine.', sources: [HARBOUR] };

function draftOf(...stories: readonly unknown[]): Record<string, unknown> {
  return { title: 'Morning brief', sections: [{ title: 'Key Takeaways', stories }] };
}

/** A draft of one story, FERRY, with these properties of the draft or of the story; or else `stories`, or the `draft`. */
function given(input: string): unknown {
  const own = JSON.parse(input.replaceAll('FERRY', JSON.stringify(FERRY))) as Record<string, unknown>;
  const stories = (own['stories'] as readonly unknown[] | undefined) ?? [{ ...FERRY, ...own }];
  return 'draft' in own ? own['draft'] : { ...draftOf(...stories), ...own };
}

function write(value: unknown): { written: WrittenDraft | undefined; reasons: readonly string[] } {
  const reasons = new Reasons();
  const written = writeDraft(value, new GivenSources(GIVEN), reasons);
  return { written, reasons: reasons.all };
}

describe('A draft', () => {
  fixtureCases('language/writtenDrafts', (input) => {
    const { written, reasons } = write(given(input));
    assert.deepEqual(reasons, []);
    const briefing = parseBriefing(written?.markdown ?? '', 'a.md');
    assert.deepEqual(checkBriefing(briefing, 'a.md'), []);
    assert.equal(takeawaysIn(briefing.sections).length, written?.takeaways);
    return written?.markdown.replace(/\n$/, '') ?? '';
  });

  fixtureCases('language/draftLanguages', (language) => {
    const { written } = write({ ...draftOf(FERRY), language });
    const last = parseBriefing(written?.markdown ?? '', 'a.md').sections.at(-1);
    assert.equal(last?.kind, 'references');
    return last.title;
  });

  fixtureCases('language/refusedDrafts', (input) => {
    const { written, reasons } = write(given(input));
    assert.equal(written, undefined);
    assert.ok(
      reasons.every((reason) => reason.length < 400 && reason.endsWith('.')),
      reasons.join('\n'),
    );
    return reasons.join('\n');
  });

  it('is refused if it is missing, or too long', () => {
    for (const [value, says] of [
      [undefined, /^The briefing is missing\. Use an object/],
      [{ ...draftOf(FERRY), title: 'A'.repeat(10_000_000) }, /10000000 characters\. Use at most/],
      [draftOf(...Array<unknown>(201).fill(FERRY)), /201 entries\. Use at most 200/],
    ] as const)
      assert.match(write(value).reasons.join('\n'), says);
  });

  it('is refused with at most twenty reasons at a time', () => {
    const { reasons } = write(draftOf(...Array<unknown>(100).fill({ ...FERRY, sources: [] })));
    assert.equal(reasons.length, 21);
    assert.equal(reasons.at(-1), 'And 80 more.');
  });
});
