import assert from 'node:assert/strict';
import { isEmptyQuery, parseQuery } from '../../src/search/query.ts';

const NOTHING = { words: [], phrases: [], excluded: [], filters: { folders: [], sites: [] }, problems: [] };

describe('A typed query', () => {
  const cases: readonly (readonly [text: string, query: object])[] = [
    ['', {}],
    ['Security guarantees ', { words: ['security', 'guarantees'] }],
    ['two port', { words: ['two', 'port'] }],
    ['"Two ports" open ', { words: ['open'], phrases: [['two', 'ports']] }],
    ['“two ports” ', { words: ['two', 'ports'] }],
    ['"two', { words: ['two'] }],
    ['port -closed -"north quay" ', { words: ['port'], excluded: [['closed'], ['north', 'quay']] }],
    ['is:unread is:STARRED ', { filters: { folders: [], sites: [], read: false, starred: true } }],
    ['is:read ', { filters: { folders: [], sites: [], read: true } }],
    ['in:"Weekly notes" in:b ', { filters: { folders: ['weekly notes', 'b'], sites: [] } }],
    ['site:https://www.CGTN.com/news ', { filters: { folders: [], sites: ['cgtn.com'] } }],
    [
      'after:2025-8 before:2026 ',
      { filters: { folders: [], sites: [], after: '2025-08-01', before: '2026-01-01' } },
    ],
    ['after:2025-02-30 ', { problems: [{ kind: 'notADate', text: '2025-02-30' }] }],
    ['before:soon ', { problems: [{ kind: 'notADate', text: 'soon' }] }],
    ['is:foo ', { problems: [{ kind: 'unknownFilter', text: 'is:foo' }] }],
    ...['is:r', 'is:rea', 'is:u', 'is:unr', 'is:s'].map((typed) => [typed, {}] as const),
    ['is: in: site: ', {}],
    ['12:30 https://a.example/b ', { words: ['12', '30', 'https', 'a', 'example', 'b'] }],
    ['- -- "" -"" : :: ( [a-z]+ \\ * ', { words: ['a', 'z'] }],
  ];
  for (const [text, query] of cases)
    it(`“${text}”`, () => {
      assert.deepEqual(parseQuery(text), { ...NOTHING, ...query });
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
