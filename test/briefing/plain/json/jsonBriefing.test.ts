import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { exportJson } from '../../../../src/share/exportJson.ts';
import { checkBriefing } from '../../support/checkBriefing.ts';
import { codes } from '../../support/readJson.ts';
import { checkHtml } from '../../support/checkHtml.ts';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';
import { slice } from '../../support/ranges.ts';
import { assertSameBriefing } from '../../support/sameBriefing.ts';
import type { Briefing } from '../../../../src/briefing/model.ts';

const STORIES = {
  title: 'Harbour brief',
  date: '2026-03-03',
  sections: [
    {
      title: 'Ferries & bridges',
      stories: [
        {
          headline: 'The *last* ferry leaves at nine',
          body: 'From **Monday** on.\n\nAll year.',
          sources: [
            { name: 'Harbour Office', url: 'https://ferry.example/times' },
            { name: 'Ann', url: 'https://ann.example/a' },
          ],
        },
        { headline: 'Late again?', body: '# No heading [1]', sources: [{ name: 'The mayor' }] },
      ],
    },
    { title: '1. Roads', stories: [{ headline: '- None', body: '', sources: ['https://b.example/c'] }] },
  ],
};

/** Reads a value as JSON, and holds it against what must always be so. */
function readJson(value: unknown, indent?: number): Briefing {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, indent);
  const briefing = parseBriefing(text, '2026-03-02.briefing.json');
  checkBriefing(briefing, text);
  checkHtml(renderBriefing(briefing));
  assert.equal(typeof exportJson(briefing), 'string');
  return briefing;
}

describe('A briefing in JSON', () => {
  it('may have other common names for its keys', () => {
    const briefing = readJson({
      title: 'Note',
      sections: [
        {
          heading: 'Shipping',
          items: [
            { title: 'Canal', summary: 'Open again.', url: 'https://canal.example/1' },
            {
              name: 'Rates',
              description: 'Down.',
              source: { title: 'Index', url: 'https://rates.example/2' },
            },
          ],
        },
        { name: 'Ports', articles: [{ headline: 'Quay', content: 'Closed.', source: 'Harbour Office' }] },
      ],
    });
    assert.deepEqual(drawn(briefing.sections), ['2 Shipping', '2 Ports']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, references }) => [label, references.map(({ title }) => title)]),
      [
        ['Canal', ['Canal']],
        ['Rates', ['Index']],
        ['Quay', ['Harbour Office']],
      ],
    );
  });

  it('may have stories without a section', () => {
    const briefing = readJson({
      title: 'Night desk',
      date: '2026-03-03',
      items: [
        { title: 'Crane', summary: 'It turns again.', url: 'https://crane.example/1' },
        { title: 'Gate', summary: 'Open at six.', source: 'Harbour Office' },
      ],
    });
    assert.deepEqual([briefing.title, briefing.date, codes(briefing)], ['Night desk', '2026-03-03', []]);
    assert.deepEqual(drawn(briefing.sections), ['1 Night desk']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, references }) => [label, references.map(({ title }) => title)]),
      [
        ['Crane', ['Crane']],
        ['Gate', ['Harbour Office']],
      ],
    );
    // Beside sections, another list is left alone.
    assert.equal(allTakeaways(readJson({ ...STORIES, items: [{ title: 'Not read' }] })).length, 3);
  });

  it('may have a list, a table or code in a body', () => {
    const bodies = ['a | b\n-|-\n1 | 2', '- a\n  - b', '1. a', '> a', '```\nnever closed', 'It:\n\n~~~\na'];
    const source = { name: 'Harbour Office', url: 'https://ferry.example/times' };
    const stories = bodies.map((body, i) => ({ headline: `Ferry ${i}`, body, sources: [source] }));
    assert.deepEqual(
      allTakeaways(readJson({ title: 'T', sections: [{ title: 'S', stories }] })).map(
        ({ label, text, references }) => [label, text, references.map(({ title }) => title)],
      ),
      bodies.map((_, i) => [
        `Ferry ${i}`,
        `${['a\nb\n1\n2', 'a\nb', 'a', 'a', 'never closed', 'It:\na'][i] ?? ''}\nHarbour Office`,
        ['Harbour Office'],
      ]),
    );
  });

  it('goes by its file name if it ends too early', () => {
    const briefing = readJson('{"title": "Note", "sections": [{"heading": "A", "items": [1, ');
    assert.deepEqual([briefing.title, codes(briefing)], ['2026-03-02.briefing.json', ['not-a-briefing']]);
  });

  it('has a section for each of its own, and a takeaway for each story', () => {
    for (const indent of [undefined, 2]) {
      const briefing = readJson(STORIES, indent);
      assert.deepEqual([briefing.title, briefing.date, briefing.lede], ['Harbour brief', '2026-03-03', '']);
      assert.deepEqual(drawn(briefing.sections), ['2 Ferries & bridges', '2 1. Roads']);
      assert.deepEqual(
        allTakeaways(briefing).map(({ label, text, references }) => [
          label,
          text.split('\n').slice(0, 2),
          references.map(({ title, url }) => url ?? title),
        ]),
        [
          [
            'The *last* ferry leaves at nine',
            ['From Monday on.', 'All year.'],
            ['https://ferry.example/times', 'https://ann.example/a'],
          ],
          ['Late again?', ['# No heading [1]', 'Source: The mayor'], ['The mayor']],
          [undefined, ['- None', 'https://b.example/c'], ['https://b.example/c']],
        ],
      );
      assert.deepEqual(codes(briefing), []);
    }
  });

  it('has ranges of its own lines', () => {
    const briefing = readJson(STORIES, 2);
    const [first, , third] = allTakeaways(briefing);
    assert.ok(first && third);
    const story = JSON.parse(slice(briefing.text, first.range).replace(/,$/, '')) as { headline: string };
    assert.equal(story.headline, 'The *last* ferry leaves at nine');
    assert.equal((JSON.parse(slice(briefing.text, third.range)) as { headline: string }).headline, '- None');
    assert.deepEqual(
      briefing.references.map(({ range }) => slice(briefing.text, range)),
      ['Harbour Office', 'Ann', 'The mayor', 'https://b.example/c'],
    );
  });

  it('may have its keys in any order, and no title', () => {
    const story = { sources: [{ url: 'https://a.example/b', name: 'A' }], body: 'b', headline: 'H' };
    const briefing = readJson({ sections: [{ stories: [story], title: 'S' }] }, 2);
    assert.equal(briefing.title, '2026-03-02');
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, references }) => [label, references.length]),
      [['H', 1]],
    );
    const [section] = briefing.sections;
    assert.ok(section);
    assert.match(slice(briefing.text, section.range), /^\{[^]*"stories"/);
  });

  it('is read back as it was exported', () => {
    const briefing = read(
      ...['---', 'lang: en', 'date: 2026-03-03', '---', '# T', '', 'The *lede*.', '', '## Key Takeaways', ''],
      ...[
        '- 🌉 **Bridge:** Closed. [1]',
        '- **Ferry?** It leaves',
        '',
        '  at nine.',
        '',
        '### Deeper',
        '',
        '- a',
      ],
      ...[
        '',
        '## References',
        '',
        '1. [Works](https://works.example/bridge) — Office',
        '2. Letter of the mayor',
      ],
    );
    const again = readJson(exportJson(briefing));
    assertSameBriefing(again, briefing);
    assert.equal(again.lede, briefing.lede);
    const linked = read('# T', '', '## A', '', '- a [B](https://b.example/c) d');
    assert.deepEqual(
      allTakeaways(readJson(exportJson(linked))).map(({ references }) => references.map(({ url }) => url)),
      [['https://b.example/c']],
    );
  });

  it('is the same briefing as in Markdown', () => {
    const briefing = readJson(STORIES, 2);
    assertSameBriefing(parseBriefing(writeBriefing(briefing), ''), briefing);
  });

  it('gets no structure from characters in its text', () => {
    for (const words of [
      '# a',
      '**a',
      '`a',
      '- a',
      '[a](https://a.example)',
      '<b>',
      '1. a',
      '{% a %}',
      '[[a]]',
      '![a](b)',
    ]) {
      const stories = [
        { headline: words, body: 'b', sources: [{ name: words, url: 'https://c.example/d' }] },
      ];
      const briefing = readJson({ title: words, sections: [{ title: words, stories }] });
      assert.deepEqual(
        [
          briefing.title,
          briefing.sections[0]?.title,
          allTakeaways(briefing)[0]?.label,
          briefing.references[0]?.title,
        ],
        // A number is no part of a label.
        [words, words, words.replace(/^1\. /, ''), words],
      );
    }
  });
});

