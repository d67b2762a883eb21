import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  END,
  type FromPage,
  type PageButton,
  readFromPage as read,
  type ReferenceAction,
  type ReaderView,
} from '../../src/reader/messages.ts';

/** The briefing that is shown, and that the messages are about. */
const URI = 'file:///shown.md';

/** Reads a message about the briefing that is shown. */
function readFromPage(data: unknown): FromPage | undefined {
  return read(typeof data === 'object' && data !== null ? { ...data, uri: URI } : data, URI);
}

const view = fc.constantFrom<ReaderView>('item', 'whole');
const text = fc.string({ minLength: 1, maxLength: 50, unit: 'binary' });

const offset = fc.double({ min: 0, max: 1, noNaN: true });

const ACTIONS: readonly ReferenceAction[] = ['open', 'copyLink', 'cite', 'citing'];
const BUTTONS: readonly PageButton[] = ['nextUnread', 'help', 'star', 'markRead', 'showImages'];
const action = fc.constantFrom(...ACTIONS);
const button = fc.constantFrom(...BUTTONS);

const TYPES: readonly FromPage['type'][] = [
  ...([
    'itemChosen',
    'viewChosen',
    'linkFollowed',
    'reference',
    'imageRequested',
    'advanced',
    'buttonPressed',
  ] as const),
  ...(['focus', 'stale', 'voices', 'itemSeen', 'scrolledTo'] as const),
];

const fromPage: fc.Arbitrary<FromPage> = fc.oneof(
  fc.record({ type: fc.constant('itemChosen' as const), id: text, view }),
  fc.record({ type: fc.constant('viewChosen' as const), view }),
  fc.record({ type: fc.constantFrom('linkFollowed' as const, 'imageRequested' as const), url: text }),
  fc.record({ type: fc.constant('reference' as const), action, index: fc.nat() }),
  fc.record({ type: fc.constant('advanced' as const), step: fc.constantFrom<1 | -1>(1, -1) }),
  fc.record({ type: fc.constant('buttonPressed' as const), button }),
  fc.record({
    type: fc.constant('focus' as const),
    state: fc.constantFrom('given' as const, 'returned' as const, 'lost' as const),
  }),
  fc.record({ type: fc.constant('stale' as const) }),
  fc.record({ type: fc.constant('voices' as const), available: fc.boolean() }),
  fc.record({
    type: fc.constant('itemSeen' as const),
    id: fc.oneof(fc.constant(''), text),
    end: fc.boolean(),
  }),
  fc.record({ type: fc.constant('scrolledTo' as const), id: fc.oneof(fc.constant(''), text), offset }),
);

/** Any value, and values that are almost a message. */
const anything = fc.oneof(
  fc.anything({ withNullPrototype: true }),
  fc.record(
    {
      type: fc.constantFrom<string>(...TYPES),
      action: fc.oneof(action, fc.anything()),
      index: fc.oneof(fc.integer(), fc.double(), fc.anything()),
      step: fc.oneof(fc.constantFrom(1, -1, 0, 2), fc.anything()),
      button: fc.oneof(button, fc.anything()),
      available: fc.oneof(fc.boolean(), fc.anything()),
      id: fc.oneof(text, fc.anything()),
      view: fc.oneof(view, fc.anything()),
      url: fc.oneof(text, fc.anything()),
      end: fc.oneof(fc.boolean(), fc.anything()),
      offset: fc.oneof(fc.double(), fc.anything()),
    },
    { requiredKeys: ['type'] },
  ),
);

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isView(value: unknown): boolean {
  return value === 'item' || value === 'whole';
}

