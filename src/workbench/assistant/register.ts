import * as vscode from 'vscode';
import type { ToolInput } from './tool.ts';

/** What answers for a tool: loaded when it is first called. */
export type ToolOf = (name: string) => Promise<vscode.LanguageModelTool<ToolInput>>;

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

/** Gives the tools of these names to the assistants in this editor, as long as their owner wants any. */
export function registerTools(names: readonly string[], toolOf: ToolOf): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const follow = () => {
    if (isOff()) registered?.dispose();
    registered = isOff() ? undefined : (registered ?? register(names, toolOf));
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

function register(names: readonly string[], toolOf: ToolOf): vscode.Disposable | undefined {
  // Editors that are made of VS Code may have none of this.
  const { lm } = vscode as Partial<typeof vscode>;
  if (typeof lm?.registerTool !== 'function') return undefined;
  const registered = names.map((name) =>
    lm.registerTool<ToolInput>(name, {
      invoke: async (options, token) => (await toolOf(name)).invoke(options, token),
      prepareInvocation: async (options, token) => (await toolOf(name)).prepareInvocation?.(options, token),
    }),
  );
  return new vscode.Disposable(() => {
    for (const one of registered) one.dispose();
  });
}
