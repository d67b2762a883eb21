import * as vscode from 'vscode';

/*
 * Escapes content for places where VS Code gives some characters a special meaning. Elsewhere (tree items, tooltips
 * that are strings, a panel's title, the separators of a quick pick) VS Code shows text as text.
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
 * This is the only file that shows messages. They may contain names from content, such as a briefing's title or a file
 * name, which are always shown as text, never as a link or an icon.
 */

/** How long a message stays in the status bar, in ms. */
const STATUS_TIME = 4000;

/** Shows a message. Resolves with `answer` if the user has clicked that button. */
export function inform(sentence: string, answer?: string): Thenable<string | undefined> {
  return answer === undefined
    ? vscode.window.showInformationMessage(withoutLinks(sentence))
    : vscode.window.showInformationMessage(withoutLinks(sentence), answer);
}

/** Shows a warning. Resolves with `answer` if the user clicks that button. */
export function warn(sentence: string, answer?: string): Thenable<string | undefined> {
  return answer === undefined
    ? vscode.window.showWarningMessage(withoutLinks(sentence))
    : vscode.window.showWarningMessage(withoutLinks(sentence), answer);
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

/** Confirms an action in the reader, or in the status bar if nobody would see it in the reader. */
export function announce(reader: { say(sentence: string): boolean }, sentence: string): void {
  if (!reader.say(sentence)) showInStatusBar(sentence);
}

/** A permanent status bar item. `command`: runs on a click. */
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
