import * as vscode from 'vscode';
import type { Command } from './commandContext.ts';

/** Shows the current item alone. */
export const showTakeaway: Command = async ({ readers }) => {
  (await readers.revealCurrent()).setView('item');
};

/** Shows the whole briefing, with the current item marked in it. */
export const showWholeBriefing: Command = async ({ readers }) => {
  (await readers.revealCurrent()).setView('whole');
};

/** Commands for the reader's font size, help, speech and find. */
export const APPEARANCE: Readonly<Record<string, Command>> = {
  'briefings.increaseFontSize': ({ fontSize }) => fontSize.change(1),
  'briefings.decreaseFontSize': ({ fontSize }) => fontSize.change(-1),
  'briefings.resetFontSize': ({ fontSize }) => fontSize.reset(),
  'briefings.showKeys': async ({ readers }) => {
    (await readers.revealCurrent()).panel.toggleHelp();
  },
  'briefings.readAloud': async ({ readers }) => {
    (await readers.revealCurrent()).panel.toggleSpeech();
  },
  'briefings.find': async ({ readers }) => {
    const reader = readers.requireCurrent();
    // In an item shown alone, VS Code would search only that item.
    reader.showInWhole();
    reader.panel.panel.reveal();
    await vscode.commands.executeCommand('editor.action.webvieweditor.showFind');
  },
};
