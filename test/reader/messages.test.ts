import fc from 'fast-check';
import assert from 'node:assert/strict';
import { type FromPage, readFromPage, readState } from '../../src/reader/messages.ts';
import { fixtureCases } from '../support/fixtureCases.ts';

/** The briefing that is shown, and that the messages are about. */
const URI = 'file:///shown.md';

/** Reads a message about the briefing that is shown. */
function read(data: unknown): FromPage | undefined {
  return readFromPage(typeof data === 'object' && data !== null ? { ...data, uri: URI } : data, URI);
}

/** A value in JSON, as it is read. */
function readJson(json: string, read: (data: unknown) => unknown): string {
  const found = read(JSON.parse(json.replace('x×4096', 'x'.repeat(4096))));
  return found === undefined ? 'rejected' : JSON.stringify(found);
}

const text = fc.string({ minLength: 1, maxLength: 50, unit: 'binary' });
const textOrNone = fc.oneof(fc.constant(''), text);
const offset = fc.double({ min: 0, max: 1, noNaN: true });
const view = fc.constantFrom('item', 'whole');

type Properties = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** The properties of each type of message, with their values. */
const MESSAGES: Readonly<Record<FromPage['type'], Properties>> = {
  itemChosen: { id: text, view },
  viewChosen: { view },
  linkFollowed: { url: text },
  imageRequested: { url: text },
  reference: { action: fc.constantFrom('open', 'copyLink', 'cite', 'citing'), index: fc.nat() },
  advanced: { step: fc.constantFrom(1, -1) },
  buttonPressed: { button: fc.constantFrom('nextUnread', 'help', 'star', 'markRead', 'showImages') },
  focus: { state: fc.constantFrom('given', 'returned', 'lost') },
  stale: {},
  voices: { available: fc.boolean() },
  itemSeen: { id: textOrNone, end: fc.boolean() },
  scrolledTo: { id: textOrNone, offset },
};
const TYPES = Object.keys(MESSAGES) as FromPage['type'][];
/** Those about no briefing. */
const GENERAL = new Set<FromPage['type']>(['focus', 'stale', 'voices']);

const message = fc.oneof(...TYPES.map((type) => fc.record({ type: fc.constant(type), ...MESSAGES[type] })));

/** Whether a value is one that a property may have. */
function isSound(name: string, value: unknown, type: FromPage['type']): boolean {
  const isOne = (...values: readonly unknown[]) => values.includes(value);
  switch (name) {
    case 'type':
      return value === type;
    case 'id':
    case 'url':
      return typeof value === 'string' && (value !== '' || /itemSeen|scrolledTo/.test(type));
    case 'view':
      return isOne('item', 'whole');
    case 'action':
      return isOne('open', 'copyLink', 'cite', 'citing');
    case 'index':
      return Number.isInteger(value) && Number(value) >= 0;
    case 'step':
      return isOne(1, -1);
    case 'button':
      return isOne('nextUnread', 'help', 'star', 'markRead', 'showImages');
    case 'state':
      return isOne('given', 'returned', 'lost');
    case 'offset':
      return typeof value === 'number' && value >= 0 && value <= 1;
    default:
      return typeof value === 'boolean';
  }
}

/** Any value, and values that are almost one with these properties. */
function nearly(properties: Properties, requiredKeys: readonly 'type'[] = []): fc.Arbitrary<unknown> {
  const some = Object.entries(properties).map(([name, value]) => [name, fc.oneof(value, fc.anything())]);
  const { type = fc.anything() } = properties;
  const record = fc.record(
    { ...(Object.fromEntries(some) as Properties), type },
    { requiredKeys: [...requiredKeys] },
  );
  return fc.oneof(fc.anything({ withNullPrototype: true }), record);
}

describe('A message from the page', () => {
  fixtureCases('reader/messages', (json) => readJson(json, read));

  it('is accepted as it is, and rejected if it is of another briefing than the one that is shown', () => {
    fc.assert(
      fc.property(message, (sent) => {
        assert.deepEqual(read(sent), { ...sent });
        for (const uri of ['file:///other.md', undefined]) {
          const known = GENERAL.has(sent.type) ? { ...sent } : undefined;
          assert.deepEqual(readFromPage({ ...sent, uri }, URI), known, sent.type);
        }
      }),
    );
  });

  it('is rejected, or at the start of its item, if it is no JSON', () => {
    for (const data of [
      undefined,
      () => undefined,
      { type: 'linkFollowed', url: new URL('https://a.example') },
    ])
      assert.equal(read(data), undefined);
    for (const number of [Number.NaN, Infinity, -Infinity]) {
      assert.equal(read({ type: 'reference', action: 'open', index: number }), undefined);
      const start = { type: 'scrolledTo', id: 'x', offset: 0 };
      assert.deepEqual(read({ ...start, offset: number }), start);
    }
  });

  it('is a valid message or rejected, for any input', () => {
    const type = fc.constantFrom(...TYPES);
    const properties = TYPES.map((one) => MESSAGES[one]).reduce((all, one) => ({ ...all, ...one }));
    fc.assert(
      fc.property(nearly({ ...properties, type }, ['type']), (data) => {
        const found = read(data);
        if (!found) return;
        assert.deepEqual(Object.keys(found).sort(), ['type', ...Object.keys(MESSAGES[found.type])].sort());
        for (const [name, value] of Object.entries(found)) assert.ok(isSound(name, value, found.type), name);
      }),
    );
  });
});

describe('A saved state', () => {
  const place = fc.record({ id: textOrNone, offset }, { noNullPrototype: true });
  const STATE = { uri: text, view, id: text, place, render: fc.nat(), at: fc.nat() };

  fixtureCases('reader/state', (json) => readJson(json, readState));

  it('is accepted as it is', () => {
    const saved = fc.record(STATE, { requiredKeys: ['uri', 'view'], noNullPrototype: true });
    fc.assert(
      fc.property(saved, (one) => {
        assert.deepEqual(readState(one), { ...one });
      }),
    );
    assert.equal(readState(undefined), undefined);
    assert.equal(readState({ uri: 'x'.repeat(4096) }), undefined);
    const nowhere = readState({ uri: URI, place: { id: 'x', offset: Number.NaN } });
    assert.deepEqual(nowhere, { uri: URI, view: 'item', place: { id: 'x', offset: 0 } });
  });

  it('is a valid state or rejected, for any input', () => {
    fc.assert(
      fc.property(nearly(STATE), (data) => {
        const saved = readState(data);
        if (saved === undefined) return;
        const { uri, view: shown, id = 'x', place: at, render = 0, at: time = 0, ...more } = saved;
        assert.deepEqual(more, {});
        assert.ok(uri !== '' && id !== '' && ['item', 'whole'].includes(shown));
        if (at) assert.ok(typeof at.id === 'string' && at.offset >= 0 && at.offset <= 1);
        assert.deepEqual(
          [uri, id, render, time].map((value) => typeof value),
          ['string', 'string', 'number', 'number'],
        );
      }),
    );
  });
});
