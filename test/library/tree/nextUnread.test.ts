import assert from 'node:assert/strict';
import type { Group } from '../../../src/library/tree/group.ts';
import { type ItemAt, nextUnread } from '../../../src/library/tree/nextUnread.ts';
import { brokenAt, entryOf, stateOf } from '../support/entries.ts';
import { itemKeys } from '../../../src/library/outline.ts';

const WORDS = ['a1', 'a2', 'a3', 'b', 'c1', 'c2'];

const [A, B, C] = [
  entryOf('A', { items: ['a1', 'a2', 'a3'] }),
  entryOf('B'),
  entryOf('C', { items: ['c1', 'c2'] }),
];
const GROUPS: readonly Group[] = [
  { id: 'today', entries: [A, brokenAt('file:///x.md')] },
  { id: 'empty', entries: [] },
  { id: '2025-08', entries: [B, C] },
];
/** The keys by the words in {@link WORDS}. */
const KEYS = new Map(
  [A, B, C].flatMap(({ outline }) => itemKeys(outline)).map((key, i) => [WORDS[i] ?? '', key]),
);

/** `C 1`: the second item of C. */
function named(item: ItemAt | undefined): string | undefined {
  return item && `${/(\w)\.md$/.exec(item.uri)?.[1] ?? ''} ${item.number}`;
}

function from(place: string): ItemAt | undefined {
  const [name, number] = place.split(' ');
  return place === '' ? undefined : { uri: `file:///${name ?? ''}.md`, number: Number(number) };
}

describe('The next unread item', () => {
  it('is after the current one, then in later briefings, then from the top', () => {
    const cases: readonly (readonly [from: string, read: string, next: string | undefined])[] = [
      ['', '', 'A 0'],
      ['', 'a1 a2', 'A 2'],
      ['', 'a1 a2 a3', 'B 0'],
      ['', 'a1 a2 a3 b', 'C 0'],
      ['A 0', '', 'A 1'],
      ['A 0', 'a2', 'A 2'],
      ['A 2', '', 'B 0'],
      ['A 2', 'b', 'C 0'],
      ['B 0', 'b c1', 'C 1'],
      ['C 0', '', 'C 1'],
      ['C 1', '', 'A 0'],
      ['C 1', 'a1 a2 a3', 'B 0'],
      // What is before it in its own briefing comes last.
      ['C 1', 'a1 a2 a3 b', 'C 0'],
      ['A 1', 'a3 b c1 c2', 'A 0'],
      // Only the item itself is left.
      ['A 1', 'a1 a3 b c1 c2', 'A 1'],
      ['A 1', 'a1 a2 a3 b c1 c2', undefined],
      ['', 'a1 a2 a3 b c1 c2', undefined],
      // From a hidden briefing, from a number that no longer exists, from a file that is not a briefing.
      ['z 7', '', 'A 0'],
      ['z 7', 'a1', 'A 1'],
      ['A 9', '', 'B 0'],
      ['A 9', 'b c1 c2', 'A 0'],
      ['x 0', '', 'A 0'],
    ];
    for (const [place, read, next] of cases) {
      const state = stateOf(read.split(' ').flatMap((words) => KEYS.get(words) ?? []));
      assert.equal(named(nextUnread(GROUPS, state, from(place))), next, `${place} | ${read}`);
    }
  });

  it('is none if there is no briefing', () => {
    const groups: readonly Group[] = [{ id: '', entries: [brokenAt('file:///x.md')] }];
    for (const place of ['', 'A 0']) {
      assert.equal(nextUnread([], stateOf(), from(place)), undefined);
      assert.equal(nextUnread(groups, stateOf(), from(place)), undefined);
    }
  });

  it('reaches every item once if each is read in turn', () => {
    const read: string[] = [];
    const way: string[] = [];
    let place = from('B 0');
    for (let i = 0; i < 10; i++) {
      place = nextUnread(GROUPS, stateOf(read), place);
      if (!place) break;
      const { uri, number } = place;
      way.push(named(place) ?? '');
      const entry = [A, B, C].find((one) => one.uri === uri);
      read.push(entry ? (itemKeys(entry.outline)[number] ?? '') : '');
    }
    assert.deepEqual(way, ['C 0', 'C 1', 'A 0', 'A 1', 'A 2', 'B 0']);
  });
});
