import assert from 'node:assert/strict';
import { checkHtml, checkWithPictures, linksIn, textIn } from './support/checkHtml.ts';

/** Two links to the same host, of which the second does not show it; or to another host. */
function said(between: string, words: string, host = 'a.example'): string {
  const link = (name: string, text: string, to: string) =>
    `<a${name} href="https://${to}/" title="x">${text}</a>${name ? '' : ' '}<span class="host">${to}</span>`;
  return `<p>${link('', 'x', 'a.example')}${between}${link(' class="said"', words, host)}</p>`;
}

describe('The allowlist of the tests', () => {
  const refused = [
    '<script>alert(1)</script>',
    '<p onclick="x">a</p>',
    '<p style="color:red">a</p>',
    '<img src="https://a.example/x.png">',
    '<a href="javascript:x">a</a>',
    '<a href="java&#9;script:x">a</a>',
    '<a href="vscode://a/b">a</a>',
    '<a href="/x">a</a>',
    "<a href='https://a.example'>a</a>",
    '<a href="https://a.example" target="_blank">a</a>',
    '<a href="https://a.example/" title="x">y</a>',
    '<a href="https://a.example/" title="x">a.example.evil.example</a>',
    '<a href="https://evil.example/" title="x">a.example</a> <span class="host">a.example</span>',
    '<a href="https://a.example/" title="x — a.example">[1]</a>',
    '<a href="https://a.example/">a.example</a>',
    '<p><a class="said" href="https://a.example/" title="x">y</a><span class="host">a.example</span></p>',
    ...[
      said('</p><p>', 'y'),
      said('</td><td>', 'y', 'b.example'),
      said(' ', 'b.example'),
      said(' ', 'see b.example'),
      said(' ', 'b. example'),
      said(' ', 'b．example'),
      said(' ', 'bꓸexample'),
      said(' ', 'https://y'),
      said(' ', 'y', 'b.example'),
    ],
    '<a href="https://a.example/" title="x"></a>',
    '<a class="file" href="a.md" title="a.md"><a href="https://b.example/" title="x">b.example</a></a>',
    '<a href="#x" title="x">a</a>',
    '<a href="#s-a" title="">a</a>',
    '<a href="#r-1" title="x">a</a>',
    '<a href="#r-x" title="x">[1]</a>',
    '<a href="a.md" title="a.md">a</a>',
    '<a class="file" href="a.md" title="b.md">a</a>',
    ...[
      '/a.md',
      '//a.example/a.md',
      '\\\\a\\b.md',
      '..\\a.md',
      'c:a.md',
      'a.md?b',
      'a.exe',
      'a%5cb.md',
      '%2fa.md',
      '%e2%80%aea.md',
    ].map((href) => `<a class="file" href="${href}" title="${decodeURIComponent(href)}">a</a>`),
    '<p dir="ltr">a</p>',
    '<span dir="auto">a</span>',
    '<span class="r-1">a</span>',
    '<img src="x.png" alt="a">',
    '<a href="https://xn--l-7sbq6ba.com/" title="x">аррlе.com</a>',
    '<p>a\u202eb</p>',
    '<p>a\u200bb</p>',
    '<p>a\u{e0041}</p>',
    '<p>a\u001b[2J</p>',
    '<span title="x">a</span>',
    '<li id="body">a</li>',
    '<p id="t-1">a</p>',
    '<p class="a&quot;b">a</p>',
    '<code class="x">a</code>',
    '<ol start="x"></ol>',
    '<p>a',
    '<p>a</em></p>',
    '</p>',
    '<p>a < b</p>',
    '<p>a > b</p>',
    '<p>a & b</p>',
    '<!-- a -->',
    '<svg></svg>',
    '<p/>',
    '<P>a</P>',
    '<p ',
  ];

  it('rejects whatever is not on it', () => {
    for (const html of refused)
      assert.throws(
        () => {
          checkHtml(html);
        },
        Error,
        html,
      );
  });

  it('accepts what a briefing may have', () => {
    checkHtml(
      '<section class="section prose" id="s-a"><h2>a &amp; &lt;b&gt; &quot;c&quot;</h2></section>\n<hr>\n',
    );
    checkHtml(
      '<ol start="3"><li class="takeaway" id="t-1"><a href="mailto:a@b.example" title="x">a@b.example</a></li></ol>',
    );
    checkHtml('<p><a href="https://a.example/x" title="x">y</a> <span class="host">a.example</span></p>');
    checkHtml(said(' and <em>then</em> ', 'the “second” one'));
    checkHtml('<sup class="citation"><a href="#r-3" title="x — a.example">[1]</a></sup>');
    checkHtml('<li class="reference r-3" dir="auto">a</li><li class="r-3 r-12" dir="rtl">a</li>');
    checkHtml('<a href="#s-a" title="A">a</a> <a class="file" href="../b%20c.md#d" title="../b c.md">b</a>');
    checkWithPictures('<img src="https://a.example/x.png" alt="b">', 'https://a.example/');
    checkHtml('<p>می\u200cخواهم 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 Bundes\u00adtag</p>');
    checkHtml('');
  });

  it('accepts only images from allowed addresses', () => {
    for (const html of [
      '<img src="https://b.example/x.png" alt="b">',
      '<img src="https://a.example/x" onerror="x">',
    ])
      assert.throws(() => {
        checkWithPictures(html, 'https://a.example/');
      });
    const link =
      '<a href="https://a.example/" title="x"><img src="https://a.example/x.png" alt="a.example"></a>';
    assert.throws(() => {
      checkWithPictures(link, 'https://a.example/');
    }, /hides its host/);
  });

  it('reads links and text like a browser', () => {
    const html = '<a href="https://a.example/?b&amp;c" title="x">a &lt; &#39;b&#39;</a>';
    assert.deepEqual(linksIn(html), ['https://a.example/?b&c']);
    assert.equal(textIn(html), "a < 'b'");
  });
});
