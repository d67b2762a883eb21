import assert from 'node:assert/strict';
import { readFeed } from '../../src/intake/readFeed.ts';
import { ADDRESS } from './feeds.ts';

describe('The encoding of a feed', () => {
  const titleOf = (bytes: Uint8Array, contentType?: string) => {
    const feed = readFeed(bytes, ADDRESS, contentType);
    return feed.kind === 'feed' ? feed.title : feed.reason;
  };
  const feed = (title: string, declaration = '') => `${declaration}<rss><channel><title>${title}</title>`;
  const declared = (label: string) => `<?xml version="1.0" encoding="${label}"?>`;
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const ended = '</channel></rss>';

  it('is what the BOM says, whatever is declared', () => {
    const text = feed('ü漢', declared('utf-8')) + ended;
    assert.equal(titleOf(wide(`\ufeff${text}`), 'text/xml; charset=koi8-r'), 'ü漢');
    assert.equal(titleOf(wide(`\ufeff${text}`).swap16()), 'ü漢');
    assert.equal(titleOf(Buffer.from(`\ufeff${text}`), 'text/xml; charset=koi8-r'), 'ü漢');
  });

  it('is UTF-16 without a BOM too', () => {
    assert.equal(titleOf(wide(feed('ü漢', declared('utf-16')) + ended)), 'ü漢');
    assert.equal(titleOf(wide(feed('ü漢') + ended).swap16()), 'ü漢');
  });

  it('is UTF-8 wherever that is valid', () => {
    const bytes = Buffer.from(feed('Café 漢', declared('iso-8859-1')) + ended);
    assert.equal(titleOf(bytes, 'text/xml; charset=windows-1251'), 'Café 漢');
    assert.equal(titleOf(bytes, 'text/xml; charset=utf-16'), 'Café 漢');
  });

  it('is what the server says, then what the feed says', () => {
    const bytes = latin(feed('\xcf\xf0\xe8\xe2\xe5\xf2', declared('koi8-r')) + ended);
    assert.equal(titleOf(bytes, 'text/xml; charset="windows-1251"'), 'Привет');
    assert.equal(titleOf(bytes), 'оПХБЕР');
    assert.equal(titleOf(bytes, 'text/xml; charset=x-unheard-of'), 'оПХБЕР');
  });

  it('is windows-1252 if all declarations are wrong', () => {
    assert.equal(titleOf(latin(feed('Caf\xe9 \x93x\x94', declared('UTF-8')) + ended)), 'Café “x”');
    assert.equal(titleOf(latin(feed('Caf\xe9', declared('euc-kr')) + ended)), 'Café');
  });

  it('is UTF-8 with one broken character, or with one cut off', () => {
    const good = 'Паром «Заря» снова в строю';
    const broken = Buffer.concat([
      Buffer.from(`<rss><title>${good}`),
      Buffer.from([0xd0]),
      Buffer.from('</title></rss>'),
    ]);
    assert.equal(titleOf(broken), `${good}�`);
    const cut = Buffer.from(feed(good) + '<item><title>д');
    assert.equal(titleOf(cut.subarray(0, -1)), good);
  });

  it('can be an older one of East Asia', () => {
    const euckr = latin(feed('\xb4\xba\xbd\xba', declared('euc-kr')) + ended);
    assert.equal(titleOf(euckr), '뉴스');
    const jis = latin(feed('\x1b$B4A;z\x1b(B', declared('ISO-2022-JP')) + ended);
    assert.equal(titleOf(jis), '漢字');
  });

  it('is never UTF-7', () => {
    const text = `${declared('UTF-7')}<rss><channel><title>+ADw-b+AD4-</title>${ended}`;
    assert.equal(titleOf(Buffer.from(text), 'text/xml; charset=utf-7'), '+ADw-b+AD4-');
  });
});
