import assert from 'node:assert/strict';
import type { Entry } from '../../../src/library/entry.ts';
import { leadsOf } from '../../../src/library/tree/leads.ts';
import { brokenAt, entryOf } from '../support/entries.ts';

function leads(...entries: readonly Entry[]) {
  const found = leadsOf(entries);
  return entries.map((entry) => found.get(entry));
}

describe('What a row begins with', () => {
  const quiet = (date: string | undefined, name: string) =>
    entryOf('not much happened today', { uri: `file:///${name}.md`, ...(date !== undefined && { date }) });

  it('is its title where no other has it', () => {
    assert.deepEqual(leads(entryOf('A'), entryOf('B', { date: '2025-08-19' })), [undefined, undefined]);
  });

  it('is its date where others have that title', () => {
    const days = ['2025-08-19', '2025-08-20', '2025-08-21'].map((date) => quiet(date, date));
    assert.deepEqual(leads(entryOf('A'), ...days), [undefined, 'date', 'date', 'date']);
  });

  it('is its file’s name where it has no date, or where its date tells as little as its title', () => {
    assert.deepEqual(
      leads(
        quiet('2025-08-19', 'a'),
        quiet('2025-08-19', 'b'),
        quiet('2025-08-20', 'c'),
        quiet(undefined, 'd'),
      ),
      ['file', 'file', 'date', 'file'],
    );
  });

  it('is its folder’s name where another file is called the same', () => {
    assert.deepEqual(
      leads(quiet(undefined, 'north/a'), quiet(undefined, 'south/a'), quiet(undefined, 'south/b')),
      ['folder', 'folder', 'file'],
    );
  });

  it('is never another for what is no briefing: it goes by its file’s name', () => {
    assert.deepEqual(leads(entryOf('x.md'), brokenAt('file:///x.md')), [undefined, undefined]);
  });
});
