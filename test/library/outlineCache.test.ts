import assert from 'node:assert/strict';
import { type KnownOutline, OutlineCache } from '../../src/library/outlineCache.ts';
import { outlineOf } from '../../src/library/outline.ts';
import { read } from '../briefing/support/fixture.ts';
import { MemoryLog } from './support/inMemory.ts';
import { MemoryStorage, NOW } from './support/memoryStorage.ts';
import { flipped, randomFrom } from './support/random.ts';

const ROOT = 'file:///home/me/briefings';

function known(version: string, ...lines: string[]): KnownOutline {
  const briefing = read(...lines);
  return { version, modified: version.length * 1000, outline: outlineOf(briefing, briefing.problems) };
}

const OUTLINES: ReadonlyMap<string, KnownOutline> = new Map([
  [`${ROOT}/a.md`, known('1-20', '# Harbour', '2026-03-04', '## In brief', '- **Quay:** closed', '- Fog')],
  [`${ROOT}/inner/b%20c.md`, known('2-7', '# Rôle: 港口 ⚓\u2028"\\', 'One [^x].')],
  ['vscode-vfs://github/x/c.md', known('3', '')],
]);

function cacheOver(storage = new MemoryStorage()) {
  const logger = new MemoryLog();
  return { storage, logger, cache: new OutlineCache(storage, logger) };
}

/** A storage with the outlines of one folder, and the name and bytes of its file. */
async function saved(root = ROOT, outlines = OUTLINES) {
  const { storage, cache } = cacheOver();
  await cache.save(root, outlines);
  const [name = ''] = storage.names;
  const content = await storage.read(name);
  assert.ok(content);
  return { storage, name, content };
}

/** The outlines that are loaded if the file has this content. */
async function loadedFrom(name: string, content: string | Uint8Array) {
  const { storage, logger, cache } = cacheOver();
  storage.put(name, content);
  return { loaded: await cache.load(ROOT), log: logger.lines };
}

describe('The outlines of a folder', () => {
  it('are loaded as they were saved, by another window or after a restart', async () => {
    const { storage } = await saved();
    const { cache, logger } = cacheOver(storage.another());
    assert.deepEqual(await cache.load(ROOT), OUTLINES);
    assert.deepEqual(logger.lines, []);
  });

  it('are empty if nothing was saved, which is not logged', async () => {
    const { cache, logger } = cacheOver();
    assert.deepEqual([await cache.load(ROOT), logger.lines], [new Map(), []]);
  });

  it('are those that were saved last', async () => {
    const { storage, cache } = cacheOver();
    await cache.save(ROOT, OUTLINES);
    await cache.save(ROOT, [[`${ROOT}/a.md`, known('9', '# Other')]]);
    assert.deepEqual(await cache.load(ROOT), new Map([[`${ROOT}/a.md`, known('9', '# Other')]]));
    await cache.save(ROOT, []);
    assert.deepEqual(await cache.load(ROOT), new Map());
    assert.equal(storage.names.length, 1);
  });

  it('are in one file for each folder, under a safe name for any URI', async () => {
    const { storage, cache } = cacheOver();
    const roots = [
      ROOT,
      `${ROOT}/inner`,
      'file:///',
      '../../x',
      'file:///%00',
      'a:b*?<>|"',
      'briefings:other',
      '',
    ];
    for (const [i, root] of roots.entries()) await cache.save(root, [['u:x', known(`v${i}`, `# ${i}`)]]);
    assert.equal(storage.names.length, roots.length);
    for (const name of storage.names) assert.match(name, /^outlines-[a-z0-9]{2,14}$/);
    for (const [i, root] of roots.entries())
      assert.deepEqual(await cache.load(root), new Map([['u:x', known(`v${i}`, `# ${i}`)]]), root);
  });

  it('are stored by relative path, and each folder has its own', async () => {
    const { name, content } = await saved();
    const text = new TextDecoder().decode(content);
    assert.equal(text.split(ROOT).length, 2, 'once, in the first line');
    const other = cacheOver();
    other.storage.put(name, text.replace(ROOT, `${ROOT}2`));
    assert.deepEqual(await other.cache.load(ROOT), new Map());
  });

  it('are not mixed up with those of a folder whose name starts with the same letters', async () => {
    const outlines = new Map([[`${ROOT}2/a.md`, known('1', '# A')]]);
    const { storage } = await saved(ROOT, outlines);
    assert.deepEqual(await cacheOver(storage).cache.load(ROOT), outlines);
  });

  it('are empty, and built again, if the file is of another version, empty or foreign', async () => {
    const { name, content } = await saved();
    const text = new TextDecoder().decode(content);
    const format = /"format":(\d+)/.exec(text)?.[1] ?? '';
    const others: readonly string[] = [
      text.replace(`"format":${format}`, `"format":${Number(format) + 1}`),
      text.replace(`"format":${format}`, `"format":"${format}"`),
      text.replace(`"format":${format},`, ''),
      // As written by a version that knows other tracking parameters.
      text.replace(/"sources":\d+/, '"sources":7'),
      text.replace(/"format":\d+,"sources":\d+/, '"format":2'),
      text.replace(/"checksum":"\w+"/, '"checksum":""'),
      text.replace(/,"checksum":"\w+"/, ''),
      `${text}\n`,
      `${text}\n${text.split('\n')[1] ?? ''}`,
      text.split('\n').toSpliced(1, 1).join('\n'),
      text
        .split('\n')
        .toSpliced(1, 2, text.split('\n')[2] ?? '', text.split('\n')[1] ?? '')
        .join('\n'),
      ...['', '\n', 'null', '7', '[]', '{}', 'Not ours.', '{"format":', '\0\0\0\0'],
    ];
    assert.equal((await loadedFrom(name, text)).loaded.size, OUTLINES.size);
    for (const other of others) {
      assert.notEqual(other, text);
      const { loaded, log } = await loadedFrom(name, other);
      assert.deepEqual(loaded, new Map(), other);
      assert.equal(log.length, 1, other);
      assert.match(log[0] ?? '', /^info Rebuilding the outlines of file:.*: /);
    }
  });

  it('are empty if the file was cut off, at whatever length', async () => {
    const { name, content } = await saved();
    for (let length = 0; length < content.length; length++) {
      const { loaded, log } = await loadedFrom(name, content.slice(0, length));
      assert.deepEqual([loaded.size, log.length], [0, 1], `${length} of ${content.length}`);
    }
  });

  it('are empty if a bit of the file has flipped', async () => {
    const { name, content } = await saved();
    const random = randomFrom(7);
    for (let i = 0; i < 300; i++) {
      const bit = Math.floor(random() * content.length * 8);
      const { loaded, log } = await loadedFrom(name, flipped(content, bit));
      assert.deepEqual([loaded.size, log.length], [0, 1], `bit ${bit}`);
    }
  });

  it('leave out an outline whose shape is unknown to this version', async () => {
    const { storage, cache } = cacheOver();
    const { outline, ...state } = known('1', '# A');
    const foreign = { ...state, outline: { ...outline, labels: 1 as never } };
    await cache.save(ROOT, [[`${ROOT}/z.md`, foreign], ...OUTLINES]);
    assert.deepEqual(await cacheOver(storage).cache.load(ROOT), OUTLINES);
  });
});

