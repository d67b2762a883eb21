import * as vscode from 'vscode';

/*
 * A briefing's words, for places where VS Code gives some characters a meaning of their own. Elsewhere (tree items,
 * tooltips that are strings, a panel's title, the separators of a quick pick) VS Code shows text as text.
 */

/** Escapes text for a quick pick, which would draw `$(verified)` as an icon. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([a-z\d~-]+\)/gi, '\\$&');
}

/**
 * Escapes text for a notification, where `[Report](command:workbench.action.quit)` would be a link that runs a command.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/*
 * This is the only file that has VS Code show sentences. They may contain what a stranger has named, such as a briefing
 * or a file: that is always shown as text, never as a link or an icon.
 */

/** How long a sentence stays in the status bar, in ms. */
const STATUS_TIME = 4000;

/** Shows a message. Resolves with `answer` if the person has clicked that button. */
export function inform(sentence: string, answer?: string): Thenable<string | undefined> {
  return answer === undefined
    ? vscode.window.showInformationMessage(withoutLinks(sentence))
    : vscode.window.showInformationMessage(withoutLinks(sentence), answer);
}

export function warn(sentence: string): void {
  void vscode.window.showWarningMessage(withoutLinks(sentence));
}

export function showError(sentence: string): void {
  void vscode.window.showErrorMessage(withoutLinks(sentence));
}

/** Asks in a dialog, which shows text as text. `detail`: a second, smaller text. */
export async function askToConfirm(question: string, answer: string, detail?: string): Promise<boolean> {
  const options = { modal: true, ...(detail !== undefined && { detail }) };
  return (await vscode.window.showWarningMessage(question, options, answer)) === answer;
}

export function showInStatusBar(sentence: string): void {
  vscode.window.setStatusBarMessage(withoutIcons(sentence), STATUS_TIME);
}

/** Confirms what was done where the person looks: in the reader, or in the status bar if nobody would see it there. */
export function announce(reader: { say(sentence: string): boolean }, sentence: string): void {
  if (!reader.say(sentence)) showInStatusBar(sentence);
}

/** A status bar item that stays for as long as what it says is true. `command`: runs on a click. */
export class StatusBarItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor(id: string, name: string, command: string) {
    this.#item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
    this.#item.name = name;
    this.#item.command = command;
  }

  /** The text shown; '' while hidden. */
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
