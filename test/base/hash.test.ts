import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Hash } from '../../src/base/hash.ts';

function hashOf(text: string): string {
  return new Hash().addText(text).toString();
}

describe('A hash', () => {
  it('stays the same in every version, because stored data depends on it', () => {
    // The first half is FNV-1a: of `a`, it is 0xe40c292c.
    const cases: readonly (readonly [text: string, hash: string])[] = [
      ['', 'ztntfp1kl6d44'],
      ['a', `${(0xe40c292c).toString(36)}1wrdohc`],
      ['Harbour', '6vilyg1wxglm2'],
      ['要点', 'hjgttb1uk02ic'],
      ['👩‍👩‍👧', '1oglztr1paz0my'],
    ];
    for (const [text, hash] of cases) assert.equal(hashOf(text), hash, text);
  });

  it('has at most 14 letters and digits, and does not depend on how the text is split, or on intermediate digests', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        assert.match(hashOf(text), /^[a-z0-9]{2,14}$/);
        const hash = new Hash().addText(text.slice(0, at));
        hash.toString();
        assert.equal(hash.addText(text.slice(at)).toString(), hashOf(text));
        const units = new Hash();
        for (let i = 0; i < text.length; i++) units.add(text.charCodeAt(i));
        assert.equal(units.toString(), hashOf(text));
      }),
    );
  });

  it('differs if texts differ in one unit, in order or in length', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['a', 'b'],
      ['ab', 'ba'],
      ['a', 'aa'],
      ['', '\0'],
      ['\0', '\0\0'],
      ['\u0101', '\u0001'],
      ['\ud83d\ude00', '\ud83d\ude01'],
    ];
    for (const [one, other] of pairs) assert.notEqual(hashOf(one), hashOf(other), JSON.stringify(one));
  });

  it('as a key has 12 letters, digits, _ and -, and differs whenever the hash does', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const [a, b] = [one, other].map((text) => new Hash().addText(text));
        assert.match(a?.toKey() ?? '', /^[\w-]{12}$/);
        assert.equal(a?.toKey() === b?.toKey(), a?.toString() === b?.toString());
      }),
    );
  });

  // A hash of 32 bits would have five collisions among as many.
  it('as text or number has no collisions among 200,000 similar texts; as a number it is exact', () => {
    const COUNT = 200_000;
    const hashes = Array.from({ length: COUNT }, (_, i) =>
      new Hash().addText(`a.example/${i % 700}/news-${i}`),
    );
    assert.equal(new Set(hashes.map(String)).size, COUNT);
    const numbers = hashes.map((hash) => hash.toNumber());
    assert.equal(new Set(numbers).size, COUNT);
    const some = numbers.slice(0, 1000);
    for (const number of some) assert.ok(Number.isSafeInteger(number) && number >= 0);
    assert.ok(Math.max(...some) > 2 ** 52);
  });
});
