import assert from 'node:assert/strict';
import { plainTextOf } from '../../../src/briefing/structure/plainText.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { drawn, read, takeawayOf } from '../support/fixture.ts';

/** The HTML of a paragraph’s words. */
function shown(words: string): string | undefined {
  return /<p dir="auto">(.*?)<\/p>/s.exec(renderBriefing(read('# T', '', `${words}\n\nProse.`)))?.[1];
}

/** The target of a link in a paragraph. */
function urls(words: string): (string | undefined)[] {
  return read('# T', '', words).references.map(({ url }) => url);
}

describe('An HTML tag', () => {
  it('is left out, and separates the text beside it if it is a block element', () => {
    const cases: readonly (readonly [words: string, text: string])[] = [
      ['H<sub>2</sub>O', 'H2O'],
      ['a<span class="x">b</span>c', 'abc'],
      ['a<FONT COLOR=red>b</FONT>c', 'abc'],
      ['<td>a</td><td>b</td>', 'a b'],
      ['a<p/>b', 'a b'],
      ['a<br>b<br/>c<br />d', 'a b c d'],
      ['<b>a', 'a'],
      ['<p title="x > y">b', 'b'],
      ['a <SignUp to="b" />c<Ad.Box/>', 'a c'],
      ["<p title=it's>b", 'b'],
      ['a</b>', 'a'],
      ['<b>a</i>b', 'ab'],
      [`<p ${'x'.repeat(3999)}>b`, 'b'],
    ];
    for (const [words, text] of cases) assert.equal(plainTextOf(words), text, words);
  });

  it('begins a paragraph if it is a block element at the start of a line', () => {
    const paragraphs = (...lines: string[]) =>
      readingItems(read('# T', '', ...lines)).flatMap(({ text }) => text.split('\n'));
    assert.deepEqual(
      paragraphs('<p>One.</p>', '<p>Two.</p>', '<div class="a">', 'Three', 'goes on.', '</div>', 'Four.'),
      [...['One.', 'Two.', 'Three goes on.', 'Four.']],
    );
    assert.deepEqual(paragraphs('One', '<b>goes</b> on.', '<pre-line> and on.'), [
      'One goes on. <pre-line> and on.',
    ]);
  });

  it('leaves no line break before the first words', () => {
    const story = (words: string, page: string) => [
      '<div>',
      '<span class="icon"></span>',
      `<span><a href="https://a.example/${page}">${words}</a></span>`,
      '<span>Gazette</span>',
      '</div>',
    ];
    const stories = [
      ...story('The ferry stops at nine', '1'),
      ...story('The crane comes on Monday', '2'),
      ...story('The gate is late again', '3'),
    ];
    assert.deepEqual(
      readingItems(read('# T', '', '## News', '', ...stories)).map(({ label, text }) => [label, text]),
      [
        ['The ferry stops at nine', 'Gazette'],
        ['The crane comes on Monday', 'Gazette'],
        ['The gate is late again', 'Gazette'],
      ],
    );
    assert.equal(plainTextOf('<br>\n<i></i>\na'), 'a');
    assert.equal(plainTextOf('<nobr>a b</nobr>, <ruby>港<rt>みなと</rt></ruby>'), 'a b, 港 みなと');
  });

  it('is text if it is not an HTML element, or not a tag', () => {
    for (const words of [
      '<Exec> a',
      '<your name> a',
      '<x>a</x>',
      '<br3>a',
      'a < b > c',
      'a <b',
      '< p>a',
      '<p-x>a',
      `<p ${'x'.repeat(4001)}>b`,
    ]) {
      assert.equal(plainTextOf(words), words);
    }
  });

  it('is left out if it is cut off at the end of its line', () => {
    for (const tag of [
      '<img alt="" [...]',
      '<img alt="A ferry" src="https://a.example/b.jpg" class="x',
      '<p style="font-size:1e…',
    ])
      assert.equal(
        plainTextOf(`Late. ${tag}\nThe crane [comes](https://a.example).`),
        'Late. The crane comes.',
      );
    assert.equal(plainTextOf('Late.\n<div'), 'Late.');
    for (const words of ['a <p', 'a <b', 'or <image', 'a <div', '<a href="b [comes" on', 'i <img="'])
      assert.equal(plainTextOf(words), words);
  });

  it('is text in code, and if it is escaped', () => {
    assert.equal(plainTextOf('`<b>a</b>`'), '<b>a</b>');
    assert.equal(plainTextOf('\\<b>a\\</b> &lt;i&gt;'), '<b>a</b> <i>');
  });

  it('ends a line only if it is a line break', () => {
    assert.equal(shown('a<br>b'), 'a<br>\nb');
    assert.equal(shown('a<hr>b'), 'a b');
  });
});

