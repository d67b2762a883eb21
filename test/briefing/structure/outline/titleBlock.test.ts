import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { read } from '../../support/fixture.ts';

describe('A first heading like all others of its level apart from a number', () => {
  const changes = (mark: string, ...versions: string[]) =>
    parseBriefing(
      versions
        .flatMap((one) => [`${mark}Changes in ${one}`, '', '- The ferry stops.', '- The tug waits.', ''])
        .join('\n'),
      'NEWS.txt',
    ).sections.map(({ title, takeaways }) => `${title}: ${takeaways.length}`);

  it('is a section like those', () => {
    for (const mark of ['# ', ''])
      assert.deepEqual(changes(mark, '1.3', '1.2', '1.1'), [
        'Changes in 1.3: 2',
        'Changes in 1.2: 2',
        'Changes in 1.1: 2',
      ]);
  });

  it('is the title above one such heading, or if another heading has other words', () => {
    assert.equal(changes('# ', '1.3', '1.2').length, 1);
    assert.equal(changes('# ', '1.3', '1.2', 'all').length, 2);
  });
});

describe('A level-1 heading below another', () => {
  const read = (...lines: string[]) => {
    const { title, sections } = parseBriefing(lines.join('\n'), 'harbour-news.md');
    return [title, ...sections.map((section) => section.title)];
  };

  it('is a section beside that one, or the title above all others', () => {
    const points = ['# TL;DR', '- The ferry stops.'];
    assert.deepEqual(read(...points, '# Tugs', '- One waits.'), ['Harbour news', 'TL;DR', 'Tugs']);
    assert.deepEqual(read(...points, '# Harbour brief', '## Tugs', '- One waits.'), [
      'Harbour brief',
      'TL;DR',
      'Tugs',
    ]);
  });
});

describe('A heading at the top with its date right below', () => {
  const read = (...lines: string[]) => {
    const { title, date, sections } = parseBriefing(lines.join('\n\n'), 'brief.md');
    return [title, date, ...sections.map((section) => section.title)];
  };
  const ferries = ['## Ferries', 'The ferry stops. It is late.'];
  const backlog = ['# Backlog', '## Cranes', 'One waits.'];

  it('is the title, also above a heading of level 1 that is below sections', () => {
    const dated = ['## Harbour meeting', '##### 3 March 2026', ...ferries];
    const title = ['Harbour meeting', '2026-03-03'];
    assert.deepEqual(read(...dated, ...backlog), [...title, 'Ferries', 'Backlog']);
    assert.deepEqual(read(...dated, '## Tugs', 'One is late.'), [...title, 'Ferries', 'Tugs']);
  });

  it('is a section if a heading of level 1 is right below, or if each day has a heading', () => {
    assert.equal(read('## Weekly', '### 3 March 2026', '# Harbour brief', ...ferries)[0], 'Harbour brief');
    const days = ['## Ferries', '### 3 March 2026', 'It stops.', '### 4 March 2026', 'It runs.', ...backlog];
    assert.equal(read(...days)[0], 'Backlog');
  });
});

describe('A first line that is a field', () => {
  const titleOf = (line: string, fileName: string) =>
    parseBriefing(
      [line, '', '## Ferries', '', 'They stop.', '', '## Tugs', '', 'Late.'].join('\n'),
      fileName,
    );

  it('is metadata, and not the title', () => {
    for (const line of ['**Date:** 2026-03-03', 'Date: 3 March 2026', '*Published: 2026-03-03*']) {
      const { title, date } = titleOf(line, 'harbour-notes.md');
      assert.deepEqual([title, date], ['Harbour notes', '2026-03-03'], line);
      assert.notEqual(titleOf(line, '2026-03-03.md').title, line.replaceAll('*', ''), line);
    }
    assert.equal(titleOf('Harbour: what next', 'brief.md').title, 'Harbour: what next');
  });
});

describe('A level-1 heading below sentences', () => {
  const letter = (...headings: string[]) =>
    read(
      'Dear all,',
      '',
      'The office has news.',
      '',
      ...headings.flatMap((name) => [name, '', 'They stop.', '']),
    );

  it('is a section, like the others of a letter', () => {
    const { title, sections } = letter('# Ferries', '# Tugs', '# Cranes');
    // A greeting is not a title.
    assert.equal(title, 'The office has news.');
    assert.deepEqual(
      sections.map((section) => section.title),
      ['Ferries', 'Tugs', 'Cranes'],
    );
  });

  it('is the title if there are no two others', () => {
    assert.equal(letter('# Ferries', '## Tugs', '## Cranes').title, 'Ferries');
    assert.equal(letter('# Ferries', '# Tugs').title, 'Ferries');
  });
});

describe('A title in the metadata that is only a date or a number', () => {
  const titleOf = (given: string, heading: string) =>
    read('---', `title: "${given}"`, '---', '', heading, '', '## Tugs', '', 'One waits.');

  it('gives way to a heading with that date', () => {
    const { title, sections } = titleOf('2026-03-03', '# **Harbour brief - March 3, 2026**');
    assert.deepEqual([title, sections.length], ['Harbour brief - March 3, 2026', 1]);
  });

  it('gives way to a heading that ends with that number', () => {
    for (const [given, heading] of [
      ['第12期', '港口周刊 第12期'],
      ['Issue 12', 'Harbour weekly: issue 12'],
      ['No. 12', 'Harbour weekly No. 12'],
    ] as const) {
      const { title, sections } = titleOf(given, `# ${heading}`);
      assert.deepEqual([title, sections.length], [heading, 1]);
    }
    for (const [given, heading] of [
      ['Issue 2', '# Harbour weekly, issue 12'],
      ['Issue 12', '# Issue 12 of the weekly'],
      ['Ferries', '# News of ferries'],
    ] as const) {
      const { title, sections } = titleOf(given, heading);
      assert.deepEqual([title, sections[0]?.title], [given, heading.slice(2)]);
    }
  });

  it('precedes any other heading', () => {
    assert.equal(titleOf('2026-03-03', '# Ferries').title, '2026-03-03');
    assert.equal(titleOf('Brief 2026-03-03', '# Brief, 3 March 2026').title, 'Brief 2026-03-03');
  });
});

describe('A first line that sums the text up', () => {
  it('is not the title, so that it is read', () => {
    const briefing = read(
      'TL;DR: the ferries stop',
      '',
      '## Ferries',
      '',
      'So.',
      '',
      '## Tugs',
      '',
      'They wait.',
    );
    assert.equal(briefing.title, 'the ferries stop');
    assert.equal(briefing.lede, 'TL;DR: the ferries stop');
  });
});

describe('A first heading that is only a date', () => {
  const titleOf = (...lines: string[]) => read(...lines.flatMap((line) => [line, ''])).title;

  it('dates the name with a number right below it', () => {
    const below = ['One waits.', '### Tugs', 'Two wait.'];
    const { title, date, sections } = read('# 3 March 2026', '', '## Harbour 1.2', '', '### Tugs', '', 'a');
    assert.deepEqual([title, date, sections.length], ['Harbour 1.2', '2026-03-03', 1]);
    assert.equal(titleOf('# 3 March 2026', '## Ferries', ...below), '3 March 2026');
    assert.equal(titleOf('# 3 March 2026', 'Late.', '## Harbour 1.2', ...below), '3 March 2026');
    assert.equal(titleOf('# 3 March 2026', '## Harbour 1.2', ...below, '## Crane 1.3'), '3 March 2026');
    assert.equal(titleOf('# News, 3 March 2026', '## Harbour 1.2', ...below), 'News, 3 March 2026');
  });
});
