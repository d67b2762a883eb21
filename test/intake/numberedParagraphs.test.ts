import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (...paragraphs: string[]) =>
  htmlToMarkdown(
    paragraphs.map((words) => (words.startsWith('<') ? words : `<p>${words}</p>`)).join('\n'),
  ).trim();

describe('Numbered paragraphs with others between them', () => {
  it('are items, to which these belong', () => {
    assert.equal(
      read(
        'News:',
        '1. Ferry stops<br>At nine',
        'It is late.',
        'It is old.',
        '2. Crane comes',
        'It is new.',
        '3. Tug',
        'b',
        'c',
        'End',
      ),
      [
        'News:',
        '',
        '1. Ferry stops',
        '   At nine',
        '',
        '   It is late.',
        '',
        '   It is old.',
        '2. Crane comes',
        '',
        '   It is new.',
        '3. Tug',
        '',
        '   b',
        '',
        '   c',
        '',
        'End',
      ].join('\n'),
    );
  });

  it('end at a heading, and are none with other numbers, or with a chapter between', () => {
    const isList = (...paragraphs: string[]) => /^1\. /m.test(read(...paragraphs));
    assert.ok(isList('1. a', 'b', '2. c', '<h2>D</h2>', 'e'));
    for (const paragraphs of [
      ['1. a', 'b', '3. c', 'd'],
      ['2. a', 'b', '3. c', 'd'],
      ['1. a', 'b', '2) c', 'd'],
      ['1. a', '<h2>B</h2>', '2. c', 'd'],
      ['1. a', ...Array.from({ length: 10 }, () => 'b'), '2. c'],
      ['1. a', 'b'],
      ['1. März', 'b', '2. März', 'd'],
    ])
      assert.ok(!isList(...paragraphs), paragraphs.join(' / '));
  });
});

describe('The number of an item in an element of its own', () => {
  const items = (name: string, ...numbers: string[]) =>
    read(`<${name}>${numbers.map((mark) => `<li><b>${mark}</b><div>Ferry</div></li>`).join('')}</${name}>`);

  it('is left out', () => {
    assert.equal(items('ol', '1.', '2.'), '1. Ferry\n2. Ferry');
    assert.equal(items('ol start="9"', '09', '10'), '9. Ferry\n10. Ferry');
    assert.equal(items('ol', '#1', '2)'), '1. Ferry\n2. Ferry');
  });

  it('stays if it is another number in one of them or all of the item, or if the list has none', () => {
    assert.match(items('ul', '1', '2'), /- \*\*1\*\*\n[^]*- \*\*2\*\*\n/);
    assert.match(items('ol', '7', '1.5', '3 March'), /7.*\n[^]*1\.5.*\n[^]*3 March/);
    assert.match(items('ol', '1', '2', '7'), /\*\*1\*\*\n[^]*\*\*2\*\*\n[^]*\*\*7\*\*/);
    assert.equal(read('<ol><li>1</li><li>2</li></ol>'), '1. 1\n2. 2');
  });
});
