import * as vscode from 'vscode';
import type { Event } from '../../base/event.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import { FolderStorage } from '../../library/files/folderStorage.ts';
import type { FileFolder, StoredFile } from '../../library/ports.ts';
import { bytesOnDisk, type DiskState, namesOnDisk, stateOnDisk } from './disk.ts';
import { isMissing } from '../errors.ts';

/** Returns a folder of VS Code's own storage, on any file system. */
export function storageIn(folder: vscode.Uri): FolderStorage {
  return new FolderStorage(new VSCodeFolder(folder));
}

class VSCodeFolder implements FileFolder {
  readonly #folder: vscode.Uri;
  /**
   * Created on first use: both need VS Code's main thread, and a start that finds everything unchanged writes nothing.
   */
  #watcher: vscode.FileSystemWatcher | undefined;
  #created: Promise<void> | undefined;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  readonly onDidChange: Event<string> = (listener) => {
    const heard = (uri: vscode.Uri) => {
      listener(fileNameOf(uri.toString()));
    };
    this.#watcher ??= vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.#folder, '*'));
    // VS Code would start to watch a missing folder late.
    void this.#ensureFolder();
    return vscode.Disposable.from(
      this.#watcher.onDidCreate(heard),
      this.#watcher.onDidChange(heard),
      this.#watcher.onDidDelete(heard),
    );
  };

  async list(): Promise<readonly (StoredFile | undefined)[]> {
    return (await this.#listOnDisk()) ?? (await this.#listWithVSCode());
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const uri = this.#uri(name);
    const state = await stateOnDisk(uri);
    const bytes = state && (await bytesOnDisk(uri, state.size));
    return bytes ?? valueIfMissing(undefined, vscode.workspace.fs.readFile(uri));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#ensureFolder();
    await vscode.workspace.fs.writeFile(this.#uri(name), bytes);
  }

  rename(name: string, to: string): Promise<boolean> {
    const renamed = vscode.workspace.fs.rename(this.#uri(name), this.#uri(to), { overwrite: true });
    return valueIfMissing(
      false,
      renamed.then(() => true),
    );
  }

  remove(name: string): Promise<void> {
    return valueIfMissing(undefined, vscode.workspace.fs.delete(this.#uri(name)));
  }

  dispose(): void {
    this.#watcher?.dispose();
  }

  /** Lists the folder directly on the disk; undefined if it contains anything other than files. */
  async #listOnDisk(): Promise<readonly StoredFile[] | undefined> {
    const names = await namesOnDisk(this.#folder);
    if (!names) return undefined;
    const states = await Promise.all(names.map((name) => stateOnDisk(this.#uri(name))));
    const files = names.flatMap((name, i) => storedFile(name, states[i]) ?? []);
    return files.length === names.length ? files : undefined;
  }

  /** Lists the folder with VS Code; undefined for each file that has disappeared since it was listed. */
  async #listWithVSCode(): Promise<readonly (StoredFile | undefined)[]> {
    await this.#ensureFolder();
    const children = await valueIfMissing([], vscode.workspace.fs.readDirectory(this.#folder));
    const files = children.filter(([, type]) => type === vscode.FileType.File);
    return Promise.all(
      files.map(async ([name]) =>
        storedFile(name, await valueIfMissing(undefined, vscode.workspace.fs.stat(this.#uri(name)))),
      ),
    );
  }

  #uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name);
  }

  #ensureFolder(): Promise<void> {
    return (this.#created ??= this.#createFolder());
  }

  /** Creates the folder. If that fails, writing to it reports why. */
  async #createFolder(): Promise<void> {
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

/** Returns a value instead of rejecting if the file does not exist. */
async function valueIfMissing<T, U>(value: U, promise: Thenable<T>): Promise<T | U> {
  try {
    return await promise;
  } catch (error) {
    if (isMissing(error)) return value;
    throw error;
  }
}