describe('JSON that is not a briefing', () => {
  it('has a problem that says what was expected, and is shown as it is written', () => {
    for (const value of [
      { a: 1 },
      { sections: 1 },
      { sections: [1] },
      { sections: [{ title: 'a' }] },
      {},
      { items: [] },
      { items: [{ id: 1 }, { title: 'a' }] },
      { items: ['a'] },
    ]) {
      const briefing = readJson(value, 2);
      assert.deepEqual(codes(briefing), ['not-a-briefing']);
      assert.equal(briefing.sections.length, 0);
      const shown = renderBriefing(briefing).replace(/&quot;/g, '"');
      assert.ok(shown.includes(JSON.stringify(value, undefined, 2).slice(1, -1)), shown);
    }
    assert.match(readJson({ a: 1 }).problems[0]?.message ?? '', /"sections"/);
  });

  it('is recognized by its file name if it is not valid JSON', () => {
    for (const text of ['{ "sections": [', '[1]', 'Words.'])
      assert.ok(codes(readJson(text)).includes('not-a-briefing'), text);
    assert.deepEqual(codes(parseBriefing('{ a', 'a.md')), []);
    assert.deepEqual(codes(readJson('')), ['empty']);
  });

  it('is read in bounded time at any depth and length', () => {
    const deep = `{"sections":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    assert.ok(codes(readJson(deep)).includes('not-a-briefing'));
    let nested: unknown = { title: 'x', stories: [] };
    for (let i = 0; i < 9; i++) nested = { title: 'x', sections: [nested] };
    readJson({ sections: [nested] });
    const rows = { headline: 'a', body: `${'|'.repeat(200_000)}\nb` };
    readJson({ title: 'T', sections: [{ title: 'S', stories: [rows] }] });
    const stories = Array.from({ length: 30_000 }, (_, i) => ({ headline: `*${i}*`, body: 'b' }));
    const text = JSON.stringify({ title: 'T', sections: [{ title: 'S', stories }] });
    assert.deepEqual(codes(parseBriefing(text, 'a.json')), ['too-dense']);
  });

  it('may have any value in place of a text', () => {
    const odd: readonly unknown[] = [null, 1, true, [], {}, [[]], [null], '', '\u0000', '\ud800', { url: 1 }];
    for (const value of odd) {
      readJson({
        title: value,
        date: value,
        sections: [{ title: value, stories: [{ headline: value, body: value, sources: value }] }],
      });
      readJson({
        lede: value,
        references: value,
        sections: [{ title: 'a', takeaways: [{ text: value, references: value }] }],
      });
      readJson({ sections: value });
    }
  });
});
