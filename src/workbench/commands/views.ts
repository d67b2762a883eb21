import * as vscode from 'vscode';
import type { Command } from './context.ts';

/** Shows the item alone. */
export const showTakeaway: Command = async ({ readers }) => {
  (await readers.inFront()).setView('item');
};

/** Shows the whole briefing, with what is read marked in it. */
export const showWholeBriefing: Command = async ({ readers }) => {
  (await readers.inFront()).setView('whole');
};

/** How the reader looks and sounds, and what it says of itself. */
export const APPEARANCE: Readonly<Record<string, Command>> = {
  'briefings.increaseFontSize': ({ fontSize }) => fontSize.change(1),
  'briefings.decreaseFontSize': ({ fontSize }) => fontSize.change(-1),
  'briefings.resetFontSize': ({ fontSize }) => fontSize.reset(),
  'briefings.showKeys': async ({ readers }) => {
    (await readers.inFront()).panel.toggleHelp();
  },
  'briefings.readAloud': async ({ readers }) => {
    (await readers.inFront()).panel.toggleSpeech();
  },
  'briefings.find': async ({ readers }) => {
    const reader = readers.mustBeOpen();
    // Of an item alone, VS Code would find no other words.
    reader.showInWhole();
    reader.panel.panel.reveal();
    await vscode.commands.executeCommand('editor.action.webvieweditor.showFind');
  },
};
