import * as vscode from 'vscode';
import { Emitter } from '../../library/event.ts';
import type { BriefingSource, SourceChange } from '../../library/ports.ts';

/** Files that a person has asked to read as briefings, wherever they lie. */
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
      if (document.isUntitled && document.uri.toString() === key) this.remove(uri);
    });
    const tell = (kind: 'changed' | 'deleted') => (changed: vscode.Uri) => {
      if (changed.toString() !== key) return;
      if (kind === 'deleted') this.#deleted.add(key);
      else this.#deleted.delete(key);
      this.#changed.fire({ kind, uri: key });
    };
    watcher.onDidCreate(tell('changed'));
    watcher.onDidChange(tell('changed'));
    watcher.onDidDelete(tell('deleted'));
    this.#watchers.set(key, vscode.Disposable.from(watcher, closed));
  }

  remove(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.#watchers.has(key)) return;
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    this.#changed.fire({ kind: 'deleted', uri: key });
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.#watchers.keys()].filter((uri) => !this.#deleted.has(uri)));
  }

  dispose(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#changed.dispose();
  }
}
