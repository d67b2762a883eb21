import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { keepFinished, marksFor, PASSAGES } from '../../../src/library/progress/passagesMigration.ts';
import { decodeLines } from '../../../src/library/log/markLines.ts';
import type { FlagMark } from '../../../src/library/log/marks.ts';
import { resolvePlace } from '../../../src/library/progress/place.ts';
import { UnreadBriefings } from '../../../src/library/progress/unreadBriefings.ts';
import { REPO } from '../../support/paths.ts';
import { bytes, memoryLibrary, settle } from '../support/inMemory.ts';
import { memoryReadingLog, MemoryStorage } from '../support/memoryStorage.ts';
import { itemKeys } from '../../../src/library/outline.ts';

/**
 * Briefings, and what the former version has written for them: harbour and essay were finished, the ferry
 * was not.
 */
const BEFORE = path.join(REPO, 'test', 'fixtures', 'before');
const LOG = readBefore('marks.log');
const { marks: MARKS } = decodeLines(LOG);
const [HARBOUR, ESSAY, FERRY] = ['harbour.md', 'essay.md', 'ferry.txt'] as const;
const FILES = [HARBOUR, ESSAY, FERRY];
/** A time after all marks, when this version is first started. */
const LATER = Math.max(...MARKS.map(({ stamp }) => stamp)) + 60_000;

function readBefore(name: string): string {
  return fs.readFileSync(path.join(BEFORE, name), 'utf8');
}

function uriOf(file: string): string {
  return `file:///${file}`;
}

function briefingOf(file: string) {
  return parseBriefing(readBefore(file), file);
}

/** A storage with the log of the former version. */
function logBefore(): MemoryStorage {
  const storage = new MemoryStorage();
  storage.put('log-before', LOG);
  return storage;
}

/** What ends each start: twice does no harm. */
const ending: (() => Promise<void>)[] = [];

/** Starts the extension with these files and this storage. */
async function begin(storage: MemoryStorage, windowId = 'w', files: readonly string[] = FILES) {
  const contents = files.map((file) => [uriOf(file), bytes(readBefore(file))] as const);
  const { library, source, files: reader } = memoryLibrary(Object.fromEntries(contents));
  const { reading, clock } = memoryReadingLog(storage, windowId);
  clock.time = LATER;
  const unread = new UnreadBriefings(library, reading);
  const restored = Promise.all([library.restore(), reading.readChanges()]);
  const finished = keepFinished(library, reading, unread, restored);
  await restored;
  await library.refresh();
  await settle();
  const outlineOf = (file: string) => {
    const entry = library.get(uriOf(file));
    assert.ok(entry?.kind === 'briefing', file);
    return entry.outline;
  };
  const end = async () => {
    await reading.flush();
    for (const one of [finished, unread, library, reading]) one.dispose();
  };
  ending.push(end);
  return {
    library,
    source,
    reader,
    reading,
    unread,
    outlineOf,
    end,
    /** Whether each of its items is read, as `110`. */
    readOf: (file: string) =>
      itemKeys(outlineOf(file))
        .map((key) => (reading.isRead(key) ? '1' : '0'))
        .join(''),
  };
}

