import assert from 'node:assert/strict';
import { checkStructure } from '../../../src/briefing/structure/checks.ts';
import { readStructure } from '../../../src/briefing/structure/structure.ts';
import { slice } from '../support/ranges.ts';

/** The problems of a text: each one's code, and the words in its range. */
function found(...lines: string[]): string[] {
  const text = lines.join('\n');
  return checkStructure(readStructure(text)).map(({ code, range }) => `${code} | ${slice(text, range)}`);
}

describe('The date of the metadata', () => {
  it('must be a date', () => {
    for (const date of ['soon', '2026-02-30', '3 March'])
      assert.deepEqual(found('---', 'title: T', `date: ${date}`, '---', 'a'), [`bad-date | ${date}`]);
    assert.deepEqual(found('Title: T', 'Date: soon', '', 'a'), ['bad-date | soon']);
    assert.deepEqual(found('---', 'date: "s\\u006fon"', '---', 'a'), ['bad-date | date: "s\\u006fon"']);
  });

  it('may be any readable date, or missing', () => {
    for (const date of ['2026-03-03', '3 March 2026', '2026-W10', '""', ''])
      assert.deepEqual(found('---', 'title: T', `date: ${date}`, '---', 'a'), [], date);
    assert.deepEqual(found('# T', '', 'Date: soon'), []);
  });

  it('is named in the problem', () => {
    const [problem] = checkStructure(readStructure('---\ndate: soon\n---\n'));
    assert.deepEqual(problem?.details, ['soon']);
  });
});

describe('A section', () => {
  it('must not be empty', () => {
    assert.deepEqual(found('# T', '', '## A', '', '## B', 'b'), ['empty-section | ## A']);
    assert.deepEqual(found('# T', '', '## A', '', '### B', '', '## C', 'c'), ['empty-section | ### B']);
    assert.deepEqual(found('# T', '', '## Sources'), ['empty-section | ## Sources']);
    assert.deepEqual(found('# T', '', '## A', '<!-- a -->'), ['empty-section | ## A']);
    assert.deepEqual(found('# T', '', '## A', '{% a %}'), ['empty-section | ## A']);
  });

  it('may have any content, and the title needs none', () => {
    for (const inside of ['a', '- a', '***', '### B\n\nb', '![](a.png)'])
      assert.deepEqual(found('# T', '', '## A', '', inside), [], inside);
    assert.deepEqual(found('# T'), []);
  });
});

describe('A key takeaway', () => {
  const key = (...lines: string[]) => found('# T', '', '## Key takeaways', '', ...lines);

  it('should have a reference', () => {
    assert.deepEqual(key('- a', '', '  more', '- b [c](https://c.example)'), [
      'no-reference | - a\n\n  more',
    ]);
    assert.deepEqual(found('# T', '', '## A', '', '### Key takeaways', '', '- a'), ['no-reference | - a']);
  });

  it('may have the references of its section or its briefing', () => {
    assert.deepEqual(key('- a', '', 'Source: Ann'), []);
    assert.deepEqual(key('- a', '', '## Sources', '', '- One'), []);
    assert.deepEqual(key('- a', '', '[^1]: One'), []);
    assert.deepEqual(key('- a', '', '## B', '', '[c](https://c.example)'), ['no-reference | - a']);
  });

  it('should have a label if at least half of them have one', () => {
    const [L, M] = ['- **L:** a [b](https://b.example)', '- c [d](https://d.example)'];
    assert.deepEqual(key(L, M), [`unlabelled-takeaway | ${M}`]);
    assert.deepEqual(key(L, '', 'Prose.', '', M), [`unlabelled-takeaway | ${M}`]);
    assert.deepEqual(key(L, M, M), []);
    assert.deepEqual(key(M, M), []);
    assert.deepEqual(key(L, L), []);
  });

  it('is not confused with other takeaways, which need neither reference nor label', () => {
    assert.deepEqual(found('# T', '', '## News', '', '- **L:** a', '- b'), []);
  });
});

describe('A reference', () => {
  const sources = (...lines: string[]) => found('# T', '', 'a', '', '## Sources', '', ...lines);

  it('should be listed once in the reference sections', () => {
    const again = ['duplicate-reference | Two'];
    assert.deepEqual(sources('- [One](https://a.example/b)', '- [Two](https://a.example/b)'), again);
    assert.deepEqual(sources('- [One](https://a.example/b)', '- [Two](https://A.example/b)'), again);
    assert.deepEqual(
      sources('- [One](https://a.example/b)', '', '## Links', '', '- [Two](https://a.example/b)'),
      again,
    );
    assert.deepEqual(sources('- [One](https://a.example/b)', '- https://a.example/b'), [
      'duplicate-reference | https://a.example/b',
    ]);
  });

  it('may be linked again in the text, be another page of a site, or have no URL', () => {
    assert.deepEqual(
      found('# T', '', '[a](https://a.example/b)', '', '## Sources', '', '- [One](https://a.example/b)'),
      [],
    );
    assert.deepEqual(sources('- [One](https://a.example/b)', '- [Two](https://a.example/c)'), []);
    assert.deepEqual(sources('- One — a.example', '- Two — a.example'), []);
    assert.deepEqual(sources('- One', '- One'), []);
  });

  it('should be cited by its number if other references are', () => {
    const cited = (words: string, ...lines: string[]) =>
      found('# T', '', words, '', '## Sources', '', ...lines);
    assert.deepEqual(cited('a [1]', '1. One', '2. Two'), ['uncited-reference | Two']);
    assert.deepEqual(cited('a [3]', '[2] Two', '', '[3] Three'), ['uncited-reference | Two']);
    assert.deepEqual(found('# T', '', 'a[^1]', '', '[^1]: One', '[^2]: Two'), ['uncited-reference | Two']);
    assert.deepEqual(cited('a [2]', '1. One', '2. See [1]'), ['uncited-reference | One']);
  });

  it('needs no citation if none are cited, it has no number, or the text links to it', () => {
    const cited = (words: string, ...lines: string[]) =>
      found('# T', '', words, '', '## Sources', '', ...lines);
    assert.deepEqual(cited('a', '1. One', '2. Two'), []);
    assert.deepEqual(cited('a [1], b [2]', '1. One', '2. Two'), []);
    assert.deepEqual(cited('a [1]', '[1] One', '', 'Two'), []);
    assert.deepEqual(cited('a [1] [b](https://b.example/c)', '1. One', '2. [Two](https://b.example/c)'), []);
  });
});

describe('Problems', () => {
  it('are in the order of date, sections, references and citations', () => {
    const text = [
      ...[
        '---',
        'date: soon',
        '---',
        '# T',
        '',
        'a [1]',
        '',
        '## A',
        '',
        '## Key takeaways',
        '',
        '- b [1]',
        '- **L:** c',
      ],
      ...['', '## Sources', '', '1. [One](https://a.example/b)', '2. Two', '3. [Three](https://a.example/b)'],
    ];
    assert.deepEqual(found(...text), [
      'bad-date | soon',
      'empty-section | ## A',
      'unlabelled-takeaway | - b [1]',
      'duplicate-reference | Three',
      'uncited-reference | Two',
    ]);
  });
});
