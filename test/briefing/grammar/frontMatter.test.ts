import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../src/briefing/grammar/frontMatter.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { read } from '../support/fixture.ts';
import { slice } from '../support/ranges.ts';

function values(...lines: string[]): Record<string, unknown> {
  const { title, date, language, end, problems } = readFrontMatter(lines);
  return JSON.parse(JSON.stringify({ title, date, language, end, problems: problems.length })) as Record<
    string,
    unknown
  >;
}

describe('Front matter', () => {
  it('gives title, date and language as they are written', () => {
    assert.deepEqual(
      values('---', 'title: "A: b"', 'date: 2025-08-19', 'lang: es', 'tags: [x, y]', '---', ''),
      {
        ...{ title: 'A: b', date: '2025-08-19', language: 'es', end: 6, problems: 0 },
      },
    );
    assert.deepEqual(values('---', 'title: 2025', 'language: pt-BR', '---'), {
      ...{ title: '2025', language: 'pt-BR', end: 4, problems: 0 },
    });
  });

  it('may have tags in its title, which are not shown', () => {
    const title = (words: string) => values('---', `title: "${words}"`, '---')['title'];
    assert.equal(title('Ferry Week <BR> 3 March'), 'Ferry Week 3 March');
    assert.equal(title('<b>Ferry</b> week <br/>'), 'Ferry week');
    assert.equal(title('Ferry <Exec> 1 < 2'), 'Ferry <Exec> 1 < 2');
  });

  it('may have a number sign in its title, which does not start a comment', () => {
    const title = (line: string) => values('---', line, 'tags: [a] # b', '---')['title'];
    for (const [line, expected] of [
      ['title: Ferry Weekly #47', 'Ferry Weekly #47'],
      ["Title: Ann's #47: late # a draft", "Ann's #47: late"],
      ['title: Ferry Weekly # 47', 'Ferry Weekly'],
      ['title: Ferry Weekly #a #47', 'Ferry Weekly'],
      ['title: "Ferry Weekly" #47', 'Ferry Weekly'],
      ["title: 'Ferry' #47", 'Ferry'],
      ['title: Ferry#47', 'Ferry#47'],
      ['subject: A #1 and #2', 'A #1 and #2'],
      // In bounded time, however much white space there is.
      [`title: A${' '.repeat(40_000)}B #1`, 'A B #1'],
    ] as const)
      assert.equal(title(line), expected);
  });

  it('may end with dots, have spaces after its fences, and follow a byte order mark', () => {
    for (const lines of [
      ['---  ', 'title: T', '...'],
      ['\ufeff---', 'title: T', '--- '],
    ]) {
      assert.deepEqual(values(...lines), { title: 'T', end: 3, problems: 0 }, lines[0]);
    }
  });

  it('is not recognized without both fences, or below other text', () => {
    for (const lines of [
      [],
      ['---'],
      ['---', 'title: T'],
      ['', '---', 'title: T', '---'],
      ['----', 'a: b', '---'],
    ]) {
      assert.deepEqual(values(...lines), { end: 0, problems: 0 }, lines.join('|'));
    }
  });

  it('is not recognized if it does not end within 200 lines', () => {
    const keys = (n: number) => Array.from({ length: n }, (_, i) => `k${i}: v`);
    assert.equal(values('---', ...keys(199), '---')['end'], 201);
    assert.equal(values('---', ...keys(201), '---')['end'], 0);
  });

  it('ignores unknown keys and empty values', () => {
    for (const line of [
      'title:',
      'title: "  "',
      'title: [a]',
      'title: {a: b}',
      '__proto__: {title: x}',
      'name: x',
    ]) {
      assert.deepEqual(values('---', line, '---'), { end: 3, problems: 0 }, line);
    }
    assert.equal(({} as Record<string, unknown>)['title'], undefined);
  });

  it('accepts only valid language tags', () => {
    for (const language of ['not a language', 'x y', '"', '../..']) {
      assert.equal(parseBriefing(`---\nlang: '${language}'\n---\nx`, '').language, undefined, language);
    }
  });

  it('may have a date under other keys', () => {
    const cases: readonly (readonly [lines: string, date: string | undefined])[] = [
      ['posted_at: 2026-03-02', '2026-03-02'],
      ['briefing_date: 2026-03-02', '2026-03-02'],
      ['published: 2026-03-01\nreportDate: 2026-03-02', '2026-03-02'],
      ['datetime: 2026-03-02T07:00:00Z', '2026-03-02T07:00:00Z'],
      ['pubDatetime: 2026-03-02T07:00:00Z', '2026-03-02T07:00:00Z'],
      ['published: 2026-03-02', '2026-03-02'],
      ['updated: 2026-03-02', '2026-03-02'],
      ['created: March 2026', 'March 2026'],
      ['publishDate: 2026-03-02', '2026-03-02'],
      ['updated: 2026-03-04\npublished: 2026-03-02', '2026-03-02'],
      ['published: 2026-03-02\ndate: 2026-03-01', '2026-03-01'],
      ['announced: 2 March 2026', '2 March 2026'],
      ['createdOn: 2026-03-02', '2026-03-02'],
      ['datePublished: 2026-03-02', '2026-03-02'],
      ['published: true\npublished_on: 2026-03-02', '2026-03-02'],
      ['editionDate: 2026-03-02', '2026-03-02'],
      ['day: 2026-03-02', '2026-03-02'],
      ['day: Monday', undefined],
      ['location: 2026-03-02', undefined],
      ['published: true', undefined],
      ['published: true\nupdated: 2026-03-02', '2026-03-02'],
    ];
    for (const [lines, date] of cases)
      assert.equal(readFrontMatter(['---', ...lines.split('\n'), '---']).date, date, lines);
    assert.equal(readFrontMatter(['Title: T', 'Published: 2026-03-02', '']).date, '2026-03-02');
  });

  it('uses the day on which a program wrote it if no other key has a date', () => {
    const date = (...lines: string[]) => read('---', ...lines).date;
    assert.equal(date('generated_at: 2026-03-03T07:00:00Z', '---', '# Ferry'), '2026-03-03');
    assert.equal(date('timestamp: "2026-03-03 07:00"', '---', '# Ferry'), '2026-03-03');
    assert.equal(date('as_of: 2026-03-03', '---', '# Ferry'), '2026-03-03');
    assert.equal(date('generated: 2026-03-03', '---', '# Ferry, 2 March 2026'), '2026-03-02');
    assert.equal(date('title: Ferry', 'generated: 2026-03-03', '---', '# Ferry, 2 March 2026'), '2026-03-02');
    assert.equal(date('generated: by hand', '---', '# Ferry'), undefined);
  });

  it('uses the day in its permalink if no other key has a date', () => {
    const date = (path: string, ...lines: string[]) => read('---', path, '---', ...lines).date;
    assert.equal(date('slug: 2019-10-02-ferry'), '2019-10-02');
    assert.equal(date('permalink: /ja/ferries/2019/10/02/'), '2019-10-02');
    assert.equal(date('path: harbour/2019/10/02/ferry'), '2019-10-02');
    assert.equal(date('slug: 2019-10-02-ferry', '# Ferry', '', '3 March 2026'), '2026-03-03');
    assert.equal(date('slug: 2019-10-02-ferry', '# Ferry, March 2026'), '2019-10-02');
    assert.equal(date('permalink: /ferries/47/'), undefined);
    assert.equal(date('slug: route-19-12-2020-report'), undefined);
  });

  it('may be empty', () => {
    for (const text of ['---\n---\nx', '---\n\n---\nx', '---\n# only a comment\n---\nx']) {
      assert.deepEqual(parseBriefing(text, '').problems, [], text);
    }
  });

  it('is read line by line if it is not YAML', () => {
    const briefing = read(
      '---',
      'title: Daily brief: ferries',
      'date: 2026-03-12',
      'tags: [a',
      '---',
      '',
      'Prose.',
    );
    assert.deepEqual(
      [briefing.title, briefing.date, briefing.lede],
      ['Daily brief: ferries', '2026-03-12', 'Prose.'],
    );
    assert.ok(briefing.problems.some(({ code }) => code === 'bad-front-matter'));
  });

  it('is a problem, and not text, if it is invalid, too long or not a mapping', () => {
    const broken = [
      'title: "x',
      'a: [',
      '\ta: b',
      '*x',
      `a: ${'x'.repeat(70_000)}`,
      '- a\n- b',
      'only words',
    ];
    for (const yaml of broken) {
      const text = `---\n${yaml}\n---\n\n# Heading\n\nLede.\n`;
      const { title, lede, problems } = parseBriefing(text, '');
      assert.deepEqual([title, lede], ['Heading', 'Lede.'], yaml.slice(0, 20));
      assert.deepEqual(
        problems.map(({ code, range }) => [code, slice(text, range)]),
        [['bad-front-matter', `---\n${yaml}\n---`]],
        yaml.slice(0, 20),
      );
    }
  });

  it('is not recognized if a rule is above a heading, and another at the end', () => {
    const { title, sections, problems } = read(
      '---',
      '',
      '# Brief',
      '',
      '## Ferries',
      '',
      'They stop.',
      '',
      '---',
    );
    assert.deepEqual([title, sections.map((one) => one.title), problems], ['Brief', ['Ferries'], []]);
    // Comments of YAML are above its keys.
    assert.equal(values('---', '# Brief of the day', '', '## Head', 'title: A', '---')['title'], 'A');
  });

  it('has a title that the first heading repeats, with or without its date', () => {
    const heads = (title: string, heading: string) =>
      read('---', `title: ${title}`, '---', '', `# ${heading}`, '', '## Ferries', '', 'Stop.').sections.map(
        (one) => one.title,
      );
    assert.deepEqual(heads('Brief - 3 March 2026', '☕ Brief'), ['Ferries']);
    assert.deepEqual(heads('Brief', 'Brief - 3 March 2026'), ['Ferries']);
    assert.deepEqual(heads('Brief - 3 March 2026', 'Ships'), ['Ships']);
    assert.deepEqual(heads('3 March 2026', 'Ships'), ['Ships']);
  });

  it('has a title that the first heading of any level repeats', () => {
    const heads = (...lines: string[]) =>
      read('---', 'title: Harbour brief 12 (3 March 2026)', '---', '', ...lines).sections.map(
        (one) => one.title,
      );
    const below = ['', 'Good morning.', '', '## Ferries', '', 'Late.'];
    assert.deepEqual(heads('## Harbour brief: 12 (3 March 2026)', ...below), ['Ferries']);
    assert.deepEqual(heads('## Ferries', '', 'Late.', '', '## Harbour brief 12', '', 'So.').length, 2);
    assert.deepEqual(heads('Good morning.', '', '## Harbour brief 12', '', '- One.', '- Two.').length, 1);
  });

  it('may end with a tag right after its fence', () => {
    const { title, sections } = read(
      '---',
      'title: A',
      '---<div class="box">',
      '',
      '## Ferries',
      '',
      'Stop.',
      '---',
    );
    assert.deepEqual([title, sections.map((one) => one.title)], ['A', ['Ferries']]);
  });

  it('never creates anything but text', () => {
    for (const value of ['!!js/function "function(){}"', '!!binary "AAAA"', '&a [*a]', '!<tag:x> "y"']) {
      assert.equal(typeof parseBriefing(`---\ntitle: ${value}\n---\nx`, '').title, 'string', value);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});
