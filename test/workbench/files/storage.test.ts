import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { storageIn } from '../../../src/workbench/files/storage.ts';

const SCHEME = 'briefings-storage-test';

/** A file system for VS Code that records its calls, and can fail at any step. */
class Disk implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  failing = '';
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = uri.path === '/' || uri.path === '/reading';
    if (isFolder) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: this.readFile(uri).length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.replace('/reading/', ''), vscode.FileType.File]);
  }

  createDirectory(): void {
    // The folder exists already.
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }

  writeFile({ path }: vscode.Uri, bytes: Uint8Array): void {
    this.asked.push(`write ${nameIn(path)}`);
    const isFailing = this.failing === 'write';
    this.files.set(path, isFailing ? bytes.slice(0, bytes.length / 2) : bytes);
    if (isFailing) throw vscode.FileSystemError.Unavailable('The disk is full.');
  }

  delete(uri: vscode.Uri): void {
    this.asked.push(`delete ${nameIn(uri.path)}`);
    this.readFile(uri);
    this.files.delete(uri.path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.asked.push(`rename ${nameIn(from.path)} ${nameIn(to.path)}`);
    if (this.failing === 'rename') throw vscode.FileSystemError.NoPermissions('The file is locked.');
    this.files.set(to.path, this.readFile(from));
    this.files.delete(from.path);
  }
}

function nameIn(path: string): string {
  return path.replace('/reading/', '').replace(/^tmp-.*/, 'temporary');
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array | undefined) => of && new TextDecoder().decode(of);

describe('The storage of the reading log', () => {
  /** VS Code removes the target before a rename: if that fails, the file is gone, but never half written. */
  const cases: readonly (readonly [failing: string, what: string, left: string | undefined])[] = [
    ['', 'writes a temporary file first', 'new words'],
    ['write', 'keeps the old file if a write fails', 'old words'],
    ['rename', 'leaves nothing half written if the rename fails', undefined],
  ];
  for (const [failing, what, left] of cases)
    it(what, async () => {
      const disk = new Disk();
      const registered = vscode.workspace.registerFileSystemProvider(SCHEME, disk);
      const files = storageIn(vscode.Uri.from({ scheme: SCHEME, path: '/reading' }));
      try {
        await files.write('log-a', bytes('old words'));
        disk.asked.length = 0;
        disk.failing = failing;
        const writing = files.write('log-a', bytes('new words'));
        if (failing === '') await writing;
        else await assert.rejects(writing);
        assert.equal(text(await files.read('log-a')), left);
        assert.deepEqual([...disk.files.keys()], left === undefined ? [] : ['/reading/log-a']);
        assert.deepEqual(
          disk.asked.filter((step) => step.startsWith('write')),
          ['write temporary'],
        );
      } finally {
        files.dispose();
        registered.dispose();
      }
    });

  it('creates a folder on disk, keeps files in it, and reports missing ones', async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    const folder = vscode.Uri.joinPath(workspace.uri, `storage-${crypto.randomUUID()}`);
    const files = storageIn(folder);
    try {
      assert.deepEqual([await files.read('a'), await files.rename('a', 'b')], [undefined, false]);
      await files.remove('a');
      await files.write('a', bytes('one'));
      await files.write('a', bytes('three'));
      await files.write('b', bytes('two'));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'tmp-1'), bytes('hal'));
      const listed = async () => (await files.list()).map(({ name, size }) => `${name} ${size}`).sort();
      assert.deepEqual(await listed(), ['a 5', 'b 3']);
      assert.equal(await files.rename('a', 'b'), true);
      assert.deepEqual([await listed(), text(await files.read('b'))], [['b 5'], 'three']);
      await files.remove('b');
      assert.deepEqual(await listed(), []);
    } finally {
      files.dispose();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});
