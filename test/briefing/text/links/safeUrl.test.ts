import assert from 'node:assert/strict';
import { safeUrl, shownUrl, siteOf, urlOfBareDomain } from '../../../../src/briefing/text/links/safeUrl.ts';

describe('A URL', () => {
  it('is live with http, https and mailto', () => {
    const cases: readonly (readonly [url: string, href: string])[] = [
      ['https://a.example', 'https://a.example/'],
      ['http://a.example/x?y#z', 'http://a.example/x?y#z'],
      ['HTTPS://A.example/X', 'https://a.example/X'],
      ['https://a.example:8443/', 'https://a.example:8443/'],
      ['mailto:me@a.example', 'mailto:me@a.example'],
      ['MailTo:me@a.example?subject=x', 'mailto:me@a.example?subject=x'],
      ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ];
    for (const [url, href] of cases) assert.equal(safeUrl(url)?.href, href, url);
  });

  it('is live however often it is checked', () => {
    // Guards against results that change after a function is optimized.
    for (let i = 0; i < 20_000; i++) assert.ok(safeUrl('https://bücher.example/'), `at ${i}`);
  });

  it('is dead if it is longer than any server reads', () => {
    assert.ok(safeUrl(`https://a.example/${'a'.repeat(8000)}`));
    assert.equal(safeUrl(`https://a.example/${'a'.repeat(8200)}`), undefined);
  });

  it('is dead with any other scheme, without one, or with white space and control characters in it', () => {
    const schemes = [
      'javascript',
      'data',
      'vscode',
      'vscode-insiders',
      'command',
      'file',
      'ftp',
      'blob',
      'about',
    ];
    const others = [
      'vbscript',
      'view-source',
      'ws',
      'wss',
      'tel',
      'sms',
      'vscode-resource',
      'vscode-webview',
      'x-y',
    ];
    for (const scheme of [...schemes, ...others]) {
      for (const rest of [':x', '://a.example/x', ':https://a.example', '://%0aalert(1)']) {
        for (const url of [scheme + rest, scheme.toUpperCase() + rest, ` ${scheme}${rest}`]) {
          assert.equal(safeUrl(url), undefined, url);
        }
      }
    }
    const broken = [
      '',
      'a.example',
      '//a.example',
      '/x',
      '../x',
      '#x',
      '?x',
      'C:\\x',
      '\\\\a.example\\x',
      'https://',
      'https://a b',
    ];
    const hidden = [
      'java\tscript:x',
      'java\nscript:x',
      '\u0001https://a.example',
      'https://a.example\n',
      ' https://a.example',
    ];
    const more = [
      'https://a.example/\u0000',
      'ht\ttps://a.example',
      'https://a.example/\u00a0',
      'https://a.example/\u0085',
      'mailto: a@b',
    ];
    for (const url of [...broken, ...hidden, ...more])
      assert.equal(safeUrl(url), undefined, JSON.stringify(url));
  });
});

describe('A URL with a user in it', () => {
  it('is dead, because the user may look like its host', () => {
    const before = ['good.example', 'good.example:443', 'good.example%2f', ':secret', 'good.example%5C'];
    for (const user of before) assert.equal(safeUrl(`https://${user}@evil.example/`), undefined, user);
    assert.equal(safeUrl('https://@a.example/')?.href, 'https://a.example/');
  });
});

describe('A URL with invisible characters', () => {
  it('is dead', () => {
    for (const character of ['\u202e', '\u2066', '\u200b', '\u00ad', '\ufeff', '\u{e0041}']) {
      assert.equal(safeUrl(`https://a.example/${character}x`), undefined);
    }
  });
});

describe('A shown URL', () => {
  it('is as it was written, or as the parser spells it if it is not ASCII', () => {
    assert.equal(shownUrl('https://a.example'), 'https://a.example');
    assert.equal(shownUrl('https://bücher.example/ü'), 'https://xn--bcher-kva.example/%C3%BC');
    assert.equal(shownUrl('command:ü'), '');
  });
});

describe('The site of a URL', () => {
  it('is its host, without www', () => {
    const cases: readonly (readonly [url: string, site: string | undefined])[] = [
      ['https://www.a.example/x', 'a.example'],
      ['https://wwww.a.example', 'wwww.a.example'],
      ['https://a.example:8443', 'a.example:8443'],
      ['https://bücher.example', 'xn--bcher-kva.example'],
      // With Cyrillic letters that look like Latin ones.
      ['https://www.аррlе.com/', 'xn--l-7sbq6ba.com'],
      ['https://2130706433/', '127.0.0.1'],
      ['https://good.example@evil.example/', undefined],
      ['mailto:me@a.example', 'a.example'],
      ['mailto:me@аррlе.com', 'xn--l-7sbq6ba.com'],
      ['mailto:?subject=x', undefined],
      ['command:x', undefined],
      ['nothing', undefined],
    ];
    for (const [url, site] of cases) assert.equal(siteOf(url), site, url);
  });
});

describe('A bare domain', () => {
  it('is taken for an https address', () => {
    for (const text of [
      'cgtn.com',
      'www.cgtn.com/news',
      'a-b.example?x',
      'a.b.c.example#x',
      'bücher.example',
    ]) {
      assert.equal(urlOfBareDomain(text), `https://${text}`);
    }
  });

  it('is not a sentence, file path, number or address of another kind', () => {
    const texts = [
      '',
      'cgtn',
      'U.S.',
      'a.b',
      '1.5',
      'one. two',
      'a..example',
      '-a.example',
      'a-.example',
      '.example',
      'me@a.example',
      'stat.ML',
    ];
    for (const text of [...texts, 'https://a.example', 'a.example x', 'a.example:80']) {
      assert.equal(urlOfBareDomain(text), undefined, text);
    }
  });
});
