import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cspImageSource } from '../../src/reader/cspImageSource.ts';

describe('The source of an image in a content security policy', () => {
  it('is its address, without characters that have a meaning there', () => {
    const cases: readonly (readonly [url: string, source: string | undefined])[] = [
      ['https://a.example/i.png?x=1#y', 'https://a.example/i.png'],
      ['http://A.example:8080/', 'http://a.example:8080/'],
      ['http://[2001:db8::1]/i.png', 'http://[2001:db8::1]/i.png'],
      ['https://bücher.example/ü.png', 'https://xn--bcher-kva.example/%C3%BC.png'],
      ["https://a.example/a;b,c'd*e", 'https://a.example/a%3bb%2cc%27d%2ae'],
      ['https://*.example/i.png', undefined],
      ['https://*/i.png', undefined],
      ['https://a.example;script-src/i.png', undefined],
      ["https://'self'/i.png", undefined],
      ['https://a,b.example/i.png', undefined],
      ['data:image/png;base64,AA==', undefined],
      ['mailto:a@b.example', undefined],
    ];
    for (const [url, source] of cases) assert.equal(cspImageSource(new URL(url)), source, url);
  });

  it('is one word without a separator, whatever the address is', () => {
    const piece = fc.constantFrom(...'*;,\'" a.$(!&{/:='.split(''), '%2A');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(piece, { maxLength: 6 }), (host, path) => {
        const address = `https://a${host.join('')}.example/${path.join('')}`;
        if (!URL.canParse(address)) return;
        assert.match(cspImageSource(new URL(address)) ?? 'https://x', /^https:\/\/[\w.:-]+[\w/.~%-]*$/);
      }),
    );
  });
});
