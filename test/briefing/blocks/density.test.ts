import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_LENGTH } from '../../../src/briefing/blocks/density.ts';
import type { Briefing } from '../../../src/briefing/model.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { plainTextOf } from '../../../src/briefing/structure/plainText.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { structureOf } from '../../../src/briefing/structure/structure.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { longestWhole, ownShapes } from '../../support/bench/texts/ownShapes.ts';
import { checkHtml } from '../support/checkHtml.ts';
import { allSections, allTakeaways } from '../support/fixture.ts';
import { lostWords } from '../support/lostWords.ts';
import { slice } from '../support/ranges.ts';

/**
 * Maximum number of tokens of any text, those inside paragraphs included. The densest texts have two thirds of it.
 */
const MOST_TOKENS = 320_000;
const MOST_ITEMS = 20_010;

/** Lines without content, as many as are parsed as Markdown. */
const FILLER = `${'<'.repeat(999)}\n`.repeat(199);

function denseWithin(before: string, behind: string): Briefing {
  return parseBriefing(`${before}\n\n${FILLER}\n${FILLER}${behind}`, '1.md');
}

function codesOf({ problems }: Briefing): string[] {
  return problems.map(({ code }) => code);
}

function tokensOf(briefing: Briefing): number {
  const { blocks } = structureOf(briefing).document;
  let count = 0;
  for (const { tokens } of blocks) for (const { children } of tokens) count += 1 + (children?.length ?? 0);
  return count;
}

describe('The cost of a text', () => {
  for (const { name, make } of ownShapes) {
    it(`has a limit for any length: ${name}`, () => {
      const briefing = parseBriefing(make(MAX_LENGTH), '');
      for (const one of [briefing, parseBriefing(longestWhole(make), '')])
        assert.ok(tokensOf(one) < MOST_TOKENS, `${tokensOf(one)} tokens`);
      const items = allSections(briefing.sections).length + allTakeaways(briefing).length;
      assert.ok(items < MOST_ITEMS, `${items} sections and takeaways`);
    });
  }

  it('does not exclude anything that newsletters have', () => {
    const takeaway =
      '- **Harbour [office](https://harbour.example/a/b?c=d):** the *ferry* leaves at nine. [1]\n';
    const section = `## This week\n\n${takeaway.repeat(40)}\nProse that goes on for a while, and then ends.\n\n`;
    const digest = `# Digest\n\n${section.repeat(100)}`;
    assert.ok(digest.length > 340_000);
    const briefing = parseBriefing(digest, '');
    assert.equal(codesOf(briefing).includes('too-dense'), false);
    assert.equal(allTakeaways(briefing).length, 4000);
  });
});

