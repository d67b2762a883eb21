import * as vscode from 'vscode';
import type { ToolInput } from './tool.ts';

/** Returns the implementation of a tool, which is loaded when the tool is first called. */
export type ToolOf = (name: string) => Promise<vscode.LanguageModelTool<ToolInput>>;

/** The setting that turns off all of VS Code's AI features; the `when` of our tools in package.json names it, too. */
const AI_DISABLED = 'chat.disableAIFeatures';

/**
 * Whether the user has turned off AI features, or the editor has none: some editors that are based on VS Code do not.
 */
export function areModelsOff(): boolean {
  const { lm } = vscode as Partial<typeof vscode>;
  return isOff() || typeof lm?.selectChatModels !== 'function';
}

function isOff(): boolean {
  return vscode.workspace.getConfiguration().get(AI_DISABLED) === true;
}

/** Registers the tools of these names, for as long as AI features are not turned off. */
export function registerTools(names: readonly string[], toolOf: ToolOf): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const update = () => {
    if (isOff()) registered?.dispose();
    registered = isOff() ? undefined : (registered ?? register(names, toolOf));
    // For the palette, which shows the command while this key is not set.
    void vscode.commands.executeCommand('setContext', 'briefings.noModels', areModelsOff());
  };
  update();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(AI_DISABLED)) update();
    }),
    new vscode.Disposable(() => {
      registered?.dispose();
    }),
  );
}

function register(names: readonly string[], toolOf: ToolOf): vscode.Disposable | undefined {
  // Some editors that are based on VS Code lack these APIs.
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
