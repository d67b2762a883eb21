import * as vscode from 'vscode';
import { checkTool } from './checkTool.ts';
import { readTool } from './readTool.ts';
import { searchTool } from './searchTool.ts';
import { type BriefingTool, languageModelTool, type ToolParts } from './tool.ts';
import { unreadTool } from './unreadTool.ts';
import { writeTool } from './writeTool.ts';

const TOOLS: Readonly<Record<string, BriefingTool>> = {
  briefings_search: searchTool,
  briefings_read: readTool,
  briefings_unread: unreadTool,
  briefings_check: checkTool,
  briefings_write: writeTool,
};

/** Turns off all that VS Code has of AI; the tools' own `when` in package.json names it too. */
const OFF = 'chat.disableAIFeatures';

/** Whether the owner of this editor wants none of it, or the editor has none: some are made of VS Code without it. */
export function areModelsOff(): boolean {
  const { lm } = vscode as Partial<typeof vscode>;
  return isOff() || typeof lm?.selectChatModels !== 'function';
}

function isOff(): boolean {
  return vscode.workspace.getConfiguration().get(OFF) === true;
}

/** Gives the tools to the assistants in this editor, as long as their owner wants any. */
export function registerTools(parts: ToolParts): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const follow = () => {
    if (isOff()) registered?.dispose();
    registered = isOff() ? undefined : (registered ?? register(parts));
    // For the palette, which has the command as long as nothing is known.
    void vscode.commands.executeCommand('setContext', 'briefings.noModels', areModelsOff());
  };
  follow();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(OFF)) follow();
    }),
    new vscode.Disposable(() => {
      registered?.dispose();
    }),
  );
}

function register(parts: ToolParts): vscode.Disposable | undefined {
  // Editors that are made of VS Code may have none of this.
  const { lm } = vscode as Partial<typeof vscode>;
  if (typeof lm?.registerTool !== 'function') return undefined;
  const registered = Object.entries(TOOLS).map(([name, tool]) =>
    lm.registerTool(name, languageModelTool(tool, parts)),
  );
  return new vscode.Disposable(() => {
    for (const one of registered) one.dispose();
  });
}
