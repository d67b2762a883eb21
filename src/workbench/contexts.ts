import * as vscode from 'vscode';

/** What the `when` of menus and keys looks at. VS Code looks at all of them again at each that is set. */
export class Contexts {
  readonly #values = new Map<string, unknown>();

  /** `briefings.` and each of these names: those that have changed are set. */
  set(values: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (this.#values.has(name) && this.#values.get(name) === value) continue;
      this.#values.set(name, value);
      void vscode.commands.executeCommand('setContext', `briefings.${name}`, value);
    }
  }
}
