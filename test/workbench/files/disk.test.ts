import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bytesOnDisk, namesOnDisk, stateOnDisk } from '../../../src/workbench/files/disk.ts';
import { VSCodeFileReader } from '../../../src/workbench/sources/fileReader.ts';
import { RealFolders } from '../../../src/workbench/sources/realFolders.ts';
import { file, write } from '../support/parts.ts';

/** What these tests need of Node, if the extension host has it. */
interface Node {
  readonly platform: string;
  getBuiltinModule(name: 'node:fs'): { symlinkSync(target: string, path: string): void };
  getBuiltinModule(name: 'node:child_process'): {
    execFileSync(command: string, args: readonly string[]): void;
  };
}
const { process } = globalThis as { process?: Partial<Node> };
/** In a web worker, `process` is only a name. */
const node = process?.getBuiltinModule ? (process as Node) : undefined;
const hasDisk = node !== undefined;

const { fs } = vscode.workspace;
const folder = file('disk');
const at = (name: string) => vscode.Uri.joinPath(folder, name);

describe('A file on the disk', () => {
  before(async () => {
    await write(at('a.md'), '# A\n');
    await write(at('empty.md'), '');
    await write(at('inside/b.md'), '# B\n');
  });

  after(() => fs.delete(folder, { recursive: true }));

  it('is read as by VS Code if the extension host has a disk', async () => {
    for (const name of ['a.md', 'empty.md']) {
      const { mtime, size } = await fs.stat(at(name));
      const bytes = new Uint8Array(await fs.readFile(at(name)));
      assert.deepEqual(await stateOnDisk(at(name)), hasDisk ? { mtime, size } : undefined);
      assert.deepEqual(await bytesOnDisk(at(name), size), hasDisk ? bytes : undefined);
    }
    const names = (await fs.readDirectory(folder)).map(([name]) => name).sort();
    assert.deepEqual((await namesOnDisk(folder))?.toSorted(), hasDisk ? names : undefined);
  });

  it('is left to VS Code if it is not a file, is missing, or its size has changed', async () => {
    assert.equal(await stateOnDisk(at('inside')), undefined);
    assert.equal(await stateOnDisk(at('none.md')), undefined);
    assert.equal(await bytesOnDisk(at('none.md'), 4), undefined);
    assert.equal(await bytesOnDisk(at('a.md'), 3), undefined);
    assert.equal(await bytesOnDisk(at('a.md'), 5), undefined);
    assert.equal(await namesOnDisk(at('none')), undefined);
    assert.equal(await stateOnDisk(at('a.md').with({ scheme: 'untitled' })), undefined);
  });

  // Windows has no named pipes in its file system, and only administrators can make links.
  if (node && node.platform !== 'win32')
    it('is not read through a link, and a pipe is not waited for', async () => {
      node.getBuiltinModule('node:fs').symlinkSync(at('a.md').fsPath, at('link.md').fsPath);
      node.getBuiltinModule('node:child_process').execFileSync('mkfifo', [at('pipe.md').fsPath]);
      for (const name of ['link.md', 'pipe.md']) {
        assert.equal(await stateOnDisk(at(name)), undefined, name);
        assert.equal(await bytesOnDisk(at(name), 4), undefined, name);
      }
      const reader = new VSCodeFileReader(new RealFolders());
      assert.deepEqual(await reader.read(at('link.md').toString(), folder.toString()), { kind: 'link' });
      assert.deepEqual(await reader.read(at('pipe.md').toString(), folder.toString()), { kind: 'notAFile' });
    });

  it('is the same to the library either way', async () => {
    const reader = new VSCodeFileReader(new RealFolders());
    const { mtime, size } = await fs.stat(at('a.md'));
    const version = `${mtime}-${size}`;
    const bytes = new TextEncoder().encode('# A\n');
    const uri = at('a.md').toString();
    const read = await reader.read(uri, folder.toString());
    assert.deepEqual(
      { ...read, ...(read.kind === 'bytes' && { bytes: new Uint8Array(read.bytes) }) },
      { kind: 'bytes', bytes, version, modified: mtime },
    );
    assert.deepEqual(await reader.read(uri, folder.toString(), version), { kind: 'unchanged' });
    assert.deepEqual(await reader.read(at('none.md').toString(), folder.toString()), { kind: 'missing' });
    assert.deepEqual(await reader.read(at('inside').toString(), folder.toString()), { kind: 'notAFile' });
    await write(at('large.md'), new Uint8Array(2 * 1024 * 1024 + 1));
    assert.deepEqual(await reader.read(at('large.md').toString(), folder.toString()), {
      kind: 'tooLarge',
      size: 2 * 1024 * 1024 + 1,
      limit: 2 * 1024 * 1024,
    });
  });
});
