import * as vscode from 'vscode';
import { withoutIcons } from './inert.ts';

/** How long a sentence stays in the status bar, in ms. */
const TIME = 4000;

/** Says what was done where the person looks: in a reader, or in the status bar where nobody would see it there. */
export function confirm(reader: { say(sentence: string): boolean }, sentence: string): void {
  if (!reader.say(sentence)) vscode.window.setStatusBarMessage(withoutIcons(sentence), TIME);
}
