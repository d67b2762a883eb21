import assert from 'node:assert/strict';
import { itemsIn, readingItems } from '../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn, read, takeawaysOf } from '../support/fixture.ts';

describe('The sources of an item', () => {
  it('may be at the end of the item', () => {
    const sourcesOf = (words: string) =>
      takeawaysOf(`- ${words}`)[0]?.references.map(({ title, url }) => [title, url]);
    assert.deepEqual(sourcesOf('Ferries stop. (Source: Reuters)'), [['Reuters', undefined]]);
    assert.deepEqual(sourcesOf('Ferries stop. Source: AP'), [['AP', undefined]]);
    assert.deepEqual(sourcesOf('Ferries stop. (via FT)'), [['FT', undefined]]);
    assert.deepEqual(sourcesOf('Ferries stop. (Quelle: dpa)'), [['dpa', undefined]]);
    assert.deepEqual(sourcesOf('渡轮停了。来源：港务局'), [['港务局', undefined]]);
    assert.deepEqual(sourcesOf('渡轮停了。来源：港务局 https://a.example/b'), [
      ['港务局', 'https://a.example/b'],
    ]);
    assert.deepEqual(sourcesOf('Ferries stop. Source: AP https://a.example/b'), [
      ['AP', 'https://a.example/b'],
    ]);
    assert.deepEqual(sourcesOf('Ferries stop.\n  Source: The Port (https://a.example/b)'), [
      ['The Port', 'https://a.example/b'],
    ]);
    assert.deepEqual(sourcesOf('Ferries stop (again: really).'), []);
    assert.equal(takeawaysOf('- Ferries stop. Source: AP', '- Cranes: one')[0]?.label, undefined);
  });

  it('are those of the briefing if it has none, and no other item has an address', () => {
    const list = (source: string) =>
      itemsIn(
        read(
          '# T',
          '',
          '- The ferry stops.',
          `- The crane comes. ${source}`,
          '',
          '## Sources',
          '',
          '- https://a.example/1',
          '- https://b.example/2',
        ),
      ).map(({ references }) => references.length);
    assert.deepEqual(list(''), [2, 2]);
    assert.deepEqual(list('(Source: Reuters)'), [2, 1]);
    assert.deepEqual(list('(Source: https://c.example/3)'), [0, 1]);
  });

  it('may be in a section whose heading is a bold line', () => {
    const briefing = read(
      '# T',
      '',
      '## News',
      '',
      '- Ferries stop. [1]',
      '',
      '**References:**',
      '',
      '1. Reuters – https://r.example/1',
    );
    assert.deepEqual(drawn(briefing.sections), ['2 News', '  3 References']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ references }) => references.map(({ title }) => title)),
      [['Reuters']],
    );
  });
});

describe('A list of one link in a section of sentences', () => {
  const section = (name: string, ...lines: string[]) => [
    `## ${name}`,
    '',
    `${name} stops at nine.`,
    '',
    ...lines,
    '',
  ];
  const link = '- [The Gazette has more](https://a.example/1)';
  const kinds = (...lines: string[]) => readingItems(read('# T', '', ...lines)).map(({ kind }) => kind);

  it('is the source of the section, if another section ends so', () => {
    const [first] = readingItems(read('# T', '', ...section('Ferry', link), ...section('Tug', link)));
    assert.deepEqual([first?.kind, first?.references[0]?.url], ['passage', 'https://a.example/1']);
    assert.deepEqual(kinds(...section('Ferry', link), ...section('Tug', link)), ['passage', 'passage']);
  });

  it('is a story in one section only, or beside other blocks', () => {
    assert.deepEqual(kinds(...section('Ferry', link), ...section('Tug')), ['passage', 'takeaway', 'passage']);
    const more = section('Tug', 'Read this:', '', link);
    assert.equal(kinds(...more, ...section('Ferry', link)).includes('takeaway'), true);
  });
});

describe('A list of links below the last line of a paragraph', () => {
  const items = (line: string) => {
    const list = ['- https://a.example/1 (score 0.9)', '- https://b.example/2'];
    const text = [
      '# T',
      '',
      '## One',
      '### Ferry',
      'It stops at nine.',
      line,
      ...list,
      '',
      '## Two',
      '',
      'Text.',
    ];
    return readingItems(read(...text)).map(({ kind, references }) => [kind, references.length]);
  };

  it('has the sources of that paragraph, if the line says so', () => {
    assert.deepEqual(items('Sources:')[0], ['passage', 2]);
    assert.deepEqual(items('**Fuentes:**')[0], ['passage', 2]);
    assert.equal(items('They go to:')[0]?.[0], 'takeaway');
  });
});

describe('A line of links behind a sign that ends a section', () => {
  const found = (...lines: string[]) =>
    readingItems(read('# T', '', '## Ferry', '', ...lines, '', '## Two', '', 'Text.'))
      .slice(0, -1)
      .map(({ text, references }) => [text, references.map(({ title }) => title).join(' ')]);
  const list = ['- It stops.', '- It is late.', ''];
  const line = '🔗 [Gazette](https://a.example/1)';

  it('has the sources of the items above it, and of the text above them', () => {
    const name = 'Gazette';
    const all = ['The office is sad.', 'It stops.', 'It is late.', '🔗 Gazette'].map((text) => [text, name]);
    assert.deepEqual(found('The office is sad.', '', ...list, line, '', '---'), all);
    const two = `${line} · [Courier](https://a.example/2)`;
    assert.deepEqual(found(...list, two)[0], ['It stops.', 'Gazette Courier']);
  });

  it('has that of the last item, if it is the only one, or if another has a link', () => {
    assert.deepEqual(found('- It stops.', '', line), [['It stops.\n🔗 Gazette', 'Gazette']]);
    const linked = found('- It [stops](https://a.example/3).', '- It is late.', '', line);
    assert.deepEqual(linked[1], ['It is late.\n🔗 Gazette', 'Gazette']);
  });

  it('is text with other words, and items if it is not the only one', () => {
    assert.equal(found(...list, '🔗 See the [map](https://a.example/1) of it.')[0]?.[1], '');
    assert.deepEqual(
      found(line, '', '🔗 [Tug rates](https://a.example/2)', '', '🔗 [Crane plans](https://a.example/3)').map(
        ([text]) => text,
      ),
      ['Gazette', 'Tug rates', 'Crane plans'],
    );
  });
});

describe('The text of a section', () => {
  it('has the sources that a line of the section names', () => {
    const [text] = readingItems(
      read(
        '# T',
        '',
        '## Ferry',
        '',
        'It stops.',
        '',
        '- At nine',
        '- Or ten',
        '',
        'Source: [Gazette](https://a.example)',
      ),
    );
    assert.deepEqual([text?.kind, text?.references[0]?.title], ['passage', 'Gazette']);
  });
});
