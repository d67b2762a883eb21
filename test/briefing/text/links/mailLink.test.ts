import assert from 'node:assert/strict';
import fc from 'fast-check';
import { showsSite, safeUrl, siteOf } from '../../../../src/briefing/text/links/safeUrl.ts';
import { recipientOf } from '../../../../src/briefing/text/links/mailLink.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { read } from '../../support/fixture.ts';

const LIVE = [
  'mailto:me@a.example',
  'MAILTO:me@a.example',
  "mailto:first.last+tag_o'x@a.example",
  'mailto:me@a.example?subject=Clock',
  'mailto:me@a.example?Subject=Why%3F%20%26%20AT%26T&BODY=One.%0D%0A%0D%0ATwo%20%E2%9C%93',
  'mailto:me@bücher.example',
];

const DEAD = [
  'mailto:',
  'mailto:?subject=x',
  'mailto:?to=me@a.example',
  'mailto:me',
  'mailto:@a.example',
  'mailto:b@evil.example,a@good.example',
  'mailto:b@evil.example;a@good.example',
  'mailto:b@evil.example%2Ca@good.example',
  'mailto:b@evil.example%3Ba@good.example',
  'mailto:b%40evil.example,a@good.example',
  'mailto:b%2Ca@good.example',
  'mailto:a@good.example%0Ab',
  'mailto:a@good.example%20b',
  'mailto:Good%20Bank%3Cb@evil.example%3E',
  'mailto:"a"@good.example',
  'mailto:-oProxy@good.example',
  'mailto:$(x)@good.example',
  'mailto://a@good.example',
  'mailto:a@good.example/b',
  'mailto:a@good.example#?bcc=b@evil.example',
  'mailto:a@good.example?bcc=b@evil.example',
  'mailto:a@good.example?BCC=b@evil.example',
  'mailto:a@good.example?cc=b@evil.example',
  'mailto:a@good.example?to=b@evil.example',
  'mailto:a@good.example?subject=x&bcc=b@evil.example',
  'mailto:a@good.example?subject=x&amp;bcc=b@evil.example',
  'mailto:a@good.example?subject=x;bcc=b@evil.example',
  'mailto:a@good.example?subject=x?bcc=b@evil.example',
  'mailto:a@good.example?subject=x%26bcc=b@evil.example',
  'mailto:a@good.example?subject=x%2526bcc%253Db@evil.example',
  'mailto:a@good.example?subject=x%0D%0ABcc:%20b@evil.example',
  'mailto:a@good.example?%62cc=b@evil.example',
  'mailto:a@good.example?attach=/etc/passwd',
  'mailto:a@good.example?attachment=/etc/passwd',
  'mailto:a@good.example?subject=x&subject=y',
  'mailto:a@good.example?subject',
  'mailto:a@good.example?body=x%E2%80%8By',
  'mailto:a@good.example?body=x%E2%80%AEy',
  'mailto:a@good.example?body=x%F3%A0%81%81y',
  'mailto:a@good.example?body=x%00y',
  'mailto:a@good.example?body=x%FFy',
  `mailto:a@good.example?body=x${'%0A'.repeat(40)}y`,
  // The decoded form of an encoded host counts.
  'mailto:me@%EF%BC%86.example',
  'mailto:me@%EF%BC%8C.example',
  'mailto:me@a%EF%BC%8Fb.example',
  // Characters that are blank although Unicode has them as symbols; and lines that push others out of sight.
  `mailto:a@good.example?body=x${'%E2%A0%80'.repeat(40)}y`,
  `mailto:a@good.example?body=x${'%0A.'.repeat(40)}y`,
  `mailto:a@good.example?body=${'x%20'.repeat(501)}`,
];

/** Decodes a text as a program might that does so before it parses it. */
function unescape(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

describe('A mail link', () => {
  it('is live if it has one recipient, and at most a subject and a body', () => {
    for (const url of LIVE) assert.ok(safeUrl(url), url);
  });

  it('is not live if it would do more than it shows, or has no recipient', () => {
    for (const url of DEAD) {
      assert.equal(safeUrl(url), undefined, url);
      assert.equal(siteOf(url), undefined, url);
      const html = renderBriefing(read('# T', '', `[a](<${url}>)`));
      assert.doesNotMatch(html, /href="mailto/, url);
      assert.match(html, />a</, url);
    }
  });

  it('shows its whole address as its text or beside it', () => {
    for (const words of ['Write to us', 'a.example', 'you@a.example', 'me@a.example.evil.example']) {
      const html = renderBriefing(read('# T', '', `[${words}](mailto:me@a.example)`));
      assert.ok(html.includes('</a> <span class="host">me@a.example</span>'), html);
    }
    for (const words of ['me@a.example', 'Me@A.example', 'mailto:me@a.example'])
      assert.ok(showsSite(words, 'mailto:me@a.example?subject=x'), words);
    assert.equal(recipientOf(new URL('mailto:me@аррlе.com')), 'me@xn--l-7sbq6ba.com');
  });

  it('shows its whole address in a list of sources, and at a citation', () => {
    const html = renderBriefing(read('# T', '', 'a [1]', '', '## Sources', '1. [Desk](mailto:me@a.example)'));
    assert.ok(html.includes('title="Desk — me@a.example"'), html);
    assert.ok(html.includes('Desk</a> <span class="site">me@a.example</span>'), html);
  });

  it('never has more than one recipient, whatever it consists of', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b@c.example',
        '@',
        ',',
        ';',
        '%2C',
        '%40',
        '?',
        '&',
        'bcc=',
        'to=',
        'subject=',
        'body=',
        '%26',
      ],
      ...['%3D', '%0A', '#', 'x', '%25', '"', '<', '>', ':', '/', '%F0', '=', '+', '%3F'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = safeUrl(`mailto:a@b.example${pieces.join('')}`) ?? safeUrl(`mailto:${pieces.join('')}`);
        if (!url) return;
        const whole = unescape(unescape(url.href));
        const [to = '', fields = ''] = whole.slice('mailto:'.length).split(/\?(.*)/s);
        assert.match(to, /^[^@,;\s]+@[^@,;\s]+$/);
        assert.doesNotMatch(fields, /(?:^|[?&;])(?!subject=|body=)\w+=/i);
      }),
      { numRuns: 2000 },
    );
  });
});
