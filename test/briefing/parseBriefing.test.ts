import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { checkBriefing } from './support/checkBriefing.ts';
import { allTakeaways, drawn, read, readFixture } from './support/fixture.ts';
import { slice } from './support/ranges.ts';

describe('A briefing with all of Markdown', () => {
  const text = readFixture('allMarks.md');
  const briefing = parseBriefing(text, 'allMarks.md');

  it('is parsed completely', () => {
    checkBriefing(briefing, text);
    assert.deepEqual(
      briefing.problems.map(({ code }) => code),
      ['unlabelled-takeaway'],
    );
  });

  it('takes its date from the heading of all, if front matter has a title without one', () => {
    const dateOf = (...lines: string[]) =>
      parseBriefing(['---', 'title: Minutes 42', '---', '', ...lines].join('\n'), 'x.md').date;
    assert.equal(dateOf('# Notes of the office Jan 21 2016', '', '- a', '- b'), '2016-01-21');
  });

  it('takes title, date and language from its front matter', () => {
    const { title, date, language } = briefing;
    assert.deepEqual(
      { title, date, language },
      {
        title: 'Marks of a small town',
        date: '2026-04-09',
        language: 'en-GB',
      },
    );
  });

  it('has the Markdown before the first section as lede', () => {
    assert.equal(
      briefing.lede,
      "The market square has a *new* clock, and [the mayor's page](https://town.example/clock) says why.",
    );
  });

  it('nests its sections by heading level', () => {
    assert.deepEqual(drawn(briefing.sections), [
      '1 Summary',
      '  2 Streets',
      '    3 Numbered',
      '      4 Deep',
      '  2 Sources',
    ]);
  });

  it('has a takeaway for each top-level item, with the references of that item', () => {
    const section = ['Street plan', 'Pipe handbook, 4th edition'];
    const clock = "The clock maker's letter, kept at the town hall";
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text: words, references }) => [
        label,
        words,
        references.map(({ title }) => title),
      ]),
      [
        ['Clock', 'It strikes the half hour now.', [clock]],
        ['Fountain', 'dry until May, says the works office.', ['the works office']],
        [undefined, 'See https://town.example/plans for the rest.', ['town.example']],
        [undefined, 'Mill Lane is one-way.', ['Street plan']],
        [
          undefined,
          'Harbour Street stays as it is.\nA second paragraph of the same item.\na nested item',
          section,
        ],
        [undefined, 'Dig.', section],
        [undefined, 'Lay the pipe.', ['Pipe handbook, 4th edition']],
      ],
    );
  });

  it('lists the reference section first, then the links of the text', () => {
    assert.deepEqual(
      briefing.references.map(({ title, url, site }) => [title, url, site]),
      [
        ['Street plan', 'https://plans.example/streets', 'Town Archive'],
        ['Pipe handbook, 4th edition', undefined, undefined],
        ["The clock maker's letter, kept at the town hall", undefined, undefined],
        ["the mayor's page", 'https://town.example/clock', 'town.example'],
        ['the works office', 'https://works.example/fountain', 'works.example'],
        ['town.example', 'https://town.example/plans', 'town.example'],
      ],
    );
  });

  it('has a range for each of its parts', () => {
    assert.deepEqual(
      allTakeaways(briefing).map(({ range }) => slice(text, range)),
      [
        '* **Clock:** It strikes the half hour now[^clock].',
        '* **Fountain**: dry until May, says [the works office][works]. 💧',
        '* See <https://town.example/plans> for the rest.',
        '+ Mill Lane is one-way. [1]',
        '+ Harbour Street stays as it is.\n\n  A second paragraph of the same item.\n\n  - a nested item',
        '1. Dig.',
        '2. Lay the pipe. [2]',
      ],
    );
    for (const { title, range } of briefing.references) {
      const source = slice(text, range);
      assert.ok(source === title || source === `https://${title}/plans`, `${title}: ${source}`);
    }
  });
});