describe('The time when words were first seen', () => {
  const uri = `${ROOT}/a.md`;
  const seenAt = (seen: number | undefined, ...lines: string[]) => ({
    ...known('1', ...lines),
    ...(seen !== undefined && { seen }),
  });

  it('is kept with their outline; of two windows, the earlier time wins', async () => {
    for (const [first, second, kept] of [
      [7, 9, 7],
      [9, 7, 7],
      [7, undefined, undefined],
      [undefined, 7, undefined],
    ] as const) {
      const { storage, cache } = cacheOver();
      await cache.save(ROOT, [[uri, seenAt(first, '# A')]]);
      await cacheOver(storage.another()).cache.save(ROOT, [[uri, seenAt(second, '# A')]]);
      assert.deepEqual(await cache.load(ROOT), new Map([[uri, seenAt(kept, '# A')]]));
    }
  });

  it('is another time for other words', async () => {
    const { cache } = cacheOver();
    await cache.save(ROOT, [[uri, seenAt(7, '# A')]]);
    await cache.save(ROOT, [[uri, seenAt(9, '# B')]]);
    assert.deepEqual(await cache.load(ROOT), new Map([[uri, seenAt(9, '# B')]]));
  });

  it('counts once the whole folder was read, once for all windows', async () => {
    const { storage, cache } = cacheOver();
    assert.equal(cache.isComplete(ROOT), false);
    await cache.save(ROOT, OUTLINES, false);
    await cache.load(ROOT);
    assert.equal(cache.isComplete(ROOT), false);
    await cacheOver(storage.another()).cache.save(ROOT, []);
    await cache.save(ROOT, OUTLINES, false);
    const later = cacheOver(storage.another()).cache;
    assert.deepEqual(await later.load(ROOT), OUTLINES);
    assert.deepEqual([later.isComplete(ROOT), later.isComplete(`${ROOT}/inner`)], [true, false]);
  });
});

describe('A storage that fails', () => {
  it('to read acts like an empty one, and is logged', async () => {
    const { storage } = await saved();
    storage.failing = (step) => (step.startsWith('read') ? new Error('locked') : undefined);
    const { cache, logger } = cacheOver(storage);
    assert.deepEqual(await cache.load(ROOT), new Map());
    assert.deepEqual(logger.lines, [`info Rebuilding the outlines of ${ROOT}: Error: locked`]);
  });

  it('to write keeps what was there, and is logged', async () => {
    const { storage } = await saved();
    storage.failing = (step) => (step.startsWith('write') ? new Error('disk full') : undefined);
    const { cache, logger } = cacheOver(storage);
    await cache.save(ROOT, [[`${ROOT}/a.md`, known('9', '# Other')]]);
    assert.deepEqual(logger.lines, [`warn The outlines of ${ROOT} could not be saved: Error: disk full`]);
    assert.deepEqual(await cache.load(ROOT), OUTLINES);
  });

  it('are removed when they have not changed for half a year', async () => {
    const day = 86_400_000;
    const { storage, cache, logger } = cacheOver();
    storage.put('outlines-new', '', 180 * day);
    storage.put('outlines-old', '', 190 * day);
    await cache.prune(NOW);
    assert.deepEqual(storage.names, ['outlines-new']);
    storage.put('outlines-old', '', 190 * day);
    storage.failing = (step) => (step.startsWith('remove') ? new Error('read-only') : undefined);
    await cache.prune(NOW);
    assert.deepEqual(logger.lines, ['info Old outlines could not be removed: Error: read-only']);
  });
});
