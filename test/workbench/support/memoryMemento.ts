import type * as vscode from 'vscode';

/** A `Memento` in memory. */
export class MemoryMemento implements vscode.Memento {
  readonly values = new Map<string, unknown>();
  synced: readonly string[] = [];

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, otherwise?: T): T {
    return (this.values.get(key) ?? otherwise) as T;
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}