describe('A text that is hardly a briefing', () => {
  it('is parsed like any other text', () => {
    for (const text of ['', ' ', '\n\n', '\0', '#', '-', '---', '[', '- ', '\u{1f389}', '\ud800']) {
      checkBriefing(parseBriefing(text, 'notes.md'), text);
      checkBriefing(parseBriefing(text, ''), text);
    }
  });

  it('has the problem `empty` if there are no words', () => {
    for (const text of ['', ' ', '\n\n', ' \r\n\t']) {
      const [problem, ...others] = parseBriefing(text, 'notes.md').problems;
      assert.ok(problem, JSON.stringify(text));
      assert.deepEqual([problem.code, problem.range.start.line, others], ['empty', 0, []]);
      assert.deepEqual(problem.range.start, problem.range.end, JSON.stringify(text));
    }
    assert.deepEqual(parseBriefing('.', 'notes.md').problems, []);
  });

  it('has a lede and no sections if there is no heading', () => {
    const letter = [
      'First, a paragraph that ends.',
      '',
      '- an item',
      '',
      'Second, one more.',
      '',
      'And a third.',
    ];
    const { lede, sections } = read(...letter);
    assert.equal(lede, letter.join('\n'));
    assert.deepEqual(sections, []);
  });

  it('has the date that its first section gives for the whole', () => {
    const info = (...lines: string[]) =>
      read(
        '# Harbour talk',
        '',
        '## Meeting info',
        '',
        '**Place**: the port',
        ...lines,
        '',
        '## Talk',
        '',
        'Late.',
      ).date;
    assert.equal(info('', '**Date & Time**: March 3, 2026; 16:00-17:00 UTC'), '2026-03-03');
    assert.equal(info('', '### Time', '', 'Tuesday 2026-03-03 14:10 UTC'), '2026-03-03');
    assert.equal(info('', 'Date: 2026-03-03', '', '### Crane', '', 'Date: 2026-03-04'), undefined);
    assert.equal(info(...Array.from({ length: 12 }, () => 'More.'), 'Date: 2026-03-03'), undefined);
  });

  it('has the date above all sections, though stories have theirs', () => {
    const page = (date: string, ...below: string[]) =>
      read(
        '---',
        'title: Port page',
        '---',
        '',
        '# Ports',
        '',
        date,
        '',
        '## Fähren',
        '',
        '3. März 2026',
        ...below,
      ).date;
    assert.equal(page('2 March 2026', '', '## Kräne', '', '4. März 2026'), '2026-03-02');
    assert.equal(page('It stops.', '', '## Kräne', '', '4. März 2026'), undefined);
    assert.equal(page('2 March 2026', '', '# Kräne', '', '4. März 2026'), undefined);
  });

  it('has the day that its first section gives, if its title names only the month', () => {
    const talk = (title: string) =>
      read(`# ${title}`, '', '## Meeting info', '', '- Date: 17 March 2026', '', '## Talk', '', 'Late.').date;
    assert.equal(talk('Harbour talk, March 2026'), '2026-03-17');
    assert.equal(talk('Harbour talk, April 2026'), '2026-04-01');
  });

  it('has a lede without rules, images and tags that are alone on a line', () => {
    const { lede } = read(
      '# T',
      '',
      '![a](b.png)',
      '',
      '[![a](b.png)](https://a.example)',
      '',
      'One ![a](b.png).',
      '',
      '---',
      '',
      '{% include a.md %}',
      '',
      '`two`',
      '',
      '```',
      'three',
      '```',
    );
    assert.equal(lede, 'One ![a](b.png).\n\n`two`\n\n```\nthree\n```');
  });

  it('has an empty lede if a section comes first', () => {
    assert.equal(read('# Title', '', '## Section', '', 'Prose.').lede, '');
  });
});

describe('Parsing a text twice', () => {
  it('gives the same briefing', () => {
    const text = readFixture('allMarks.md');
    assert.deepEqual(parseBriefing(text, 'a.md'), parseBriefing(text, 'a.md'));
  });
});
