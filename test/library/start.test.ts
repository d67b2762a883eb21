import assert from 'node:assert/strict';
import { encodeMark } from '../../src/library/log/markLines.ts';
import { OutlineCache } from '../../src/library/outlineCache.ts';
import { startLibrary } from '../../src/library/start.ts';
import { bytes, gate, keptIn, memoryLibrary, settle, until } from './support/inMemory.ts';
import { memoryReadingLog, MemoryStorage, NOW } from './support/memoryStorage.ts';

const FILES = {
  'file:///a.md': bytes('# A\n\n- **B:** c.\n'),
  'file:///b.md': bytes('# D\n\n- **E:** f.\n'),
};
const YEAR = 365 * 86_400_000;

/** Starts with these files, whose listing waits for `listed`, and with these stored outlines and logs. */
function begin(
  files: Readonly<Record<string, Uint8Array>>,
  outlines: MemoryStorage,
  logs = new MemoryStorage(),
  rows?: Promise<void>,
) {
  const listed = gate();
  const memory = memoryLibrary(files, outlines);
  memory.source.nextLists.push(async () => {
    await listed.closed;
    return [...memory.source.uris];
  });
  const { reading } = memoryReadingLog(logs);
  const done = { restored: false, contentKnown: false, allFilesRead: false };
  const stages = startLibrary(memory.library, reading, new OutlineCache(outlines, memory.logger), rows);
  for (const stage of ['restored', 'contentKnown', 'allFilesRead'] as const)
    void stages[stage].then(() => {
      done[stage] = true;
    });
  return { ...memory, reading, listed, done };
}

describe('The start', () => {
  it('has the stored entries before any file is listed, and reads no unchanged file', async () => {
    const logs = new MemoryStorage();
    logs.put('log-a', encodeMark({ kind: 'read', key: 'x', value: true, stamp: NOW }));
    const { library, reading, listed, done, files } = begin(FILES, await keptIn(FILES), logs);
    await until(() => done.contentKnown);
    assert.deepEqual(done, { restored: true, contentKnown: true, allFilesRead: false });
    assert.deepEqual([library.size, reading.isRead('x'), files.reads], [2, true, []]);
    listed.open();
    await until(() => done.allFilesRead);
    assert.deepEqual(files.fetched, []);
  });

  it('shows the stored entries at once, and looks at files when the rows are shown', async () => {
    const rows = gate();
    const { library, files, listed, done } = begin(FILES, await keptIn(FILES), undefined, rows.closed);
    const told: number[] = [];
    library.onDidChange((uris) => told.push(uris.size));
    listed.open();
    await until(() => done.contentKnown);
    assert.deepEqual(told, [2]);
    await settle();
    assert.deepEqual([done.allFilesRead, files.reads], [false, []]);
    rows.open();
    await until(() => done.allFilesRead);
    assert.deepEqual(files.reads.length, 2);
  });

  it('does not wait for rows if nothing was stored', async () => {
    const { library, listed, done } = begin(FILES, new MemoryStorage(), undefined, gate().closed);
    listed.open();
    await until(() => done.allFilesRead);
    assert.equal(library.size, 2);
  });

  it('does not say that there is no briefing before that is certain', async () => {
    const { library, listed, done } = begin(FILES, new MemoryStorage());
    await until(() => done.restored);
    await settle();
    assert.deepEqual([done.contentKnown, library.size], [false, 0]);
    listed.open();
    await until(() => done.contentKnown && done.allFilesRead);
    assert.equal(library.size, 2);
  });

  it('says that there is no briefing once that is certain', async () => {
    const { listed, done } = begin({}, new MemoryStorage());
    await until(() => done.restored);
    await settle();
    assert.equal(done.contentKnown, false);
    listed.open();
    await until(() => done.contentKnown && done.allFilesRead);
  });

  it('merges old logs, and removes old outlines', async () => {
    const [outlines, logs] = [new MemoryStorage(), new MemoryStorage()];
    outlines.put('outlines-old', '', YEAR);
    for (let i = 0; i < 6; i++)
      logs.put(`log-${i}`, encodeMark({ kind: 'read', key: `x${i}`, value: true, stamp: NOW }), YEAR);
    const { reading, listed, done } = begin(FILES, outlines, logs);
    await until(() => done.restored);
    await settle();
    assert.deepEqual(
      [logs.names.length, outlines.names],
      [6, ['outlines-old']],
      'not while one waits for it',
    );
    listed.open();
    await until(
      () => done.allFilesRead && logs.names.length === 1 && !outlines.names.includes('outlines-old'),
    );
    assert.equal([...reading.marks].length, 6);
  });
});