describe('A superscript in HTML', () => {
  it('stays in its place, and has a caret before it in plain text', () => {
    for (const [words, text] of [
      ['2<sup>80</sup> of them', '2^80 of them'],
      ['10<sup>-21</sup>秒', '10^-21秒'],
      ['x<sup>n</sup>', 'x^n'],
      ['(a + b)<SUP>2</SUP>', '(a + b)^2'],
    ] as const) {
      assert.equal(plainTextOf(words), text);
      assert.equal(shown(words), words.toLowerCase());
    }
  });

  it('is not an exponent in an ordinal, for a note, and with more than a number', () => {
    for (const [words, text] of [
      ['1<sup>st</sup>', '1st'],
      ['word<sup>1</sup>', 'word1'],
      ['2<sup>a + b</sup>', '2a + b'],
    ] as const)
      assert.equal(shown(words), text);
  });
});

describe('Bold and italic in HTML', () => {
  it('are kept', () => {
    const cases: readonly (readonly [words: string, html: string])[] = [
      ['a <b>b</b> c', 'a <strong>b</strong> c'],
      ['<STRONG>a</Strong >', '<strong>a</strong>'],
      ['<em class="x">a</em> <i>b</i>', '<em>a</em> <em>b</em>'],
      ['<b>a <i>b</i></b>', '<strong>a <em>b</em></strong>'],
      ['<b>a</b><b>b</b>', '<strong>a</strong><strong>b</strong>'],
      ['<b>*a*\nb</b>', '<strong><em>a</em>\nb</strong>'],
      ['<i>a <b>b</i> c</b>', '<em>a b</em> c'],
      ['<u>a</u>', 'a'],
    ];
    for (const [words, html] of cases) assert.equal(shown(words), html, words);
  });

  it('make a label', () => {
    const { label, text } = takeawayOf('<b>Ferry:</b> It is late.');
    assert.deepEqual([label, text], ['Ferry', 'It is late.']);
  });

  it('end with their paragraph, closed or not', () => {
    assert.deepEqual(
      read('# T', '', '## A', '', '<b>a', '', '- b</b> <b>c</b>').sections[0]?.takeaways.map(
        ({ text }) => text,
      ),
      ['b c'],
    );
    assert.equal(shown('<b>a\n\nb</b>'), 'a');
  });
});

describe('A link in HTML', () => {
  it('is a link, however its attributes are written', () => {
    for (const open of [
      '<a href="https://a.example">',
      "<a href='https://a.example'>",
      '<a href=https://a.example>',
      '<A class="x" HREF = "https://a.example" id=y>',
      '<a href=" https://a.example ">',
      '<a title=" href=https://b.example" href="https://a.example">',
      '<a href="https&#58;//a.example">',
    ]) {
      assert.deepEqual(urls(`See ${open}b</a>.`), ['https://a.example'], open);
    }
    assert.deepEqual(urls('<a href="https://a.example/?b=1&amp;c=2">d</a>'), ['https://a.example/?b=1&c=2']);
  });

  it('has its text, with the formatting inside', () => {
    assert.match(
      shown('c <a href="https://a.example"><b>a</b> *b*</a>') ?? '',
      /><strong>a<\/strong> <em>b<\/em><\/a>/,
    );
    assert.deepEqual(
      read('# T', '', 'c <a href="https://a.example"><b>a</b> *b*</a>').references.map(({ title }) => title),
      ['a b'],
    );
  });

  it('contains no other link', () => {
    assert.deepEqual(urls('<a href="https://a.example">https://b.example [c](https://c.example)</a>'), [
      'https://a.example',
    ]);
  });

  it('is not a link if it leads nowhere, is not safe or is never closed', () => {
    for (const words of [
      '<a name="top">b</a>',
      '<a>b</a>',
      '<a href="">b</a>',
      '<a href="/b">b</a>',
      '<a href="javascript:alert(1)">b</a>',
      '<a data-href="https://a.example">b</a>',
      '<a href="https://a.example">b',
      '<p href="https://a.example">b</p>',
    ]) {
      assert.deepEqual(urls(`See ${words}`), [], words);
      assert.equal(plainTextOf(words), 'b', words);
    }
  });
});

