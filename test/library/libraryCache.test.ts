import assert from 'node:assert/strict';
import {
  bytes,
  entriesOf,
  filledLibrary,
  gate,
  keptIn,
  memoryLibrary,
  ROOT,
  settle,
  until,
  WRITTEN,
  withoutTimes,
} from './support/inMemory.ts';
import { FakeTimers } from './support/fakeTimers.ts';
import { MemoryStorage } from './support/memoryStorage.ts';

const NAMES = Array.from({ length: 12 }, (_, i) => `file:///${i}.md`);

function filesOf(uris: readonly string[] = NAMES): Record<string, Uint8Array> {
  return Object.fromEntries(uris.map((uri, i) => [uri, bytes(`# Title ${i}\n\n- **Label:** item ${i}\n`)]));
}

/** A library that has restored what is stored, and read the rest. */
async function restarted(...args: Parameters<typeof memoryLibrary>) {
  const memory = memoryLibrary(...args);
  await memory.library.restore();
  await memory.library.refresh();
  return memory;
}

describe('A library after a restart', () => {
  it('shows the stored entries without reading a file, and fires a change', async () => {
    const storage = await keptIn(filesOf());
    const fresh = await filledLibrary(filesOf());
    const { library, files } = memoryLibrary({}, storage);
    const told: (readonly string[])[] = [];
    library.onDidChange((uris) => told.push([...uris].sort()));
    await library.restore();
    assert.deepEqual(entriesOf(library), entriesOf(fresh.library));
    assert.equal(library.size, NAMES.length);
    await settle();
    assert.deepEqual(told, [NAMES.toSorted()]);
    assert.deepEqual(files.reads, []);
  });

  it('reads only what has changed since, and forgets what is gone', async () => {
    const storage = await keptIn(filesOf());
    const [changed = '', gone = '', broken = ''] = NAMES;
    const now: Record<string, Uint8Array | { kind: 'missing' }> = {
      ...filesOf(),
      [changed]: bytes('# Other'),
      [broken]: { kind: 'missing' },
      'file:///new.md': bytes('# New'),
    };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    delete now[gone];
    const { library, files } = memoryLibrary(now, storage);
    await library.restore();
    const before = entriesOf(library);
    await library.refresh();
    assert.deepEqual(files.fetched.toSorted(), [changed, 'file:///new.md']);
    assert.equal(library.get(gone), undefined);
    assert.equal(library.get(broken)?.kind, 'broken');
    const after = entriesOf(library);
    assert.equal(after.size, NAMES.length);
    for (const uri of NAMES.slice(3)) assert.equal(after.get(uri), before.get(uri), uri);
    const fresh = await filledLibrary(now);
    assert.deepEqual(withoutTimes(after), entriesOf(fresh.library));
  });

  it('stores what it has read again', async () => {
    const storage = await keptIn(filesOf());
    const now = { ...filesOf(), 'file:///0.md': bytes('# Other') };
    const second = await restarted(now, storage);
    await second.library.saveOutlines();
    const third = await restarted(now, storage);
    assert.deepEqual(second.files.fetched, ['file:///0.md']);
    assert.deepEqual(third.files.fetched, []);
    assert.deepEqual(entriesOf(third.library), entriesOf(second.library));
  });

  it('reads a file that was only touched once, and not at each start', async () => {
    const storage = await keptIn(filesOf());
    const [uri = ''] = NAMES;
    const content = filesOf()[uri] ?? bytes('');
    const touched = { kind: 'bytes', bytes: content, version: 'touched', modified: WRITTEN } as const;
    const second = memoryLibrary(filesOf(), storage);
    second.files.contents.set(uri, touched);
    await second.library.restore();
    await second.library.refresh();
    await second.library.saveOutlines();
    const asked: (string | undefined)[] = [];
    const third = memoryLibrary(filesOf(), storage);
    const read = third.files.read.bind(third.files);
    third.files.read = (one, root, known) => {
      if (one === uri) asked.push(known);
      return read(one, root, known);
    };
    await third.library.restore();
    await third.library.refresh();
    assert.deepEqual(asked, ['touched']);
  });

  it('reads everything if nothing was stored, or what was stored is damaged, and stores it again', async () => {
    const damages: readonly (((text: string) => string) | undefined)[] = [
      undefined,
      (text) => text.slice(0, text.length / 2),
      (text) => text.replace('Title 3', 'Title 4'),
      (text) => text.split('\n').slice(0, -1).join('\n'),
      () => '',
      () => '{"format":1}',
    ];
    for (const damage of damages) {
      const storage = damage ? await keptIn(filesOf()) : new MemoryStorage();
      const [name = ''] = storage.names;
      if (damage) storage.put(name, damage(storage.textOf(name)));
      const { library, files, logger } = memoryLibrary(filesOf(), storage);
      await library.restore();
      assert.equal(library.size, 0);
      await library.refresh();
      assert.deepEqual(files.fetched.toSorted(), NAMES.toSorted());
      assert.match(
        logger.lines.join('\n'),
        damage ? /^info Rebuilding the outlines of file:\/\/: .*$/ : /^$/,
      );
      await library.saveOutlines();
      const again = await restarted(filesOf(), storage);
      assert.deepEqual([again.library.size, again.files.fetched], [NAMES.length, []]);
    }
  });

  it('works with a storage that can neither read nor write', async () => {
    const storage = new MemoryStorage();
    storage.failing = () => new Error('locked');
    const { library, files, logger } = await restarted(filesOf(), storage);
    await library.saveOutlines();
    assert.deepEqual([library.size, files.fetched.length], [NAMES.length, NAMES.length]);
    assert.deepEqual(logger.lines, [
      `info Rebuilding the outlines of ${ROOT}: Error: locked`,
      `warn The outlines of ${ROOT} could not be saved: Error: locked`,
    ]);
  });

  it('does not read again what a first reading that was cut off had read', async () => {
    const uris = Array.from({ length: 100 }, (_, i) => `file:///${i}.md`);
    const storage = new MemoryStorage();
    const first = memoryLibrary(filesOf(uris), storage);
    const doors = uris.slice(60).map((uri) => {
      const { closed, open } = gate();
      first.files.gates.set(uri, [closed]);
      return open;
    });
    const reading = first.library.refresh();
    await until(() => first.library.size === 60);
    await first.library.saveOutlines();
    first.library.dispose();
    for (const open of doors) open();
    await reading;
    const second = memoryLibrary(filesOf(uris), storage);
    await second.library.restore();
    assert.equal(second.library.size, 60);
    await second.library.refresh();
    assert.deepEqual(second.files.fetched.toSorted(), uris.slice(60).toSorted());
    assert.equal(second.library.size, 100);
  });

  it('does not store unsaved documents, or those without a version', async () => {
    const storage = new MemoryStorage();
    const { library } = memoryLibrary(
      {
        'file:///open.md': '# Open',
        'file:///saved.md': bytes('# Saved'),
        'file:///odd.md': { kind: 'bytes', bytes: bytes('# Odd'), version: '', modified: WRITTEN },
        'file:///broken.md': { kind: 'notAFile' },
      },
      storage,
    );
    await library.refresh();
    await library.saveOutlines();
    const again = memoryLibrary({}, storage);
    await again.library.restore();
    assert.deepEqual([...entriesOf(again.library).keys()], ['file:///saved.md']);
  });
});

