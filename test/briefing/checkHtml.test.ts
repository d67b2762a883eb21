import assert from 'node:assert/strict';
import { checkHtml, linksIn, textIn } from './checkHtml.ts';

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
    '<a href="https://evil.example/" title="x — a.example">[1]</a>',
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

  it('refuses whatever is not on it', () => {
    for (const html of refused)
      assert.throws(
        () => {
          checkHtml(html);
        },
        Error,
        html,
      );
  });

  it('lets pass what a briefing may have', () => {
    checkHtml(
      '<section class="section prose" id="s-a"><h2>a &amp; &lt;b&gt; &quot;c&quot;</h2></section>\n<hr>\n',
    );
    checkHtml(
      '<ol start="3"><li class="takeaway" id="t-1"><a href="mailto:a@b.example" title="x">a@b.example</a></li></ol>',
    );
    checkHtml('<p><a href="https://a.example/x" title="x">y</a> <span class="host">a.example</span></p>');
    checkHtml('<sup class="citation"><a href="https://a.example/" title="x — a.example">[1]</a></sup>');
    checkHtml('<p>می\u200cخواهم 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 Bundes\u00adtag</p>');
    checkHtml('');
  });

  it('reads links and text as a browser would', () => {
    const html = '<a href="https://a.example/?b&amp;c" title="x">a &lt; &#39;b&#39;</a>';
    assert.deepEqual(linksIn(html), ['https://a.example/?b&c']);
    assert.equal(textIn(html), "a < 'b'");
  });
});
