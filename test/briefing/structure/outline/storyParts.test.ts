import assert from 'node:assert/strict';
import type { Briefing } from '../../../../src/briefing/model.ts';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { read } from '../../support/fixture.ts';

const NAMES = ['Ferry stops', 'Crane comes', 'Herring is back'];

/** The label of each item, and its text with a bar for each line break. */
function items(...lines: string[]): string[] {
  return readingItems(read('# T', '', '## Harbour', '', ...lines)).map(
    ({ label = '', text }) => `${label}: ${text.replaceAll('\n', ' | ')}`,
  );
}

/** Three stories. `below`: the lines below each heading. */
function stories(below: (name: string, i: number) => readonly string[], heading = '### '): string[] {
  return NAMES.flatMap((name, i) => [`${heading}${name}`, '', ...below(name, i), '']);
}

const PARTS = ['It was said on Monday.', '', '#### Key details', '', '- One', '- Two', ''];
const WHY = ['#### Why it matters', '', 'Nobody gets home.'];

describe('Headings that recur below each of three stories', () => {
  it('are parts of those stories, each of which is one item', () => {
    const told = 'It was said on Monday. | Key details | One | Two | Why it matters | Nobody gets home.';
    const lines = stories(() => [...PARTS, ...WHY]);
    assert.deepEqual(
      items(...lines),
      NAMES.map((name) => `${name}: ${told}`),
    );
    const briefing = read('# T', '', '## Harbour', '', ...lines);
    assert.deepEqual(
      briefing.sections[0]?.sections.map(({ title, sections }) => [title, sections.length]),
      NAMES.map((name) => [name, 0]),
    );
    assert.match(renderBriefing(briefing), /<p dir="auto"><strong>Why it matters<\/strong><\/p>/);
  });

  it('are parts even at the level of their stories if their names are known', () => {
    const same = (...names: string[]) =>
      items(...stories(() => names.flatMap((name) => [`### ${name}`, '', 'It is so.', ''])));
    assert.deepEqual(
      same('Background', 'Impact'),
      NAMES.map((name) => `${name}: Background | It is so. | Impact | It is so.`),
    );
    assert.equal(same('Berths', 'Gates').length, 6);
  });

  it('may list anything below headlines with numbers or links', () => {
    const below = ['#### Gains', '', '- One', '- Two', '', '#### Losses', '', '- Three', '- Four'];
    assert.equal(items(...stories(() => below)).length, 12);
    assert.equal(items(...stories(() => below, '### 1. ')).length, 3);
    const linked = NAMES.flatMap((name, i) => [`### [${name}](https://a.example/${i})`, '', ...below, '']);
    assert.equal(items(...linked).length, 3);
    // Also data with links, if several stories have it.
    const page = (i: number) => `](https://a.example/${i})`;
    const data = (i: number) => [
      '#### Data',
      '',
      `- **By:** [Ann${page(i)}`,
      `- **Log:** [Here${page(i)}`,
      '',
    ];
    assert.equal(items(...stories((_, i) => [...data(i), ...WHY], '### 1. ')).length, 3);
    const news = (name: string, i: number) => data(i).map((line) => line.replace('**', `**${name} `));
    assert.equal(items(...stories((name, i) => [...news(name, i), ...WHY], '### 1. ')).length > 3, true);
  });

  it('are sections of a version, or of a day, also if that is a link', () => {
    const below = ['### Added', '', '- A berth', '- A gate', '', '### Fixed', '', '- The crane', ''];
    for (const names of [
      ['[3.1]', '[3.0]', '[2.9]'],
      ['[v3.1.0] (2026-03-02)', '[v3.0.2] (2026-02-02)', '[v3.0.1] (2026-01-02)'],
      ['[2026-03-02]', '[2026-02-02]', '[2026-01-02]'],
      ['[2 March 2026]', '[2 February 2026]', '[2 January 2026]'],
    ]) {
      const lines = names.flatMap((name) => [
        `## ${name.replace(']', '](https://a.example)')}`,
        '',
        ...below,
      ]);
      assert.deepEqual(
        readingItems(read('# T', '', ...lines)).map(({ text }) => text),
        Array.from({ length: 3 }, () => ['A berth', 'A gate', 'The crane']).flat(),
      );
    }
  });

  it('are sections if they list news, or recur less often', () => {
    const link = (i: number, at: number) =>
      `- Berth ${i}${at} opens, [says](https://a.example/${i}${at}) Ann.`;
    assert.equal(items(...stories((_, i) => ['#### Background', '', link(i, 1), link(i, 2)])).length, 6);
    assert.equal(items(...stories((_, i) => (i < 2 ? PARTS : ['Words.']))).length, 7);
    // Long parts are sections, with pages of their own.
    const long = ['#### Background', '', 'It is so. '.repeat(160), '', '#### Impact', '', 'So is this.'];
    assert.equal(items(...stories(() => long)).length, 6);
  });

  it('do not include the sources of a story', () => {
    const sources = (i: number) => ['#### Sources', '', `- [Gazette](https://a.example/${i})`];
    const lines = stories((_, i) => [...PARTS, ...WHY, '', ...sources(i)]);
    const found = readingItems(read('# T', '', '## Harbour', '', ...lines));
    assert.deepEqual(
      found.map(({ label, references }) => [label, ...references.map(({ url }) => url)]),
      NAMES.map((name, i) => [name, `https://a.example/${i}`]),
    );
  });

  it('include the sources of a story if another part is below those', () => {
    const address = (i: number) => `https://a.example/${i}`;
    const lines = stories((_, i) => ['#### Source', '', `> <${address(i)}>`, '', ...PARTS, ...WHY]);
    const found = readingItems(read('# T', '', '## Harbour', '', ...lines));
    assert.deepEqual(
      found.map(({ label, text, references }) => [
        label,
        text.split('\n')[0],
        ...references.map(({ url }) => url),
      ]),
      NAMES.map((name, i) => [name, 'Source', address(i)]),
    );
  });

  it('may say whose part they are', () => {
    const lines = stories((name, i) => [`# Summary${i === 2 ? ` of “${name}”` : ''}`, '', 'It stops.']);
    const more = ['### Tug', '', '# Summary', '', 'It stops.'];
    assert.deepEqual(items(...lines, ...more), [
      ...[NAMES[0], NAMES[1]].map((name) => `${name}: Summary | It stops.`),
      `${NAMES[2]}: Summary of “${NAMES[2]}” | It stops.`,
      'Tug: Summary | It stops.',
    ]);
  });

  it('may list what else can be read', () => {
    const more = (i: number) => [1, 2].map((at) => `- [Log ${i}${at}](https://a.example/${i}${at})`);
    for (const name of ['Related reading', 'Links']) {
      const lines = stories((_, i) => [...WHY, '', `#### 🔗 ${name}`, '', ...more(i)]);
      const found = readingItems(read('# T', '', '## Harbour', '', ...lines));
      assert.deepEqual(
        found.map(({ label, references }) => [label, ...references.map(({ url }) => url)]),
        NAMES.map((story, i) => [story, `https://a.example/${i}1`, `https://a.example/${i}2`]),
      );
    }
  });

  it('are parts after the briefing is written as canonical Markdown', () => {
    const briefing = read('# T', '', '## Harbour', '', ...stories(() => [...PARTS, ...WHY]));
    const told = (of: Briefing) => readingItems(of).map(({ label, text }) => [label, text]);
    assert.deepEqual(told(parseBriefing(writeBriefing(briefing), 'a.md')), told(briefing));
  });
});
