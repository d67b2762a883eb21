import assert from 'node:assert/strict';
import type { Group } from '../../../src/library/tree/group.ts';
import { type ItemAt, nextUnread } from '../../../src/library/tree/nextUnread.ts';
import { brokenAt, entryOf, stateOf } from '../support/entries.ts';
import { itemKeys } from '../../../src/library/outline.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';

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
  return place === 'nowhere' ? undefined : { uri: `file:///${name ?? ''}.md`, number: Number(number) };
}

describe('The next unread item', () => {
  fixtureCases('library/nextUnread', (row) => {
    const [, place = '', read = ''] = /^from (.*), read (.*)$/.exec(row) ?? [];
    const state = stateOf(read.split(' ').flatMap((words) => KEYS.get(words) ?? []));
    return named(nextUnread(GROUPS, state, from(place))) ?? 'none';
  });

  it('is none if there is no briefing', () => {
    const groups: readonly Group[] = [{ id: '', entries: [brokenAt('file:///x.md')] }];
    for (const place of ['nowhere', 'A 0']) {
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
