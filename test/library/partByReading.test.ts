import assert from 'node:assert/strict';
import { type Entry, entryName } from '../../src/library/entry.ts';
import { partByReading } from '../../src/library/entryQueries.ts';
import { brokenAt, entryOf, stateOf } from './support/entries.ts';
import { itemKeys } from '../../src/library/outline.ts';

describe('partByReading', () => {
  const begun = entryOf('Begun', { items: ['One.', 'Two.'] });
  const read = entryOf('Read', { items: ['Three.'] });
  const fresh = entryOf('Fresh', { items: ['Four.'] });
  const entries: readonly Entry[] = [read, brokenAt('file:///gone.md'), fresh, begun];

  const cases: readonly (readonly [
    known: readonly string[],
    parts: readonly [unread: string, read: string, broken: string],
  ])[] = [
    [[], ['Read, Fresh, Begun', '', 'gone.md']],
    [
      [...itemKeys(read.outline), ...itemKeys(begun.outline).slice(0, 1)],
      ['Fresh, Begun', 'Read', 'gone.md'],
    ],
    [[read, fresh, begun].flatMap(({ outline }) => itemKeys(outline)), ['', 'Read, Fresh, Begun', 'gone.md']],
  ];
  for (const [known, parts] of cases)
    it(`finds “${parts[0]}” unread and “${parts[1]}” read`, () => {
      const parted = partByReading(entries, stateOf(known));
      const names = (some: readonly Entry[]) => some.map(entryName).join(', ');
      assert.deepEqual([names(parted.unread), names(parted.read), names(parted.broken)], parts);
    });
});
