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

  it('has at most 14 letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.match(hashOf(text), /^[a-z0-9]{2,14}$/);
      }),
    );
  });

  it('does not depend on how the text is split, or on intermediate digests', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
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

  it('has no collisions among half a million similar texts', () => {
    const hashes = new Set<string>();
    for (let i = 0; i < 500; i++) for (let j = 0; j < 1000; j++) hashes.add(hashOf(`word ${i} of ${j}`));
    assert.equal(hashes.size, 500_000);
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

  it('as a number is exact, and has no collisions among half a million similar texts', () => {
    const numbers = new Set<number>();
    for (let i = 0; i < 500_000; i++)
      numbers.add(new Hash().addText(`https://a.example/${i % 700}/news-${i}`).toNumber());
    assert.equal(numbers.size, 500_000);
    for (const number of [...numbers].slice(0, 1000)) assert.ok(Number.isSafeInteger(number) && number >= 0);
    assert.ok(Math.max(...[...numbers].slice(0, 1000)) > 2 ** 52);
  });
});
