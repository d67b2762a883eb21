import assert from 'node:assert/strict';
import { type FileInLibrary, expiredFiles } from '../../../src/intake/feeds/expiredFiles.ts';
import { textKey } from '../../../src/intake/files/writtenFile.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;

async function removed(days: number, age: number, more: Partial<FileInLibrary>): Promise<boolean> {
  const file = { name: 'a.md', id: '12345678', text: textKey('Words.\n'), at: NOW - age * DAY };
  const known = { text: 'Words.\n', isStarred: false, isUnread: false, ...more };
  return (await expiredFiles([file], days, NOW, () => Promise.resolve(known))).length === 1;
}

describe('Files that may be removed', () => {
  it('are older than the given days, and unchanged', async () => {
    const cases = [
      [60, 61, {}, true],
      [60, 59, {}, false],
      [60, 61, { isUnread: true }, true],
      [60, 61, { isStarred: true }, false],
      [60, 61, { text: 'My words.\n' }, false],
      [60, 61, { text: 'Words.\r\n' }, true],
      [3, 5, {}, true],
      [3, 5, { isUnread: true }, false],
      [3, 8, { isUnread: true }, true],
      [0, 61, {}, false],
      [NaN, 61, {}, false],
      [-1, 61, {}, false],
      [Infinity, 61, {}, false],
      [60, -61, {}, false],
    ] as const;
    for (const [days, age, more, isRemoved] of cases)
      assert.equal(await removed(days, age, more), isRemoved, JSON.stringify([days, age, more]));
  });

  it('are never unknown files', async () => {
    const file = { name: 'a.md', id: '12345678', text: textKey(''), at: 0 };
    assert.deepEqual(await expiredFiles([file], 60, NOW, () => Promise.resolve(undefined)), []);
  });
});
