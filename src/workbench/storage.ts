import * as vscode from 'vscode';
import type { Event } from '../library/event.ts';
import { fileNameOf } from '../library/fileName.ts';
import type { Storage, StoredFile } from '../library/ports.ts';
import { bytesOnDisk, type DiskState, namesOnDisk, stateOnDisk } from './disk.ts';
import { isMissing } from './fileErrors.ts';

/** What is still being written: nobody lists it. */
const TEMPORARY = 'tmp-';

const DAY = 86_400_000;
/** How often a folder is listed while its files change. */
const LISTINGS = 3;

/** A folder of VS Code's own storage, on whatever file system that is. */
export class FolderStorage implements Storage {
  readonly #folder: vscode.Uri;
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #isThere: Promise<void>;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    this.#isThere = this.#make();
  }

  readonly onDidChange: Event<undefined> = (listener) => {
    const heard = (uri: vscode.Uri) => {
      if (!fileNameOf(uri.toString()).startsWith(TEMPORARY)) listener(undefined);
    };
    return vscode.Disposable.from(
      this.#watcher.onDidCreate(heard),
      this.#watcher.onDidChange(heard),
      this.#watcher.onDidDelete(heard),
    );
  };

  async list(): Promise<readonly StoredFile[]> {
    for (let attempt = 1; ; attempt++) {
      const found = (await this.#foundOnDisk()) ?? (await this.#found());
      const files = found.filter((file) => file !== undefined);
      // Another window was just giving a file another name: under that one it may be missing here.
      if (files.length === found.length || attempt === LISTINGS)
        return files.filter((file) => !this.#isTemporary(file));
    }
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const uri = this.#uri(name);
    const state = await stateOnDisk(uri);
    const bytes = state && (await bytesOnDisk(uri, state.size));
    return bytes ?? missingAs(undefined, vscode.workspace.fs.readFile(uri));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#isThere;
    const temporary = this.#uri(`${TEMPORARY}${crypto.randomUUID()}`);
    try {
      await vscode.workspace.fs.writeFile(temporary, bytes);
      await vscode.workspace.fs.rename(temporary, this.#uri(name), { overwrite: true });
    } catch (error) {
      await missingAs(undefined, vscode.workspace.fs.delete(temporary)).catch(() => undefined);
      throw error;
    }
  }

  rename(name: string, to: string): Promise<boolean> {
    return missingAs(
      false,
      vscode.workspace.fs.rename(this.#uri(name), this.#uri(to), { overwrite: true }).then(() => true),
    );
  }

  remove(name: string): Promise<void> {
    return missingAs(undefined, vscode.workspace.fs.delete(this.#uri(name)));
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  /** Undefined where there is anything else than files. */
  async #foundOnDisk(): Promise<readonly StoredFile[] | undefined> {
    const names = await namesOnDisk(this.#folder);
    if (!names) return undefined;
    const states = await Promise.all(names.map((name) => stateOnDisk(this.#uri(name))));
    const files = names.flatMap((name, i) => storedFile(name, states[i]) ?? []);
    return files.length === names.length ? files : undefined;
  }

  /** Undefined for what was there and no longer is. */
  async #found(): Promise<readonly (StoredFile | undefined)[]> {
    await this.#isThere;
    const children = await missingAs([], vscode.workspace.fs.readDirectory(this.#folder));
    const files = children.filter(([, type]) => type === vscode.FileType.File);
    return Promise.all(
      files.map(async ([name]) =>
        storedFile(name, await missingAs(undefined, vscode.workspace.fs.stat(this.#uri(name)))),
      ),
    );
  }

  /** One that was left behind, by a window that was killed, is removed after a day. */
  #isTemporary({ name, modified }: StoredFile): boolean {
    if (!name.startsWith(TEMPORARY)) return false;
    if (modified < Date.now() - DAY) void this.remove(name).catch(() => undefined);
    return true;
  }

  #uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name);
  }

  /** Where it cannot be made, writing says why. */
  async #make(): Promise<void> {
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
    } catch {
      return;
    }
  }
}

function storedFile(name: string, state: DiskState | undefined): StoredFile | undefined {
  return state && { name, modified: state.mtime, size: state.size };
}

/** A value in place of the error that a file is not there. */
async function missingAs<T, U>(value: U, promise: Thenable<T>): Promise<T | U> {
  try {
    return await promise;
  } catch (error) {
    if (isMissing(error)) return value;
    throw error;
  }
}