describe('A reading log from before passages were items', () => {
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
  });

  it('keeps what was read as read', async () => {
    const { reading } = await begin(logBefore());
    const read = MARKS.filter((mark): mark is FlagMark => mark.kind === 'read');
    assert.equal(read.length, 5);
    for (const { key } of read) assert.ok(reading.isRead(key), key);
  });

  it('keeps finished briefings finished, and unfinished ones unfinished', async () => {
    const { readOf, unread } = await begin(logBefore());
    assert.deepEqual(FILES.map(readOf), ['11111', '111', '100']);
    assert.deepEqual(
      FILES.map((file) => unread.has(uriOf(file))),
      [false, false, true],
    );
  });

  it('counts for a file that comes later, or is known before the log is', async () => {
    const storage = logBefore();
    const { source, reader, readOf, end } = await begin(storage, 'w', [FERRY]);
    for (const file of [ESSAY, HARBOUR]) {
      reader.contents.set(uriOf(file), bytes(readBefore(file)));
      source.changed(uriOf(file));
    }
    await settle();
    assert.deepEqual(FILES.map(readOf), ['11111', '111', '100']);
    await end();

    const { library } = memoryLibrary({ [uriOf(ESSAY)]: bytes(readBefore(ESSAY)) });
    await library.refresh();
    const { reading } = memoryReadingLog(logBefore());
    const unread = new UnreadBriefings(library, reading);
    keepFinished(library, reading, unread, reading.readChanges());
    await settle();
    assert.equal(unread.size, 0);
  });

  it('dates its marks by when the briefing was read, so that whatever a person marks wins', async () => {
    const { reading, outlineOf } = await begin(logBefore());
    const stampOf = (key: string | undefined) => reading.readMark(key ?? '')?.stamp;
    const since = stampOf(PASSAGES);
    assert.ok(since !== undefined && since >= LATER);
    const [lede, first, second, weather, last] = itemKeys(outlineOf(HARBOUR)).map(stampOf);
    assert.deepEqual([lede, weather], [last, last]);
    assert.ok(first && second && last && first < second && second < last && last < since);
    const essay = outlineOf(ESSAY);
    for (const key of itemKeys(essay)) assert.equal(stampOf(key), stampOf(essay.former));
  });

  it('keeps stars and places, each at the item that holds it now', async () => {
    const { reading, outlineOf } = await begin(logBefore());
    const [, , tugs] = itemsIn(briefingOf(HARBOUR));
    assert.deepEqual([tugs?.label, reading.starred], ['Tugs', [tugs?.key]]);
    for (const [file, text, offset] of [
      [ESSAY, 'It comes from far away, and nobody knows from where.', 0.25],
      [FERRY, 'They stay as they were.', 0.5],
    ] as const) {
      const stored = reading.storedPlaceOf(outlineOf(file).key);
      assert.ok(stored, file);
      const place = resolvePlace(briefingOf(file), stored);
      assert.deepEqual([place.item?.text, place.offset], [text, offset], file);
    }
    assert.equal(reading.storedPlaceOf(outlineOf(HARBOUR).key), undefined);
    assert.equal(reading.lastPlace()?.briefing, outlineOf(FERRY).key);
  });

  it('has no effect on what is read from now on', async () => {
    const storage = logBefore();
    const { reading, outlineOf, readOf, end } = await begin(storage);
    const [, fares = ''] = itemKeys(outlineOf(FERRY));
    await reading.markRead([fares]);
    await settle();
    assert.equal(readOf(FERRY), '110');
    await end();
    const again = await begin(storage.another(), 'w2');
    assert.equal(again.readOf(FERRY), '110');
  });

  it('leaves what is marked as unread now unread, also after another start', async () => {
    const storage = logBefore();
    const { reading, outlineOf, readOf, end } = await begin(storage);
    const [lede = ''] = itemKeys(outlineOf(HARBOUR));
    const [, , wood = ''] = itemKeys(outlineOf(ESSAY));
    await reading.markRead([lede, wood], false);
    await settle();
    assert.deepEqual(FILES.map(readOf), ['01111', '110', '100']);
    await end();
    const again = await begin(storage.another(), 'w2');
    assert.deepEqual(FILES.map(again.readOf), ['01111', '110', '100']);
  });

  it('is converted once: the next start does nothing', async () => {
    const storage = logBefore();
    const first = await begin(storage);
    const since = first.reading.readMark(PASSAGES)?.stamp;
    await first.end();
    const again = await begin(storage.another(), 'w2');
    assert.equal(again.reading.readMark(PASSAGES)?.stamp, since);
    assert.deepEqual(FILES.map(again.readOf), ['11111', '111', '100']);
  });

  it('has no effect if there is none', async () => {
    const storage = new MemoryStorage();
    const { reading, readOf, outlineOf } = await begin(storage);
    assert.deepEqual(FILES.map(readOf), ['00000', '000', '000']);
    // From now on, a briefing is finished by all of its items.
    await reading.markRead(
      itemKeys(outlineOf(HARBOUR)).filter((_, i) => outlineOf(HARBOUR).kinds[i] === 't'),
    );
    await settle();
    assert.equal(readOf(HARBOUR), '01101');
  });

  it('finishes a briefing again if a passage in it is new, but not for a new takeaway', async () => {
    const storage = logBefore();
    const { source, reader, readOf } = await begin(storage);
    const put = async (text: string) => {
      reader.contents.set(uriOf(HARBOUR), bytes(text));
      source.changed(uriOf(HARBOUR));
      await settle();
      return readOf(HARBOUR);
    };
    const text = readBefore(HARBOUR);
    assert.equal(await put(text.replace('later than usual', 'late')), '11111');
    assert.equal(await put(`${text}- **Day shift:** As it was.\n`), '111110');
  });
});

describe('The marks that a briefing lacks', () => {
  const outline = { keys: 'p1 t1 s1 t2 p2', kinds: 'ptstp', former: '' };
  const lacking = (read: Readonly<Record<string, number>>, more: Partial<typeof outline> = {}) =>
    marksFor(
      { ...outline, ...more },
      {
        readMark: (key) => {
          const stamp = read[key];
          return stamp === undefined
            ? undefined
            : { kind: 'read', key, value: stamp > 0, stamp: Math.abs(stamp) };
        },
      },
      100,
    ).map(({ key, stamp }) => `${key} ${stamp}`);

  it('are those of its other items if the items of its lists were read', () => {
    assert.deepEqual(lacking({ t1: 5, t2: 7 }), ['p1 7', 's1 7', 'p2 7']);
    assert.deepEqual(lacking({ t1: 7, t2: 5, p2: -120 }), ['p1 7', 's1 7']);
  });

  it('are none if one item was not read, was marked as unread, or was read since', () => {
    for (const read of [{}, { t1: 5 }, { t1: 5, t2: -7 }, { t1: 5, t2: 100 }, { p1: 5, s1: 5, p2: 5 }])
      assert.deepEqual(lacking(read), []);
  });

  it('are those of all its items if it was read as a whole', () => {
    const whole = { keys: 'p1 s1', kinds: 'ps', former: 'w' };
    assert.deepEqual(lacking({ w: 5 }, whole), ['p1 5', 's1 5']);
    for (const read of [{}, { w: -5 }, { w: 100 }, { p1: 5 }]) assert.deepEqual(lacking(read, whole), []);
  });
});
