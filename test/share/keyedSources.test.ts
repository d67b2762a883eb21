import assert from 'node:assert/strict';
import { keyedSources } from '../../src/share/keyedSources.ts';
import { quotation, raw } from './quotations.ts';
import { worked } from '../support/clock.ts';

describe('The key of a source', () => {
  const cases = [
    [raw('a', 'Q&A: Why it fell', 'https://www.cgtn.com/a'), 'cgtn2027why'],
    [raw('a', 'Fog', 'https://en.wikipedia.org/wiki/Fog'), 'wikipedia2027fog'],
    [raw('a', 'The BBC', 'https://bbc.co.uk'), 'bbc2027the'],
    [quotation('a', '- [Notice 14](https://port.example/14) — Port of Example'), 'portofexample2026notice'],
    [raw('a', 'Où est-ce ?', 'https://élysée.example'), 'xnlyse9oad2027est'],
    [raw('a', '字', 'https://127.0.0.1'), 'source2027'],
    [raw('a', 'AI', 'https://a.example'), 'a2027ai'],
    [raw('a', 'Radio log'), 'source2027radio'],
  ] as const;

  it('is its site, a year and the first word of its title', () => {
    for (const [quotations, key] of cases) {
      assert.deepEqual(
        keyedSources(quotations, '2027-01-02').map((source) => source.key),
        [key],
      );
    }
  });

  it('is unique', () => {
    const three = ['1', '2', '3'].flatMap((page) => raw('a', 'Why', `https://a.example/${page}`));
    assert.deepEqual(
      keyedSources(three, '2027-01-02').map(({ key }) => key),
      ['a2027why', 'a2027why-2', 'a2027why-3'],
    );
  });

  it('is found in bounded time if many sources are alike', () => {
    const many = Array.from({ length: 20_000 }, (_, page) => raw('a', 'Why', `https://a.example/${page}`));
    const start = worked();
    assert.equal(keyedSources(many.flat(), '2027-01-02').at(-1)?.key, 'a2027why-20000');
    assert.ok(worked() - start < 3000);
  });
});
