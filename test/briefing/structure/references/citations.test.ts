import assert from 'node:assert/strict';
import type { Briefing } from '../../../../src/briefing/model.ts';
import { isSerious } from '../../../../src/briefing/problems.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { allTakeaways, read } from '../../support/fixture.ts';
import { slice } from '../../support/ranges.ts';
import { worked } from '../../../support/clock.ts';

const SOURCES = ['', '## Sources', '', '1. One', '2. Two', '3. Three'];

function cited(briefing: Briefing): (string | undefined)[] {
  return allTakeaways(briefing).map(({ references }) => references.map(({ title }) => title).join(' '));
}

/** Each problem as the citation that it names, and the words in its range. */
function problems({ text, problems: all }: Briefing): (readonly [string, string | undefined, string])[] {
  return all.filter(isSerious).map(({ code, details, range }) => [code, details[0], slice(text, range)]);
}

describe('A citation', () => {
  it('with a number points at the source with that number', () => {
    const cases: readonly (readonly [words: string, titles: string])[] = [
      ['a [2]', 'Two'],
      ['a [2][3]', 'Two Three'],
      ['a [3], b [1]', 'Three One'],
      ['**a [2]** b', 'Two'],
      ['**L [2]:** b', 'Two'],
      ['a [^2]', 'Two'],
      ['a [2](#source-2), b [[3]](#c)', 'Two Three'],
      ['a [9](#source-9), [here](#a)', 'One Two Three'],
    ];
    for (const [words, titles] of cases) {
      assert.deepEqual(cited(read('# T', '## A', `- ${words}`, ...SOURCES)), [titles], words);
    }
  });

  it('can be written in other ways', () => {
    const cases: readonly (readonly [words: string, titles: string, text: string])[] = [
      ['It stops.²', 'Two', 'It stops.'],
      ['It stops¹ for³ good.', 'One Three', 'It stops for good.'],
      ['It stops【2】【3】', 'Two Three', 'It stops'],
      ['它停了²。', 'Two', '它停了。'],
      ['It stops. [cite: 2, 3]', 'Two Three', 'It stops.'],
      // These are not citations.
      ['It has 2 km² of x³.', 'One Two Three', 'It has 2 km² of x³.'],
      ['It stops.⁹', 'One Two Three', 'It stops.⁹'],
      ['It stops 【late】 (2)', 'One Two Three', 'It stops 【late】 (2)'],
    ];
    for (const [words, titles, text] of cases) {
      const briefing = read('# T', '## A', `- ${words}`, ...SOURCES);
      assert.deepEqual(cited(briefing), [titles], words);
      assert.equal(allTakeaways(briefing)[0]?.text, text);
      assert.deepEqual(problems(briefing), [], words);
      assert.deepEqual(cited(read(...writeBriefing(briefing).split('\n'))), [titles], words);
    }
  });

  it('can be written as the sources are numbered', () => {
    const rounds = ['## Sources', '(1) AP – https://a.example/r', '(2) Gazette – https://b.example/s'];
    const story = ['# T', '## A', '- a (2)', '- b (1). It is late (2)', '- (1) c, (2) d', ''];
    assert.deepEqual(cited(read(...story, ...rounds)), ['Gazette', 'AP Gazette', 'AP Gazette']);
    const wide = ['## 来源', '【1】甲：https://a.example/r', '【2】乙：https://b.example/s'];
    assert.deepEqual(cited(read('# T', '## A', '- 它停了。【2】', '', ...wide)), ['乙']);
    const raised = ['---', '¹ AP, https://a.example/r', '² Gazette, https://b.example/s'];
    assert.deepEqual(cited(read('# T', '## A', '- It stops.²', '- It is late.¹', '', ...raised)), [
      'Gazette',
      'AP',
    ]);
  });

  it('can be a number behind a sentence, if the text cites its list so and in no other way', () => {
    const one = 'It stops at noon.1';
    const two = 'The “ferry”.3 It is (late).2 See 2.1';
    const briefing = read('# T', '## A', `- ${one}`, `- ${two}`, ...SOURCES);
    assert.deepEqual(cited(briefing), ['One', 'Three Two']);
    assert.equal(allTakeaways(briefing)[1]?.text, 'The “ferry”. It is (late). See 2.1');
    assert.deepEqual(cited(read(...writeBriefing(briefing).split('\n'))), ['One', 'Three Two']);
    // A list of only one source, another first number, one that is not in the list, and another kind of citation.
    const others = [[one], [two], [one, two, 'It is Fig.9'], [one, two, 'It stops [3]']];
    for (const words of others) {
      const [first] = allTakeaways(read('# T', '## A', ...words.map((w) => `- ${w}`), ...SOURCES));
      assert.equal(first?.text, words[0], words.join());
    }
  });

  it('counts from the first number of a list, or by the numbers of the sources themselves', () => {
    assert.deepEqual(cited(read('# T', '## A', '- a [7]', '', '## Sources', '6. Six', '7. Seven')), [
      'Seven',
    ]);
    assert.deepEqual(cited(read('# T', '## A', '- a [5]', '', '## Sources', '[9] Nine', '[5] Five')), [
      'Five',
    ]);
    assert.deepEqual(cited(read('# T', '## A', '- a [5]', '', '## Sources', '- [9] Nine', '- [5] Five')), [
      'Five',
    ]);
  });

  it('of a footnote points at the footnote', () => {
    assert.deepEqual(cited(read('# T', '## A', '- a[^n] b[^m]', '- c[^n]', '', '[^n]: Note', '[^m]: Mote')), [
      'Note Mote',
      'Note',
    ]);
  });

  it('may be before its source, in any section', () => {
    assert.deepEqual(cited(read('# T', ...SOURCES, '', '## A', '- a [2]')), ['Two']);
  });

  it('is not part of the text', () => {
    assert.equal(allTakeaways(read('# T', '## A', '- b [2]', ...SOURCES))[0]?.text, 'b');
    assert.equal(allTakeaways(read('# T', '## A', '- **L [2]:** b', ...SOURCES))[0]?.label, 'L');
  });

  it('leaves one full stop if it is between two', () => {
    const text = (words: string) => allTakeaways(read('# T', '## A', `- ${words}`, ...SOURCES))[0]?.text;
    assert.equal(text('It stops, cf. [2].'), 'It stops, cf.');
    assert.equal(text('It stops. [1], [2]. Then it goes.'), 'It stops. Then it goes.');
    assert.equal(text('It stops … [1]. So ... [2]. And?[3].'), 'It stops … So ... And?');
  });

  it('is removed in bounded time, even in a long row', () => {
    const start = worked();
    const briefing = read(
      '# T',
      '',
      `a${'[1]'.repeat(45_000)}b`,
      '',
      '## Sources',
      '',
      '1. [A](https://a.example)',
    );
    assert.equal(briefing.lede.length, 135_002);
    assert.ok(worked() - start < 3000);
  });

  it('is not part of a section’s title', () => {
    assert.equal(read('# T', '## A [1]', 'b', ...SOURCES).sections[0]?.title, 'A');
  });

  it('is not recognized if its bracket is escaped', () => {
    assert.deepEqual(cited(read('# T', '## A', '- a \\[2]', ...SOURCES)), ['One Two Three']);
  });

  it('is not recognized in text that only looks similar', () => {
    for (const words of ['a `[2]`', 'a [x]', 'a [ ]', 'a [2024]', 'a [2 3]', '[a [2]](https://a.example)']) {
      const { problems: found, ...briefing } = read('# T', '## A', `- ${words}`, ...SOURCES);
      assert.deepEqual(found, [], words);
      assert.ok(!cited({ ...briefing, problems: [] })[0]?.startsWith('Two'), words);
    }
  });
});

