import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readState, type ReaderState, type ReaderView } from '../../src/reader/messages.ts';

const view = fc.constantFrom<ReaderView>('item', 'whole');
const text = fc.string({ minLength: 1, maxLength: 50, unit: 'binary' });
const offset = fc.double({ min: 0, max: 1, noNaN: true });

const state: fc.Arbitrary<ReaderState> = fc.record(
  {
    uri: text,
    view,
    id: text,
    place: fc.record({ id: fc.oneof(fc.constant(''), text), offset }, { noNullPrototype: true }),
    render: fc.nat(),
    at: fc.nat(),
  },
  { requiredKeys: ['uri', 'view'], noNullPrototype: true },
);

/** Any value, and values that are almost a state. */
const nearlyState = fc.oneof(
  fc.anything(),
  fc.record(
    {
      uri: fc.oneof(text, fc.anything()),
      view: fc.anything(),
      id: fc.anything(),
      place: fc.anything(),
      render: fc.anything(),
      at: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

describe('A saved state', () => {
  it('is accepted as it is', () => {
    fc.assert(
      fc.property(state, (saved) => {
        assert.deepEqual(readState(saved), { ...saved });
      }),
    );
  });

  it('is rejected without the URI of a briefing', () => {
    for (const data of [
      undefined,
      null,
      'file:///a',
      7,
      [],
      {},
      { uri: '' },
      { uri: 7 },
      { view: 'whole' },
      { uri: 'x'.repeat(4096) },
    ]) {
      assert.equal(readState(data), undefined, JSON.stringify(data));
    }
  });

  it('is repaired if a part of it is invalid', () => {
    const uri = 'file:///a.md';
    const cases: readonly (readonly [saved: object, state: ReaderState])[] = [
      [{ uri }, { uri, view: 'item' }],
      [
        { uri, view: 'page' },
        { uri, view: 'item' },
      ],
      [
        { uri, view: 'whole', id: 7 },
        { uri, view: 'whole' },
      ],
      [
        { uri, view: 'whole', id: '' },
        { uri, view: 'whole' },
      ],
      [
        { uri, place: 'x' },
        { uri, view: 'item' },
      ],
      [
        { uri, place: { offset: 0.5 } },
        { uri, view: 'item' },
      ],
      [
        { uri, place: { id: 'x' } },
        { uri, view: 'item', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, place: { id: 'x', offset: 7 } },
        { uri, view: 'item', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, place: { id: 'x', offset: Number.NaN } },
        { uri, view: 'item', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, place: { id: 'x', offset: '1' } },
        { uri, view: 'item', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, render: '1' },
        { uri, view: 'item' },
      ],
      [
        { uri, preview: true },
        { uri, view: 'item', preview: true },
      ],
      [
        { uri, preview: 'true' },
        { uri, view: 'item' },
      ],
      [
        { uri, more: 1 },
        { uri, view: 'item' },
      ],
    ];
    for (const [saved, expected] of cases)
      assert.deepEqual(readState(saved), expected, JSON.stringify(saved));
  });

  it('is a valid state or rejected, for any input', () => {
    fc.assert(
      fc.property(nearlyState, (data) => {
        const saved = readState(data);
        if (saved === undefined) return;
        const { uri, view: shown, id, place, render, at, ...more } = saved;
        assert.deepEqual(more, {});
        assert.ok(isText(uri) && ['item', 'whole'].includes(shown) && (id === undefined || isText(id)));
        if (place) assert.ok(typeof place.id === 'string' && place.offset >= 0 && place.offset <= 1);
        for (const number of [render, at]) assert.ok(number === undefined || typeof number === 'number');
      }),
    );
  });
});