describe('A message from the page', () => {
  it('is accepted as it is', () => {
    fc.assert(
      fc.property(fromPage, (message) => {
        assert.deepEqual(readFromPage(message), { ...message });
      }),
    );
  });

  it('loses unknown properties', () => {
    const message = {
      type: 'linkFollowed',
      url: 'https://a.example',
      id: 'x',
      view: 'whole',
      more: { a: 1 },
    };
    assert.deepEqual(readFromPage(message), { type: 'linkFollowed', url: 'https://a.example' });
    const sight = { id: 't-1', end: true, offset: 0.5, view: 'whole', url: 'x' };
    assert.deepEqual(readFromPage({ type: 'itemSeen', ...sight }), {
      type: 'itemSeen',
      id: 't-1',
      end: true,
    });
    assert.deepEqual(readFromPage({ type: 'scrolledTo', ...sight }), {
      type: 'scrolledTo',
      id: 't-1',
      offset: 0.5,
    });
  });

  it('about the briefing itself has no item', () => {
    assert.deepEqual(readFromPage({ type: 'itemSeen', id: '', end: false }), {
      type: 'itemSeen',
      id: '',
      end: false,
    });
    const stopped = { type: 'scrolledTo', id: '', offset: 0.5 };
    assert.deepEqual(readFromPage(stopped), stopped);
  });

  it('is rejected if it is of another briefing than the one that is shown', () => {
    const all: readonly FromPage[] = [
      { type: 'itemChosen', id: 'x', view: 'whole' },
      { type: 'viewChosen', view: 'whole' },
      { type: 'linkFollowed', url: 'https://a.example' },
      { type: 'reference', action: 'open', index: 0 },
      { type: 'imageRequested', url: 'https://a.example/b.png' },
      { type: 'advanced', step: 1 },
      { type: 'buttonPressed', button: 'star' },
      { type: 'itemSeen', id: 'x', end: true },
      { type: 'scrolledTo', id: 'x', offset: 0 },
    ];
    for (const message of all) {
      assert.deepEqual(read({ ...message, uri: URI }, URI), message);
      for (const uri of ['file:///other.md', undefined])
        assert.equal(read({ ...message, uri }, URI), undefined, message.type);
    }
    const general: readonly FromPage[] = [
      { type: 'focus', state: 'lost' },
      { type: 'stale' },
      { type: 'voices', available: true },
    ];
    for (const message of general)
      assert.deepEqual(read({ ...message, uri: 'file:///other.md' }, URI), message, 'it is of no briefing');
  });

  it('without an offset in an item is at its start', () => {
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
      assert.deepEqual(readFromPage({ type: 'scrolledTo', id: 'x', offset: sent }), {
        type: 'scrolledTo',
        id: 'x',
        offset: taken,
      });
  });

  it('is rejected if anything is missing, empty, too long or of another type', () => {
    const cases: readonly unknown[] = [
      undefined,
      null,
      '',
      'itemChosen',
      7,
      [],
      {},
      () => undefined,
      { type: 'itemChosen' },
      { type: 'itemChosen', id: 'x' },
      { type: 'itemChosen', view: 'whole' },
      { type: 'itemChosen', id: '', view: 'whole' },
      { type: 'itemChosen', id: 7, view: 'whole' },
      { type: 'itemChosen', id: 'x', view: 'both' },
      { type: 'itemChosen', id: 'x'.repeat(4096), view: 'whole' },
      { type: 'itemChosen', id: ['x'], view: 'whole' },
      { type: 'viewChosen' },
      { type: 'viewChosen', view: ['whole'] },
      { type: 'viewChosen', view: 'Whole' },
      { type: 'linkFollowed' },
      { type: 'linkFollowed', url: '' },
      { type: 'linkFollowed', url: new URL('https://a.example') },
      { type: 'itemSeen' },
      { type: 'itemSeen', id: 'x' },
      { type: 'itemSeen', end: true },
      { type: 'itemSeen', id: 7, end: true },
      { type: 'itemSeen', id: [''], end: true },
      { type: 'itemSeen', id: 'x', end: 'true' },
      { type: 'itemSeen', id: 'x', end: 1 },
      { type: 'itemSeen', id: 'x'.repeat(4096), end: true },
      { type: 'scrolledTo' },
      { type: 'scrolledTo', id: 'x' },
      { type: 'scrolledTo', offset: 0 },
      { type: 'scrolledTo', id: 'x', offset: '0' },
      { type: 'scrolledTo', id: 'x', offset: null },
      { type: 'scrolledTo', id: 7, offset: 0 },
      { type: 'scrolledTo', id: 'x'.repeat(4096), offset: 0 },
      { type: 'imageRequested' },
      { type: 'imageRequested', url: '' },
      { type: 'reference', action: 'open' },
      { type: 'reference', index: 0 },
      { type: 'reference', action: 'delete', index: 0 },
      { type: 'reference', action: ['open'], index: 0 },
      { type: 'reference', action: 'open', index: -1 },
      { type: 'reference', action: 'open', index: 0.5 },
      { type: 'reference', action: 'open', index: '0' },
      { type: 'reference', action: 'open', index: Number.NaN },
      { type: 'reference', action: 'open', index: Infinity },
      { type: 'advanced' },
      { type: 'advanced', step: 0 },
      { type: 'advanced', step: '1' },
      { type: 'advanced', step: 2 },
      { type: 'buttonPressed' },
      { type: 'buttonPressed', button: 'delete' },
      { type: 'buttonPressed', button: 'toString' },
      { type: 'focus' },
      { type: 'focus', state: 'toString' },
      { type: 'voices' },
      { type: 'voices', available: 1 },
      { type: 'render', html: '<p>' },
      { type: 'show', id: 'x', view: 'whole' },
      { type: 'toString' },
      { type: '__proto__' },
      [{ type: 'viewChosen', view: 'whole' }],
    ];
    for (const data of cases) assert.equal(readFromPage(data), undefined, JSON.stringify(data));
  });

  it('is a valid message or rejected, for any input', () => {
    fc.assert(
      fc.property(anything, (data) => {
        const message = readFromPage(data);
        if (message) assert.ok(isSound(message), JSON.stringify(message));
      }),
    );
  });

  it('may choose the end, which is not an item', () => {
    const message = { type: 'itemChosen', id: END, view: 'item' };
    assert.deepEqual(readFromPage(message), message);
  });
});

/** Whether a message has only its own properties, each with the right type. */
function isSound(message: FromPage): boolean {
  const has = (...keys: readonly string[]) =>
    Object.keys(message).sort().join(' ') === ['type', ...keys].sort().join(' ');
  switch (message.type) {
    case 'itemChosen':
      return has('id', 'view') && isText(message.id) && isView(message.view);
    case 'viewChosen':
      return has('view') && isView(message.view);
    case 'linkFollowed':
    case 'imageRequested':
      return has('url') && isText(message.url);
    case 'reference': {
      const isIndex = Number.isInteger(message.index) && message.index >= 0;
      return has('action', 'index') && ACTIONS.includes(message.action) && isIndex;
    }
    case 'advanced':
      return has('step') && [1, -1].includes(message.step);
    case 'buttonPressed':
      return has('button') && BUTTONS.includes(message.button);
    case 'focus':
      return has('state') && ['given', 'returned', 'lost'].includes(message.state);
    case 'stale':
      return has();
    case 'voices':
      return has('available') && typeof message.available === 'boolean';
    case 'itemSeen':
      return has('id', 'end') && typeof message.id === 'string' && typeof message.end === 'boolean';
    case 'scrolledTo':
      return (
        has('id', 'offset') && typeof message.id === 'string' && message.offset >= 0 && message.offset <= 1
      );
  }
}