describe('Outlines', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => {
    timers.restore();
  });

  const isWrite = (step: string) => step.startsWith('write');

  /** Lets the library pause between slices. */
  const pause = async () => {
    for (let i = 0; i < 5; i++) await timers.pass(1);
  };

  async function refreshed(storage: MemoryStorage) {
    const memory = memoryLibrary(filesOf(NAMES.slice(0, 2)), storage);
    const refreshing = memory.library.refresh();
    await pause();
    await refreshing;
    return memory;
  }

  it('are stored some seconds after a change, once for all changes meanwhile', async () => {
    const storage = new MemoryStorage();
    const { library, files } = await refreshed(storage);
    assert.equal(library.size, 2);
    await timers.pass(1000);
    files.contents.set('file:///0.md', bytes('# Changed'));
    void library.update('file:///0.md');
    await pause();
    assert.deepEqual(storage.steps.filter(isWrite), []);
    for (let i = 0; i < 10; i++) await timers.pass(1000);
    assert.equal(storage.steps.filter(isWrite).length, 1);
    assert.ok(storage.textOf(storage.names[0] ?? '').includes('Changed'));
    for (let i = 0; i < 10; i++) await timers.pass(1000);
    assert.equal(storage.steps.filter(isWrite).length, 1);
    library.dispose();
  });

  it('are no longer stored after the library was disposed of', async () => {
    const storage = new MemoryStorage();
    const { library, files } = await refreshed(storage);
    files.contents.set('file:///0.md', bytes('# Changed'));
    const late = library.update('file:///0.md');
    library.dispose();
    await late;
    for (let i = 0; i < 20; i++) await timers.pass(1000);
    assert.deepEqual(storage.steps, []);
  });

  it('are stored one at a time, and a request to store them waits for both', async () => {
    const storage = new MemoryStorage();
    const { library, files } = await refreshed(storage);
    const { closed, open } = gate();
    storage.waiting = (step) =>
      isWrite(step) && storage.steps.filter(isWrite).length === 1 ? closed : Promise.resolve();
    const ended: string[] = [];
    void library.saveOutlines().then(() => ended.push('first'));
    await pause();
    files.contents.set('file:///0.md', bytes('# Changed'));
    void library.update('file:///0.md');
    await pause();
    void library.saveOutlines().then(() => ended.push('second'));
    await pause();
    assert.deepEqual([ended, storage.steps.filter(isWrite).length], [[], 1]);
    open();
    await pause();
    assert.deepEqual(ended, ['first', 'second']);
    assert.ok(storage.textOf(storage.names[0] ?? '').includes('Changed'));
    library.dispose();
  });
});
