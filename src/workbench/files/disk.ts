import type * as vscode from 'vscode';

/*
 * Reads ordinary files on the extension host's disk without VS Code. VS Code's file system asks its main thread about
 * each file, which takes as long as reading a briefing, and far longer while a window opens. All functions return
 * undefined if VS Code has to be asked instead: for another file system, a host without Node, links, folders, and for
 * anything that does not exist, changes in the meantime or fails in any way.
 */

/** The part of Node's file system that is used here. */
interface NodeFileSystem {
  readonly constants: Readonly<Partial<Record<'O_RDONLY' | 'O_NOFOLLOW' | 'O_NONBLOCK', number>>>;
  readdir(path: string, done: Done<string[]>): void;
  readonly realpath: { native(path: string, done: Done<string>): void };
  lstat(path: string, done: Done<Stats>): void;
  open(path: string, flags: number, done: Done<number>): void;
  read(
    file: number,
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
    done: Done<number>,
  ): void;
  close(file: number, done: () => void): void;
}

interface Stats {
  readonly size: number;
  readonly mtime: Date;
  isFile(): boolean;
}

type Done<T> = (error: unknown, value: T) => void;

const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
const node = process?.getBuiltinModule?.('node:fs') as NodeFileSystem | undefined;

/** `mtime` and `size` as in {@link vscode.FileStat}. */
export type DiskState = Pick<vscode.FileStat, 'mtime' | 'size'>;

/** Returns the names of everything in a folder. */
export function namesOnDisk(folder: vscode.Uri): Promise<readonly string[] | undefined> {
  return onDisk(folder, (fs, path) =>
    result<string[]>((done) => {
      fs.readdir(path, done);
    }),
  );
}

/** Returns a folder's real path, with all links resolved. */
export function realPathOnDisk(folder: vscode.Uri): Promise<string | undefined> {
  return onDisk(folder, (fs, path) =>
    result<string>((done) => {
      fs.realpath.native(path, done);
    }),
  );
}

export function stateOnDisk(file: vscode.Uri): Promise<DiskState | undefined> {
  return onDisk(file, async (fs, path) => {
    const stats = await result<Stats>((done) => {
      fs.lstat(path, done);
    });
    return stats.isFile() ? { mtime: stats.mtime.getTime(), size: stats.size } : undefined;
  });
}

/** Returns the bytes of a file, if it still has this size. */
export function bytesOnDisk(file: vscode.Uri, size: number): Promise<Uint8Array | undefined> {
  return onDisk(file, async (fs, path) => {
    // A file that has become a link in the meantime is not followed, and a pipe does not block.
    const { O_RDONLY = 0, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;
    const opened = await result<number>((done) => {
      fs.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, done);
    });
    try {
      const bytes = new Uint8Array(size + 1);
      const length = await result<number>((done) => {
        fs.read(opened, bytes, 0, bytes.length, 0, done);
      });
      return length === size ? bytes.subarray(0, size) : undefined;
    } finally {
      fs.close(opened, () => undefined);
    }
  });
}

async function onDisk<T>(
  { scheme, fsPath }: vscode.Uri,
  ask: (fs: NodeFileSystem, path: string) => Promise<T>,
): Promise<T | undefined> {
  if (!node || scheme !== 'file') return undefined;
  try {
    return await ask(node, fsPath);
  } catch {
    return undefined;
  }
}

function result<T>(begin: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    begin((error, value) => {
      if (error instanceof Error) reject(error);
      else resolve(value);
    });
  });
}
