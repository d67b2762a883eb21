import * as vscode from 'vscode';

/*
 * A briefing's words where VS Code gives some characters a meaning of their own. Elsewhere (tree items, tooltips that are
 * strings, the title of a panel, the separators of a quick pick) it shows text as text.
 */

/** For a quick pick, which would draw an icon: `$(verified)`. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([a-z\d~-]+\)/gi, '\\$&');
}

/** For a notification, which would make a link that runs a command: `[Report](command:workbench.action.quit)`. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/*
 * The only file that has VS Code show sentences. They may name what a stranger has named, a briefing or a file: whatever
 * that says is text, no link and no icon.
 */

/** How long a sentence stays in the status bar, in ms. */
const TIME = 4000;

/** Resolves with the answer, if it was chosen. */
export function inform(sentence: string, answer?: string): Thenable<string | undefined> {
  return answer === undefined
    ? vscode.window.showInformationMessage(withoutLinks(sentence))
    : vscode.window.showInformationMessage(withoutLinks(sentence), answer);
}

export function warn(sentence: string): void {
  void vscode.window.showWarningMessage(withoutLinks(sentence));
}

export function tellOfError(sentence: string): void {
  void vscode.window.showErrorMessage(withoutLinks(sentence));
}

/** Asks in a dialog, which shows text as text. `detail`: what it is about. */
export async function isAgreed(question: string, answer: string, detail?: string): Promise<boolean> {
  const options = { modal: true, ...(detail !== undefined && { detail }) };
  return (await vscode.window.showWarningMessage(question, options, answer)) === answer;
}

export function showInStatusBar(sentence: string): void {
  vscode.window.setStatusBarMessage(withoutIcons(sentence), TIME);
}

/** Says what was done where the person looks: in a reader, or in the status bar where nobody would see it there. */
export function confirm(reader: { say(sentence: string): boolean }, sentence: string): void {
  if (!reader.say(sentence)) showInStatusBar(sentence);
}

/** What stays in the status bar for as long as it is true. `command`: what a click on it runs. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor(id: string, name: string, command: string) {
    this.#item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
    this.#item.name = name;
    this.#item.command = command;
  }

  /** What it says; '' for now. */
  get text(): string {
    return this.#item.text;
  }

  show(text: string, tooltip: string): void {
    this.#item.text = withoutIcons(text);
    this.#item.tooltip = tooltip;
    this.#item.show();
  }

  hide(): void {
    this.#item.text = '';
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
