import * as vscode from 'vscode';

/**
 * Sets the context keys that the `when` clauses of menus and keys use. VS Code evaluates all clauses again at each one
 * set.
 */
export class ContextKeys {
  readonly #values = new Map<string, unknown>();

  /** Sets `briefings.` + each of these names, but only those whose value has changed. */
  set(values: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (this.#values.has(name) && this.#values.get(name) === value) continue;
      this.#values.set(name, value);
      void vscode.commands.executeCommand('setContext', `briefings.${name}`, value);
    }
  }
}
