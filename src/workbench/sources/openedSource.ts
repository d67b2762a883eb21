import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import type { BriefingSource, Listing, SourceChange } from '../../library/ports.ts';

/** The root of files that are in none of the other sources' folders. */
export const OTHER_FILES = 'briefings:other';

/** Files anywhere that the user has opened as briefings, for as long as a tab that has shown them is open. */
export class OpenedSource implements BriefingSource {
  readonly #watchers = new Map<string, vscode.Disposable>();
  /** Deleted files, which are still watched: many programs save by deleting and writing again. */
  readonly #deleted = new Set<string>();
  readonly #changed = new Emitter<SourceChange>();
  readonly onDidChange = this.#changed.event;

  /** Adds a file, and follows its changes. */
  add(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#deleted.delete(key);
    if (this.#watchers.has(key)) return;
    // Watches the folder, because the file's own name could be interpreted as a glob.
    const folder = vscode.Uri.joinPath(uri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    // An untitled document exists as long as it is open.
    const closed = vscode.workspace.onDidCloseTextDocument((document) => {
      // When a document's language changes, VS Code reports it as closed, but keeps it.
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

  /** Empty, because opened files are not remembered over a restart. */
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
