import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  type FromPage,
  readFromPage,
  readState,
  type ReaderState,
  type ReaderView,
} from '../../src/reader/messages.ts';

const view = fc.constantFrom<ReaderView>('takeaway', 'whole');
const text = fc.string({ minLength: 1, maxLength: 50, unit: 'binary' });

const offset = fc.double({ min: 0, max: 1, noNaN: true });

const fromPage: fc.Arbitrary<FromPage> = fc.oneof(
  fc.record({ type: fc.constant('chose' as const), id: text, view }),
  fc.record({ type: fc.constant('viewed' as const), view }),
  fc.record({ type: fc.constant('followed' as const), url: text }),
  fc.record({ type: fc.constant('saw' as const), id: fc.oneof(fc.constant(''), text), end: fc.boolean() }),
  fc.record({ type: fc.constant('stopped' as const), id: text, offset }),
);

const state: fc.Arbitrary<ReaderState> = fc.record(
  {
    uri: text,
    view,
    id: text,
    place: fc.record({ id: text, offset }, { noNullPrototype: true }),
    render: fc.nat(),
  },
  { requiredKeys: ['uri', 'view'], noNullPrototype: true },
);

/** Anything at all, and things that are almost a message or a state. */
const anything = fc.oneof(
  fc.anything({ withNullPrototype: true }),
  fc.record(
    {
      type: fc.constantFrom('chose', 'viewed', 'followed', 'saw', 'stopped'),
      id: fc.oneof(text, fc.anything()),
      view: fc.oneof(view, fc.anything()),
      url: fc.oneof(text, fc.anything()),
      end: fc.oneof(fc.boolean(), fc.anything()),
      offset: fc.oneof(fc.double(), fc.anything()),
    },
    { requiredKeys: ['type'] },
  ),
);
const nearlyState = fc.oneof(
  fc.anything(),
  fc.record(
    {
      uri: fc.oneof(text, fc.anything()),
      view: fc.anything(),
      id: fc.anything(),
      place: fc.anything(),
      render: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isView(value: unknown): boolean {
  return value === 'takeaway' || value === 'whole';
}

describe('A message from the page', () => {
  it('is taken as it is', () => {
    fc.assert(
      fc.property(fromPage, (message) => {
        assert.deepEqual(readFromPage(message), { ...message });
      }),
    );
  });

  it('is taken without what does not belong to it', () => {
    const message = { type: 'followed', url: 'https://a.example', id: 'x', view: 'whole', more: { a: 1 } };
    assert.deepEqual(readFromPage(message), { type: 'followed', url: 'https://a.example' });
    const sight = { id: 't-1', end: true, offset: 0.5, view: 'whole', url: 'x' };
    assert.deepEqual(readFromPage({ type: 'saw', ...sight }), { type: 'saw', id: 't-1', end: true });
    assert.deepEqual(readFromPage({ type: 'stopped', ...sight }), {
      type: 'stopped',
      id: 't-1',
      offset: 0.5,
    });
  });

  it('that the whole briefing was seen names no item; one that reading stopped does', () => {
    assert.deepEqual(readFromPage({ type: 'saw', id: '', end: false }), { type: 'saw', id: '', end: false });
    assert.equal(readFromPage({ type: 'stopped', id: '', offset: 0 }), undefined);
  });

  it('that reading stopped at no part of an item is at its beginning', () => {
    const cases: readonly (readonly [offset: number, taken: number])[] = [
      [0, 0],
      [0.25, 0.25],
      [1, 1],
      [-0.1, 0],
      [1.1, 0],
      [Number.NaN, 0],
      [Infinity, 0],
      [-Infinity, 0],
    ];
    for (const [sent, taken] of cases)
      assert.deepEqual(readFromPage({ type: 'stopped', id: 'x', offset: sent }), {
        type: 'stopped',
        id: 'x',
        offset: taken,
      });
  });

  it('is none where anything is missing, empty, too long or of another type', () => {
    const cases: readonly unknown[] = [
      undefined,
      null,
      '',
      'chose',
      7,
      [],
      {},
      () => undefined,
      { type: 'chose' },
      { type: 'chose', id: 'x' },
      { type: 'chose', view: 'whole' },
      { type: 'chose', id: '', view: 'whole' },
      { type: 'chose', id: 7, view: 'whole' },
      { type: 'chose', id: 'x', view: 'both' },
      { type: 'chose', id: 'x'.repeat(4096), view: 'whole' },
      { type: 'chose', id: ['x'], view: 'whole' },
      { type: 'viewed' },
      { type: 'viewed', view: ['whole'] },
      { type: 'viewed', view: 'Whole' },
      { type: 'followed' },
      { type: 'followed', url: '' },
      { type: 'followed', url: new URL('https://a.example') },
      { type: 'saw' },
      { type: 'saw', id: 'x' },
      { type: 'saw', end: true },
      { type: 'saw', id: 7, end: true },
      { type: 'saw', id: [''], end: true },
      { type: 'saw', id: 'x', end: 'true' },
      { type: 'saw', id: 'x', end: 1 },
      { type: 'saw', id: 'x'.repeat(4096), end: true },
      { type: 'stopped' },
      { type: 'stopped', id: 'x' },
      { type: 'stopped', offset: 0 },
      { type: 'stopped', id: 'x', offset: '0' },
      { type: 'stopped', id: 'x', offset: null },
      { type: 'stopped', id: 7, offset: 0 },
      { type: 'stopped', id: 'x'.repeat(4096), offset: 0 },
      { type: 'show', id: 'x', view: 'whole' },
      { type: 'toString' },
      { type: '__proto__' },
      [{ type: 'viewed', view: 'whole' }],
    ];
    for (const data of cases) assert.equal(readFromPage(data), undefined, JSON.stringify(data));
  });

  it('is never anything but one of five, whatever comes', () => {
    fc.assert(
      fc.property(anything, (data) => {
        const message = readFromPage(data);
        if (message === undefined) return;
        const keys = Object.keys(message).sort().join(' ');
        if (message.type === 'chose')
          assert.ok(keys === 'id type view' && isText(message.id) && isView(message.view));
        else if (message.type === 'viewed') assert.ok(keys === 'type view' && isView(message.view));
        else if (message.type === 'followed') assert.ok(keys === 'type url' && isText(message.url));
        else if (message.type === 'saw') {
          const { id, end } = message;
          assert.ok(keys === 'end id type' && typeof id === 'string' && typeof end === 'boolean');
        } else {
          assert.ok(keys === 'id offset type' && isText(message.id));
          assert.ok(message.offset >= 0 && message.offset <= 1);
        }
      }),
    );
  });
});

describe('A saved state', () => {
  it('is taken as it is', () => {
    fc.assert(
      fc.property(state, (saved) => {
        assert.deepEqual(readState(saved), { ...saved });
      }),
    );
  });

  it('is none without the URI of a briefing', () => {
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

  it('is mended where a part of it is broken', () => {
    const uri = 'file:///a.md';
    const cases: readonly (readonly [saved: object, state: ReaderState])[] = [
      [{ uri }, { uri, view: 'takeaway' }],
      [
        { uri, view: 'page' },
        { uri, view: 'takeaway' },
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
        { uri, view: 'takeaway' },
      ],
      [
        { uri, place: { offset: 0.5 } },
        { uri, view: 'takeaway' },
      ],
      [
        { uri, place: { id: 'x' } },
        { uri, view: 'takeaway', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, place: { id: 'x', offset: 7 } },
        { uri, view: 'takeaway', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, place: { id: 'x', offset: Number.NaN } },
        { uri, view: 'takeaway', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, place: { id: 'x', offset: '1' } },
        { uri, view: 'takeaway', place: { id: 'x', offset: 0 } },
      ],
      [
        { uri, render: '1' },
        { uri, view: 'takeaway' },
      ],
      [
        { uri, more: 1 },
        { uri, view: 'takeaway' },
      ],
    ];
    for (const [saved, expected] of cases)
      assert.deepEqual(readState(saved), expected, JSON.stringify(saved));
  });

  it('is never anything but a state, whatever comes', () => {
    fc.assert(
      fc.property(nearlyState, (data) => {
        const saved = readState(data);
        if (saved === undefined) return;
        const { uri, view: shown, id, place, render, ...more } = saved;
        assert.deepEqual(more, {});
        assert.ok(isText(uri) && isView(shown) && (id === undefined || isText(id)));
        if (place) assert.ok(isText(place.id) && place.offset >= 0 && place.offset <= 1);
        if (render !== undefined) assert.equal(typeof render, 'number');
      }),
    );
  });
});