describe('An image in HTML', () => {
  it('is its alternative text', () => {
    const cases: readonly (readonly [words: string, text: string])[] = [
      ['<img src="a.png" alt="A clock">', 'A clock'],
      ["<img alt='A clock'/>", 'A clock'],
      ['<img title="x" alt="A &amp; B">', 'A & B'],
      ['a <img alt=""> b', 'a b'],
      ['a <img src="a.png"> b', 'a b'],
      ['<p alt="a">b</p>', 'b'],
    ];
    for (const [words, text] of cases) assert.equal(plainTextOf(words), text, words);
    assert.doesNotMatch(
      renderBriefing(read('# T', '', '<img src="https://a.example/a.png" alt="A">')),
      /<img|a\.png/,
    );
  });
});

describe('A heading in HTML', () => {
  it('is a heading if it has a line of its own', () => {
    const cases: readonly (readonly [line: string, section: string])[] = [
      ['<h2>A</h2>', '2 A'],
      ['   <H3 class="x"> A *b* </H3>  ', '3 A b'],
      ['<h6><b>A</b></h6>', '6 A'],
      ['<h3 id="a">\n  <span>A</span>\n  b\n</h3>', '3 A b'],
      ['<h3\n  id="a">A</h3>', '3 A'],
    ];
    for (const [line, section] of cases)
      assert.deepEqual(drawn(read('# T', '', line, 'Prose.').sections), [section], line);
    assert.equal(read('<h1>A</h1>', '', '## B', 'c').title, 'A');
  });

  it('is not a heading elsewhere', () => {
    for (const line of [
      '<h2>A</h3>',
      '<h2>A</h2> b',
      'a <h2>A</h2>',
      '<h2></h2>',
      '<h7>A</h7>',
      '<h2>A',
      '<h2>A\n\nb</h2>',
      '    <h2>A</h2>',
      '> <h2>A</h2>',
      '- <h2>A</h2>\n\nProse.\n\nProse.\n\nProse.',
    ]) {
      assert.deepEqual(drawn(read('# T', '', line, '', '[b](c)').sections), [], line);
    }
  });

  it('is as deep as the elements around it, unless code is below', () => {
    const page = [
      '<div>',
      '  <div>',
      '    <h2>A</h2>',
      '    <p>Prose.</p>',
      '',
      '    <b>More.</b>',
      '  </div>',
      '</div>',
    ];
    const briefing = read('# T', '', ...page, '', '## B', '', '    let c = 1;');
    assert.deepEqual(drawn(briefing.sections), ['2 A', '2 B']);
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      ['Prose.\nMore.', 'let c = 1;'],
    );
    assert.match(renderBriefing(read('# T', '', '```', '<div>', '    <h2>A</h2>', '```')), /\n {4}&lt;h2/);
  });

  it('starts and ends at its line', () => {
    assert.deepEqual(
      read('# T', '', '<h2>A</h2>', '- b').sections[0]?.takeaways.map(({ text }) => text),
      ['b'],
    );
    const [section] = read('# T', '', '<h2>A</h2>', 'Prose.', '', '## B', 'c').sections;
    assert.deepEqual([section?.range.start.line, section?.range.end.line], [2, 3]);
  });
});
