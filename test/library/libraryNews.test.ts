import assert from 'node:assert/strict';
import { bytes, memoryLibrary, settle } from './support/inMemory.ts';
import { MemoryStorage } from './support/memoryStorage.ts';

const START = Date.UTC(2026, 2, 5, 12);

const OLD = { 'file:///a.md': bytes('# A\n\n- one\n'), 'file:///b.md': bytes('# B\n\n- two\n') };

/** A library that has read all of its files at the given time. */
async function libraryAt(
  time: number,
  files: Readonly<Record<string, Uint8Array>>,
  storage = new MemoryStorage(),
) {
  const clock = { time, now: () => clock.time };
  const made = memoryLibrary(files, storage, clock);
  await made.library.restore();
  await made.library.refresh();
  return { ...made, clock, storage };
}

type Made = Awaited<ReturnType<typeof libraryAt>>;

function seen({ library }: Pick<Made, 'library'>): Record<string, number | undefined> {
  return Object.fromEntries(
    [...library.entries].map((entry) => [
      entry.uri.replace('file:///', ''),
      entry.kind === 'briefing' ? entry.seen : undefined,
    ]),
  );
}

async function put({ files, source }: Made, uri: string, text: string): Promise<void> {
  files.contents.set(uri, bytes(text));
  if (!source.uris.includes(uri)) source.uris.push(uri);
  source.changed(uri);
  await settle();
}

/** Disposes of a library and starts another one with the same storage. */
async function restarted(
  made: Made,
  time: number,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Made> {
  await made.library.saveOutlines();
  made.library.dispose();
  return libraryAt(time, files, made.storage.another());
}

describe('What is new in the library', () => {
  it('is what comes after the first look, also until the next start', async () => {
    const first = await libraryAt(START, OLD);
    assert.deepEqual(seen(first), { 'a.md': undefined, 'b.md': undefined });
    await put(first, 'file:///c.md', '# C');
    assert.deepEqual(seen(first), { 'a.md': undefined, 'b.md': undefined, 'c.md': START });
    assert.equal(first.library.latestSeen, START);
    const files = { ...OLD, 'file:///c.md': bytes('# C'), 'file:///d.md': bytes('# D') };
    const second = await restarted(first, START + 9000, files);
    assert.deepEqual(seen(second), {
      'a.md': undefined,
      'b.md': undefined,
      'c.md': START,
      'd.md': START + 9000,
    });
  });

  it('is what comes into a folder that was empty', async () => {
    const first = await libraryAt(START, {});
    const second = await restarted(first, START + 9000, OLD);
    assert.deepEqual(Object.values(seen(second)), [START + 9000, START + 9001]);
  });

  it('is nothing that was found by a first look that was cut off', async () => {
    const storage = new MemoryStorage();
    const half = memoryLibrary(OLD, storage, { now: () => START });
    half.source.changed('file:///a.md');
    await settle();
    await half.library.saveOutlines();
    half.library.dispose();
    assert.equal(storage.names.length, 1, 'something of it was kept');
    const second = await libraryAt(START, OLD, storage.another());
    assert.deepEqual(seen(second), { 'a.md': undefined, 'b.md': undefined });
  });

  it('is no file that was renamed, moved or edited, in this session or before', async () => {
    const first = await libraryAt(START, OLD);
    await put(first, 'file:///c.md', '# C\n\n- three\n');
    await put(first, 'file:///moved/c.md', '# C\n\n- three\n');
    await put(first, 'file:///a.md', '# A\n\n- one\n- more\n');
    assert.deepEqual(seen(first), {
      'a.md': undefined,
      'b.md': undefined,
      'c.md': START,
      'moved/c.md': START,
    });
    const second = await restarted(first, START + 9000, {
      'file:///renamed.md': OLD['file:///b.md'],
      'file:///elsewhere.md': bytes('# C\n\n- three\n'),
    });
    assert.deepEqual(seen(second), { 'renamed.md': undefined, 'elsewhere.md': START });
  });

  it('is a file whose words have all changed, like one that is overwritten each morning', async () => {
    const first = await libraryAt(START, OLD);
    first.clock.time += 5000;
    await put(first, 'file:///a.md', '# A\n\n- another morning\n');
    assert.deepEqual(seen(first), { 'a.md': START + 5000, 'b.md': undefined });
  });
});
