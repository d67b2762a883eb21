import * as vscode from 'vscode';

/*
 * Ordinary files on the extension host's own disk, read without VS Code. Its file system asks its main thread about
 * each of them, which takes as long as reading a briefing does, and far longer while a window opens. All of this gives
 * undefined for what VS Code has to be asked about: another file system, a host without Node, links, folders, whatever
 * is not there, changes meanwhile or fails in any way.
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

/** As {@link vscode.FileStat} has them. */
export type DiskState = Pick<vscode.FileStat, 'mtime' | 'size'>;

/** The names of all that is in a folder. */
export function namesOnDisk(folder: vscode.Uri): Promise<readonly string[] | undefined> {
  return onDisk(folder, (fs, path) =>
    result<string[]>((done) => {
      fs.readdir(path, done);
    }),
  );
}

/** The path by which no link is passed. */
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

/** The bytes of a file that has this size. */
export function bytesOnDisk(file: vscode.Uri, size: number): Promise<Uint8Array | undefined> {
  return onDisk(file, async (fs, path) => {
    // What has meanwhile become a link is not followed, and a pipe is not waited for.
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

/** Whether the extension's files are those of the machine that the person's browser runs on. */
export function isOnThisMachine(): boolean {
  return vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
}
