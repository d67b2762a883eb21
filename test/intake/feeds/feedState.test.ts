import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import {
  decodeState,
  encodeState,
  mergeStates,
  NEW_FEED,
  type FeedState,
} from '../../../src/intake/feeds/feedState.ts';

const KEY = wordsKey('a');
const FULL: FeedState = {
  checked: 5,
  next: 6,
  failures: 1,
  reason: 'status',
  status: 500,
  gone: true,
  silence: { host: 'a.example', until: 7 },
  etag: '"1"',
  lastModified: 'Thu, 26 Nov 2026 08:00:00 GMT',
  headersSince: 4,
  ttl: 60,
  bodyHash: '5-x',
  title: 'Harbour',
  shape: 'digest',
  seen: new Map([[KEY, KEY]]),
  files: [{ name: '2026-11-26-a-12345678.md', id: '12345678', text: KEY, at: 3 }],
};

describe('The state of a source', () => {
  it('is read as it was written', () => {
    assert.deepEqual(decodeState(encodeState(FULL)), FULL);
    assert.equal(encodeState(decodeState(encodeState(NEW_FEED))), encodeState(NEW_FEED));
  });

  it('is new if it is damaged, and loses what is damaged in it', () => {
    for (const text of ['', '{', 'null', '7', '[]', '"a"']) {
      const { seen, files, next } = decodeState(text);
      assert.deepEqual([seen.size, files, next], [0, [], 0]);
    }
    const broken = decodeState(
      JSON.stringify({
        next: 'soon',
        failures: -1,
        etag: 'a\nb',
        gone: 1,
        silence: { host: 1 },
        shape: 'x',
        checked: 5,
        seen: [[KEY, KEY], [KEY], 7, ['<>', KEY]],
        files: [{ ...FULL.files[0], name: '../a.md' }, { ...FULL.files[0], name: '.md' }, FULL.files[0], 3],
      }),
    );
    assert.deepEqual(
      [broken.next, broken.failures, broken.etag, broken.gone, broken.silence, broken.shape],
      [0, 0, undefined, undefined, undefined, undefined],
    );
    assert.deepEqual([broken.checked, broken.seen.size, broken.files.length], [5, 1, 1]);
  });

  it('never grows beyond a limit', () => {
    const seen = new Map(Array.from({ length: 9000 }, (_, i) => [wordsKey(String(i)), KEY] as const));
    const state = decodeState(encodeState({ ...FULL, seen }));
    assert.equal(state.seen.size, 2000);
    assert.ok(state.seen.has(wordsKey('8999')));
  });

  it('never throws, and can be written again', () => {
    const seen = fc.array(fc.oneof(fc.jsonValue(), fc.tuple(fc.constant(KEY), fc.jsonValue())));
    const fields = fc.record(
      Object.fromEntries(Object.keys(FULL).map((key) => [key, key === 'seen' ? seen : fc.jsonValue()])),
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fields.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const state = decodeState(a);
        assert.equal(encodeState(decodeState(encodeState(state))), encodeState(state));
        void encodeState(mergeStates(state, decodeState(b)));
      }),
    );
  });

  it('of two windows is that of the later response, with all that either knows', () => {
    const other = wordsKey('b');
    const [file] = FULL.files;
    assert.ok(file);
    const later: FeedState = {
      ...NEW_FEED,
      checked: 9,
      next: 10,
      seen: new Map([
        [other, KEY],
        [KEY, other],
      ]),
      files: [
        { ...file, text: other },
        { ...file, name: 'b.md' },
      ],
    };
    for (const merged of [mergeStates(FULL, later), mergeStates(later, FULL)]) {
      assert.deepEqual([merged.next, merged.reason, merged.silence?.until], [10, undefined, 7]);
      assert.deepEqual(
        [...merged.seen],
        [
          [other, KEY],
          [KEY, other],
        ],
      );
      assert.deepEqual(
        merged.files.map(({ name, text }) => [name, text]),
        [
          [file.name, other],
          ['b.md', KEY],
        ],
      );
    }
  });
});
