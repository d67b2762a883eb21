import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import type { BriefingSource, Listing, SourceChange } from '../../library/ports.ts';

/** Stands for the folder of files that lie in none of the others. */
export const OTHER_FILES = 'briefings:other';

/** Files that a person has asked to read as briefings, wherever they lie: for as long as a tab is open that has shown them. */
export class OpenedSource implements BriefingSource {
  readonly #watchers = new Map<string, vscode.Disposable>();
  /** A deleted file is still watched: many programs save by deleting and writing anew. */
  readonly #deleted = new Set<string>();
  readonly #changed = new Emitter<SourceChange>();
  readonly onDidChange = this.#changed.event;

  /** Takes a file in and follows it from now on. */
  add(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#deleted.delete(key);
    if (this.#watchers.has(key)) return;
    // The file's folder: its own name could be taken for a glob.
    const folder = vscode.Uri.joinPath(uri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    // A document without a file is there as long as it is open.
    const closed = vscode.workspace.onDidCloseTextDocument((document) => {
      // One that is given another language is closed only by name.
      const isClosed = !vscode.workspace.textDocuments.includes(document);
      if (isClosed && document.isUntitled && document.uri.toString() === key) this.remove(uri);
    });
    const changed = (file: vscode.Uri) => {
      if (file.toString() !== key) return;
      this.#deleted.delete(key);
      this.#changed.fire({ kind: 'changed', uri: key, root: OTHER_FILES });
    };
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete((file) => {
      if (file.toString() !== key) return;
      this.#deleted.add(key);
      this.#changed.fire({ kind: 'deleted', uri: key });
    });
    this.#watchers.set(key, vscode.Disposable.from(watcher, closed));
  }

  remove(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.#watchers.has(key)) return;
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    this.#changed.fire({ kind: 'deleted', uri: key });
  }

  /** None: what was opened is not remembered over a restart. */
  roots(): readonly string[] {
    return [];
  }

  list(): Promise<readonly Listing[]> {
    const uris = [...this.#watchers.keys()].filter((uri) => !this.#deleted.has(uri));
    return Promise.resolve([{ root: OTHER_FILES, uris }]);
  }

  dispose(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#changed.dispose();
  }
}