describe('A footnote', () => {
  it('is told apart from a numbered source with the same label', () => {
    const lines = [
      '# T',
      '## A',
      '- a[^1]',
      '- b [1]',
      '',
      ...SOURCES,
      '',
      '[^1]: [Note](https://note.example)',
    ];
    const briefing = read(...lines);
    assert.deepEqual(cited(briefing), ['Note', 'One']);
    assert.deepEqual(cited(read(writeBriefing(briefing))), ['Note', 'One']);
    assert.match(renderBriefing(briefing), /\[\^1\]<\/a>.*\n.*\[1\]<\/a>/);
  });

  it('is shown as itself if a numbered source has the same label and name', () => {
    const html = renderBriefing(read('# T', '## A', '- a[^1]', ...SOURCES, '', '[^1]: One'));
    assert.match(html, /href="#r-3" title="One">\[\^1\]/);
    assert.match(html, /class="reference r-3"[^>]*>\[\^1\] One/);
  });
});

describe('Brackets around citations', () => {
  const texts = (...lines: string[]) =>
    allTakeaways(read('# T', '## A', ...lines, ...SOURCES)).map(({ text }) => text);

  it('are left out with them', () => {
    assert.deepEqual(
      texts(
        '- a [<a href="#ref-1">1</a>]',
        '- b [[1](#ref-1), [2](#ref-2)].',
        '- c ([1], [2]), d',
        '- e（[1]）。',
        '- f (see [1])',
      ),
      ['a', 'b.', 'c, d', 'e。', 'f (see)'],
    );
  });

  it('stay around anything else', () => {
    assert.deepEqual(texts('- a ( ), x[0] and f() [1]', '- b [ ] and [7]'), [
      'a ( ), x[0] and f()',
      'b [ ] and [7]',
    ]);
  });

  it('are written with the number, as are links to the source', () => {
    const briefing = read('# T', '## A', '- a [<a href="#ref-1">1</a>]', '- b ([2](#ref-2)).', ...SOURCES);
    assert.match(writeBriefing(briefing), /- a \[1\]\n- b \(\[2\]\)\.\n/);
    assert.match(renderBriefing(briefing), /a&nbsp;<sup|a.<sup/);
    assert.doesNotMatch(renderBriefing(briefing), /\[<sup/);
  });
});

describe('A citation that points at nothing', () => {
  it('is a problem with its range, and stays in the text', () => {
    const briefing = read('# T', 'Lede [8].', '', '## A', '- a [7] b', '- c[^x]', ...SOURCES);
    assert.deepEqual(problems(briefing), [
      ['undefined-citation', '[8]', '[8]'],
      ['undefined-citation', '[7]', '[7]'],
      ['undefined-citation', '[^x]', '[^x]'],
    ]);
    assert.deepEqual(
      allTakeaways(briefing).map(({ text }) => text),
      ['a [7] b', 'c[^x]'],
    );
  });

  it('has a range of its own each time', () => {
    const briefing = read('# T', 'a [8] b', 'c [8] and [8]', ...SOURCES);
    assert.deepEqual(
      briefing.problems.map(({ range: { start } }) => [start.line, start.character]),
      [
        [1, 2],
        [2, 2],
        [2, 10],
      ],
    );
  });

  it('is just a number if nothing is numbered', () => {
    assert.deepEqual(problems(read('# T', 'In the year [7].', '', '## A', '- a')), []);
    assert.deepEqual(problems(read('# T', 'In the note[^x].')), [['undefined-citation', '[^x]', '[^x]']]);
  });
});
