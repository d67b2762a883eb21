import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readableAddress } from '../../../../src/briefing/text/links/readableAddress.ts';

describe('An address as a person reads it', () => {
  it('has letters instead of their escapes', () => {
    for (const path of ['/Школа-2026', '/ü?q=日本', '/हिन्दी', '/שלום', '/🚢#é'])
      assert.equal(readableAddress(encodeURI(`https://a.example${path}`)), `https://a.example${path}`);
    assert.equal(readableAddress('/%c3%bc'), '/ü');
  });

  it('keeps escapes of what would not be seen, or read as something else', () => {
    for (const text of [
      ...['%20', '%2F', '%3F', '%25D0%25B0', '%0A', '%7F', '%C2%85', '%C2%A0', '%E3%80%80'],
      ...['%E2%80%AE', '%E2%81%A6', '%E2%80%8F', '%E2%80%8B', '%C2%AD', '%EF%BB%BF', '%EF%B8%8F'],
      ...['%F3%A0%81%A1', '%EE%80%80', '%E3%85%A4', '%E2%A0%80', 'a%CC%B8', '%D0%B0%E2%80%AE%D0%B0'],
    ])
      assert.equal(readableAddress(`/${text}/`), `/${text}/`);
  });

  it('keeps malformed escapes', () => {
    for (const text of ['%', '%D0', '%D0%', '%D0%ZZ', '%FF', '%C0%AF', '%ED%A0%80', '%D0%B0%D0'])
      assert.equal(readableAddress(text), text);
  });

  it('leads to the same page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'grapheme' }), (url, more) => {
        const { href } = new URL(`${new URL(url).href}${encodeURIComponent(more)}`);
        assert.equal(new URL(readableAddress(href)).href.toLowerCase(), href.toLowerCase());
      }),
    );
  });
});
