import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { isAddressAlone, textOfPage } from '../../../src/briefing/write/pastedText.ts';
import { liveHtml } from '../checkExports.ts';
import { allTakeaways } from '../fixture.ts';

describe('A text that is pasted', () => {
  it('is no briefing where it is addresses alone', () => {
    for (const text of [
      'https://www.reuters.com/world/foo',
      ' <https://a.example/x?y#z>\n',
      'www.reuters.com/world',
      'https://a.example\r\n\r\nhttps://b.example\n',
      'mailto:me@a.example',
      'vscode://a.b/c',
      'file:///a/b.md',
    ])
      assert.equal(isAddressAlone(text), true, text);
    for (const text of [
      '',
      ' \n',
      'Morning',
      'Morning\nhttps://a.example',
      'https://a.example is down',
      'Note: x',
      '- a.example',
    ])
      assert.equal(isAddressAlone(text), false, text);
  });
});

describe('HTML that is pasted', () => {
  const cases: readonly (readonly [html: string, text: string])[] = [
    ['<html><body><h1>Morning</h1></body></html>', '# Morning\n'],
    [
      '<!DOCTYPE html><html><head><title>Site</title><style>p{}</style></head><body><h1>Morning<br>news</h1>\n<p>It <b>rained</b>\nall day.</p><p>Then<br/>it stopped.',
      '# Morning\n\nnews\n\nIt **rained** all day.\n\nThen\n\nit stopped.\n',
    ],
    [
      '<div><h2>Key takeaways</h2><ul><li><strong>Crane:</strong> repaired</li><li><p>Tugs</p><p>two</p><ul><li>one</li></ul></li></ul><p>End.</p></div>',
      '## Key takeaways\n\n- **Crane:** repaired\n- Tugs\n\n  two\n  - one\n\nEnd.\n',
    ],
    [
      '<body><h2>A</h2><a href="https://a.example/?b&amp;c">R &amp; D</a> <a href="javascript:alert(1)">x</a> <a href="/y">y</a>',
      '## A\n\n[R & D](<https://a.example/?b&c>) x y\n',
    ],
    ['<p>One &lt;b&gt; *two* C:\\a # three</p>', 'One <b> *two* C:\\a # three\n'],
    ['<body><h1>T</h1>&lt;script&gt; *two* [1]', '# T\n\n\\<script> \\*two\\* [1\\]\n'],
    ['<body><h1>T</h1><p># one<p>- two<p>3. three', '# T\n\n\\# one\n\n\\- two\n\n3\\. three\n'],
    [
      '<body><script>if (a<b) alert("</p>")</script><svg><text>x</text></svg><p>Seen<!-- not > this --></p>',
      'Seen\n',
    ],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc\n'],
    ['<meta charset="utf-8"><h1>T</h1>', '# T\n'],
    ['<body><h1>T</h1><b><i>a</b> b</i> c', '# T\n\n***a*** b c\n'],
    ['<body>a < b <', 'a < b <\n'],
    ['<body>', ''],
  ];

  it('becomes its words, a line for each block', () => {
    for (const [html, text] of cases) assert.equal(textOfPage(html), text, html);
  });

  it('is a briefing then', () => {
    const briefing = parseBriefing(textOfPage(cases[2]?.[0] ?? '') ?? '', '');
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => [label, text.split('\n')[0]]),
      [
        ['Crane', 'repaired'],
        ['Tugs', 'two'],
      ],
    );
  });

  it('is none where a text only has tags in it', () => {
    for (const text of [
      'Morning',
      'a <b>c</b>',
      '# T\n\n<div>a</div>',
      '<div align="center">\n\n# T\n\n</div>',
      '<p>a</p>\n\n- b\n\n<p>c</p>',
      '<https://a.example>',
      '<Exec> said no',
    ])
      assert.equal(textOfPage(text), undefined, text);
  });

  it('has no HTML left, whatever it was', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<li>',
        '<ul>',
        '</ul>',
        '<h2>',
        '</h2>',
        '<a href="https://a.example/<b>">',
        '</a>',
      ],
      ...[
        '<script>',
        '</script>',
        '&lt;script&gt;',
        '<',
        '>',
        '"',
        '`',
        '\\',
        '*',
        '[',
        '](',
        'a',
        ' ',
        '<!--',
        '-->',
        '<br>',
      ],
      ...['&#60;b onclick=x&#62;', '{{', '}}', '~~~', '\n', '&nbsp;', '# ', '- '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = textOfPage(`<body><h1>T</h1>${pieces.join('')}`) ?? '<none>';
        assert.deepEqual(liveHtml(text), [], text);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no longer than its length is', () => {
    for (const piece of ['<a ', '<!--', '<p', '<script>', '<a href="', '</', '<ul><li>', '&'])
      assert.ok(textOfPage(`<body>${piece.repeat(40_000)}`) !== undefined, piece);
  });

  it('is no longer for lists in lists, however deep they nest', () => {
    const text = textOfPage(`<html>${'<ul><li>a'.repeat(20_000)}`) ?? '';
    assert.ok(text.length < 20_000 * 30, `${text.length}`);
    assert.match(text, /^- a\n {2}- a\n {4}- a\n/);
  });
});
