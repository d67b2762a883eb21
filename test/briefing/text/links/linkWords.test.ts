import assert from 'node:assert/strict';
import { showsSite } from '../../../../src/briefing/text/links/safeUrl.ts';

describe('The text of a link', () => {
  it('shows its target if it is the address', () => {
    for (const words of [
      'a.example',
      'A.example/other?x#y',
      'www.a.example',
      'http://a.example',
      'https://www.a.example/x',
    ]) {
      assert.ok(showsSite(words, 'https://a.example/x'), words);
    }
    assert.ok(showsSite('a.example:8443/x', 'https://a.example:8443/'));
    assert.ok(showsSite('xn--bcher-kva.example', 'https://bücher.example'));
    assert.ok(showsSite('me@a.example', 'mailto:me@a.example'));
    assert.ok(showsSite('mailto:me@a.example?subject=x', 'mailto:me@a.example?subject=x'));
  });

  it('does not show its target if it is other text, or another address', () => {
    const others = [
      '',
      'the report',
      'b.example',
      'a.example.evil.example',
      'a.example is here',
      'xa.example',
    ];
    const disguised = [
      'a.example:x@evil.example',
      'a.example@evil.example',
      'ftp://a.example',
      'x@a.example',
    ];
    for (const words of [...others, ...disguised]) {
      assert.ok(!showsSite(words, 'https://a.example/x'), words);
    }
    assert.ok(!showsSite('bücher.example', 'https://bücher.example'));
    assert.ok(!showsSite('you@b.example', 'mailto:me@a.example'));
    assert.ok(!showsSite('mailto:', 'mailto:'));
  });
});
