import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event.ts';
import { FolderStorage } from '../../../src/library/files/folderStorage.ts';
import type { FileFolder, StoredFile } from '../../../src/library/ports.ts';
import { NOW } from '../support/memoryStorage.ts';

const DAY = 86_400_000;

/** A folder in memory. Like VS Code, it writes in parts, and a rename removes the target first. */
class MemoryFolder implements FileFolder {
  readonly files = new Map<string, string>();
  readonly written = new Map<string, number>();
  readonly changed = new Emitter<string>();
  readonly onDidChange = this.changed.event;
  /** What the file under test contained after each step. */
  readonly seen: (string | undefined)[] = [];
  /** The step that fails. */
  failing = '';
  /** The number of files that are missing when the folder is listed. */
  vanishing = 0;

  list(): Promise<readonly (StoredFile | undefined)[]> {
    const found = [...this.files].map(([name, text]) => ({
      name,
      modified: this.written.get(name) ?? NOW,
      size: text.length,
    }));
    return Promise.resolve(this.vanishing-- > 0 ? [...found, undefined] : found);
  }

  read(name: string): Promise<Uint8Array | undefined> {
    const text = this.files.get(name);
    return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const text = new TextDecoder().decode(bytes);
    for (const part of ['', text.slice(0, text.length / 2), text]) {
      if (this.failing === 'write' && part === text) throw new Error('The disk is full.');
      this.files.set(name, part);
      await this.#step();
    }
  }

  async rename(name: string, to: string): Promise<boolean> {
    if (this.failing === 'rename') throw new Error('The file is locked.');
    const text = this.files.get(name);
    if (text === undefined) return false;
    this.files.delete(to);
    await this.#step();
    this.files.delete(name);
    this.files.set(to, text);
    await this.#step();
    return true;
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
    await this.#step();
  }

  dispose(): void {
    this.changed.dispose();
  }

  async #step(): Promise<void> {
    this.seen.push(this.files.get('a'));
    await Promise.resolve();
  }
}

function storage() {
  const folder = new MemoryFolder();
  return { folder, storage: new FolderStorage(folder, { now: () => NOW }) };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('A file of the storage', () => {
  it('is never half written: it is the old one, none, or the new one', async () => {
    const { folder, storage: files } = storage();
    await files.write('a', bytes('old words'));
    folder.seen.length = 0;
    await files.write('a', bytes('new words'));
    assert.deepEqual([...new Set(folder.seen)], ['old words', undefined, 'new words']);
    assert.deepEqual([...folder.files], [['a', 'new words']]);
  });

  for (const step of ['write', 'rename'])
    it(`stays as it was if its ${step} fails, and nothing else is left behind`, async () => {
      const { folder, storage: files } = storage();
      await files.write('a', bytes('old words'));
      folder.failing = step;
      await assert.rejects(files.write('a', bytes('new words')), /disk is full|file is locked/);
      assert.deepEqual([...folder.files], [['a', 'old words']]);
    });

  it('is listed under its own name only; leftovers of a killed window are removed after a day', async () => {
    const { folder, storage: files } = storage();
    await files.write('a', bytes('words'));
    folder.files.set('tmp-new', 'wor').set('tmp-old', 'wor');
    folder.written.set('tmp-new', NOW - DAY).set('tmp-old', NOW - DAY - 1);
    assert.deepEqual(await files.list(), [{ name: 'a', modified: NOW, size: 5 }]);
    assert.deepEqual([...folder.files.keys()], ['a', 'tmp-new']);
  });

  it('is looked for again while other files are renamed, but not forever', async () => {
    const { folder, storage: files } = storage();
    await files.write('a', bytes('words'));
    for (const [vanishing, left] of [
      [1, -1],
      [10, 7],
    ] as const) {
      folder.vanishing = vanishing;
      assert.deepEqual(
        (await files.list()).map(({ name }) => name),
        ['a'],
      );
      assert.equal(folder.vanishing, left);
    }
  });

  it('is reported when it changes, but not while it is being written', () => {
    const { folder, storage: files } = storage();
    let changes = 0;
    files.onDidChange(() => changes++);
    folder.changed.fire('tmp-1');
    assert.equal(changes, 0);
    folder.changed.fire('a');
    assert.equal(changes, 1);
  });
});
