import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourceKey } from '../../src/briefing/sourceKey.ts';

describe('What a source goes by', () => {
  it('is the same for its page, however it is written', () => {
    const groups: readonly (readonly string[])[] = [
      [
        'https://a.example',
        'http://a.example/',
        'HTTPS://WWW.A.example',
        'https://a.example./',
        'https://a.example:443/#b',
      ],
      [
        'https://a.example/b',
        'https://a.example/b/',
        'https://a.example/b//',
        'https://a.example/c/../b?',
        'https://a.example/b?&',
      ],
      [
        'https://a.example/b?id=7',
        'https://a.example/b/?utm_source=c&id=7&utm_medium=d',
        'https://a.example/b?id=7&fbclid=x&gclid=y#z',
        'https://a.example/b?mc_cid=x&id=7&MC_EID=y',
      ],
      ['https://a.example/é', 'https://a.example/%C3%A9', 'https://a.example/%c3%a9'],
      ['https://bücher.example/~b', 'https://xn--bcher-kva.example/%7Eb'],
    ];
    for (const urls of groups) {
      const keys = new Set(urls.map(sourceKey));
      assert.deepEqual([keys.size, keys.has(undefined)], [1, false], urls.join(' '));
    }
    assert.equal(new Set(groups.map(([url = '']) => sourceKey(url))).size, groups.length);
  });

  it('is another for another page', () => {
    const urls = [
      'https://a.example/b',
      'https://a.example/B',
      'https://a.example/b/c',
      'https://b.a.example/b',
      'https://a.example:8080/b',
      'https://a.example/b?c',
      'https://a.example/b?c=1',
      'https://a.example/b?c=2',
      'https://a.example/b?c=1&d=2',
      'https://a.example/b?ref=main',
      'https://a.example/b%2Fc',
      'https://a.example/b%3Fc',
      'https://a.example/b%ff',
    ];
    assert.equal(new Set(urls.map(sourceKey)).size, urls.length);
  });

  it('is none for what is no page', () => {
    for (const url of [
      '',
      'a.example',
      'mailto:a@b.example',
      'javascript:x',
      'file:///a',
      'https://a@b.example',
      'https://',
      '#a',
    ])
      assert.equal(sourceKey(url), undefined, url);
  });

  it('is an exact number for any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const key = sourceKey(url);
        assert.ok(key === undefined || (Number.isSafeInteger(key) && key >= 0));
      }),
    );
  });
});
