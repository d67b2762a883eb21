import assert from 'node:assert/strict';
import { isEmptyQuery, parseQuery } from '../../src/search/query.ts';
import { fixtureCases } from '../support/fixtureCases.ts';

const isSomething = (value: unknown) => !(Array.isArray(value) && value.length === 0);

describe('A typed query', () => {
  fixtureCases('search/query', (query) => {
    const { filters, ...parts } = parseQuery(query);
    const found = Object.entries({ ...parts, ...filters }).filter(([, value]) => isSomething(value));
    return found.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ') || 'nothing';
  });

  it('is cut if it is too long', () => {
    const { words: found, problems } = parseQuery('word '.repeat(2000));
    assert.deepEqual([found.length, problems], [1, [{ kind: 'tooLong' }]]);
    const many = parseQuery(Array.from({ length: 50 }, (_, i) => `w${i}`).join(' '));
    assert.deepEqual([many.words.length, many.problems], [16, [{ kind: 'tooLong' }]]);
    for (const sign of ['"', '-', ':', '(', ' "', 'is:'])
      assert.ok(parseQuery(sign.repeat(10_000)).words.length <= 16);
  });

  it('may be empty', () => {
    for (const text of ['', '  ', '-word', 'is:', '"']) assert.ok(isEmptyQuery(parseQuery(text)), text);
    for (const text of ['a', 'is:read', 'site:a.b', 'in:x', 'before:2025', '"a b"'])
      assert.ok(!isEmptyQuery(parseQuery(text)), text);
  });
});
