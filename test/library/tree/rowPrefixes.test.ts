import assert from 'node:assert/strict';
import type { Entry } from '../../../src/library/entry.ts';
import { filePrefix, rowPrefixesOf } from '../../../src/library/tree/rowPrefixes.ts';
import { brokenAt, entryOf } from '../support/entries.ts';

function leads(...entries: readonly Entry[]) {
  const found = rowPrefixesOf(entries);
  return entries.map((entry) => found.get(entry));
}

describe('The start of a row', () => {
  const quiet = (date: string | undefined, name: string) =>
    entryOf('not much happened today', { uri: `file:///${name}.md`, ...(date !== undefined && { date }) });

  it('is the title if no other briefing has it', () => {
    assert.deepEqual(leads(entryOf('A'), entryOf('B', { date: '2025-08-19' })), [undefined, undefined]);
  });

  it('is the date if others have the title', () => {
    const days = ['2025-08-19', '2025-08-20', '2025-08-21'].map((date) => quiet(date, date));
    assert.deepEqual(leads(entryOf('A'), ...days), [undefined, 'date', 'date', 'date']);
  });

  it('is the file name if there is no date, or the date is shared too', () => {
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

  it('is the folder name if another file has the same name', () => {
    assert.deepEqual(
      leads(quiet(undefined, 'north/a'), quiet(undefined, 'south/a'), quiet(undefined, 'south/b')),
      [1, 1, 'file'],
    );
  });

  it('is the name of a folder further up if the folders have the same name', () => {
    assert.deepEqual(
      leads(quiet(undefined, 'north/briefings/a'), quiet(undefined, 'south/briefings/a')),
      [2, 2],
    );
    assert.deepEqual(
      leads(
        quiet(undefined, 'x/north/daily/a'),
        quiet(undefined, 'x/south/daily/a'),
        quiet(undefined, 'x/south/weekly/a'),
      ),
      [2, 1, 1],
    );
    assert.deepEqual(leads(quiet(undefined, 'a/b'), quiet(undefined, 'a/b')), [1, 1]);
  });

  it('shows the end of a long name, and nothing for a date', () => {
    const uri = 'file:///inbox/north/2025-08-19-harbour-report-2.md';
    assert.deepEqual(
      ([undefined, 'date', 'file', 1, 2] as const).map((prefix) => filePrefix(prefix, uri)),
      [undefined, undefined, '…-19-harbour-report-2.md', 'north', 'inbox'],
    );
  });

  it('of a broken file is always its file name', () => {
    assert.deepEqual(leads(entryOf('x.md'), brokenAt('file:///x.md')), [undefined, undefined]);
  });
});