describe('A text that is too dense', () => {
  const words = '## Behind *it*\n\n- one\n- two [three](https://a.example)\n\n<b>four';

  it('has a problem at its limit, and continues as plain text', () => {
    const briefing = denseWithin('# T\n\nLede.\n\n## A\n\n- a\n\n### B\n\n- b', words);
    assert.deepEqual(
      allSections(briefing.sections).map(({ title }) => title),
      ['A', 'B'],
    );
    assert.deepEqual(
      allTakeaways(briefing).map(({ text }) => text),
      ['a', 'b'],
    );
    const [problem] = briefing.problems;
    assert.equal(problem?.code, 'too-dense');
    assert.ok(problem.range.start.line > 100);
    assert.ok(slice(briefing.text, problem.range).endsWith(words));
    assert.ok(renderBriefing(briefing).includes(words.replaceAll('<', '&lt;').replaceAll('>', '&gt;')));
  });

  it('ends with its last section, and its sections end with it', () => {
    const briefing = denseWithin('# T\n\n## A\n\n### B', words);
    const { end } = briefing.problems[0]?.range ?? {};
    assert.deepEqual(
      allSections(briefing.sections).map(({ range }) => range.end),
      [end, end],
    );
  });

  it('shows its sources as a list, followed by the text beyond the limit', () => {
    const html = renderBriefing(denseWithin('# T\n\n## Sources\n\n1. [a](https://a.example)', words));
    assert.match(html, /<p class="rest" dir="auto">[^]*Behind \*it\*/);
    checkHtml(html);
  });

  it('can be searched, copied and remembered with all of its words', () => {
    for (const before of ['', '# T\n\nLede.', '# T\n\n## A\n\nProse.', '# T\n\n## Sources\n\n- a.example']) {
      const briefing = denseWithin(before, words);
      for (const shown of [
        readingItems(briefing)
          .map(({ text }) => text)
          .join('\n'),
        writeBriefing(briefing),
        plainTextOf(briefing.text),
      ])
        assert.match(shown, /Behind \*it\*[^]*two \[three\][^]*<b>four/, JSON.stringify(before));
    }
  });

  it('may consist of a single line', () => {
    const briefing = parseBriefing('['.repeat(MAX_LENGTH - 4) + ' end', 'words.md');
    assert.deepEqual(codesOf(briefing), ['too-dense']);
    assert.ok(renderBriefing(briefing).includes('[ end</p>'));
    assert.equal(briefing.title, 'Words');
  });

  it('is not reported if only blank lines are beyond the limit', () => {
    assert.deepEqual(codesOf(parseBriefing(`# T\n\nLede.\n${'\n'.repeat(500_000)}`, '')), []);
  });

  it('loses no word before and after the limit', () => {
    const line = fc.constantFrom(
      '# a',
      '- b *c*',
      '**d:** e',
      '| f | g |',
      '> h',
      '',
      '1. i',
      'References:',
      'j k',
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, behind) => {
        const briefing = denseWithin(before, behind);
        const html = renderBriefing(briefing);
        checkHtml(html);
        assert.deepEqual(lostWords(briefing, html), []);
      }),
      { numRuns: 15 },
    );
  });
});

describe('A text that is too long', () => {
  it('is read up to the limit, in any format', () => {
    const line = 'Words that say little. ';
    const briefing = parseBriefing(line.repeat(MAX_LENGTH / line.length + 2), '');
    assert.deepEqual(codesOf(briefing), ['too-large']);
    assert.ok(renderBriefing(briefing).length < MAX_LENGTH + 1000);
  });
});

describe('Content of any length', () => {
  for (const piece of ['> ', '- ', '[', '**a ', '- a\n\n  ', '1. > '])
    it(`is rendered with all of its words at any depth: ${JSON.stringify(piece)}`, () => {
      for (const times of [30, 60, 120, 40_000 / piece.length]) {
        const briefing = parseBriefing(`# T\n\n${piece.repeat(times)}words\n\nEnd.`, '');
        const html = renderBriefing(briefing);
        checkHtml(html);
        // The browser draws the numbers of a list.
        const lost = lostWords(briefing, html).filter((word) => word !== '1');
        assert.deepEqual(lost, [], `${times} times`);
      }
    });

  it('is rendered with all of its words if each line nests in the one above', () => {
    for (const unit of ['  ', '\t'])
      for (const lazy of ['', 'lazy\n', ' \n', '\n\n']) {
        const lines = Array.from({ length: 120 }, (_, i) => `${unit.repeat(i)}- item${i}\n${lazy}`);
        const briefing = parseBriefing(`# T\n\n${lines.join('')}\nEnd.`, '');
        const html = renderBriefing(briefing);
        checkHtml(html);
        assert.deepEqual(lostWords(briefing, html), [], JSON.stringify([unit, lazy]));
      }
  });

  it('does not count rules and text at the right as nesting', () => {
    const rule = '* '.repeat(60);
    const aside = `${' '.repeat(110)}- a name`;
    for (const line of [rule, '- '.repeat(60), `> ${rule}`, aside, `${' '.repeat(110)}words`])
      assert.deepEqual(codesOf(parseBriefing(`# T\n\n${line}\n\nWords.\n`, '')), [], line);
  });

  it('is rendered: headings', () => {
    const html = renderBriefing(parseBriefing('# h\n'.repeat(120_000), ''));
    assert.ok(html.includes('<p class="rest"'));
  });

  it('is read: a mail’s subject in encoded words', () => {
    const encoded = `=?utf-8?Q?${'a'.repeat(200_000)}?=`;
    const { title } = parseBriefing(
      `Subject: ${encoded} ${encoded}\nDate: Tue, 3 Mar 2026 07:00:00 +0100\n\na`,
      '',
    );
    assert.equal(title.length, 400_000);
  });
});
