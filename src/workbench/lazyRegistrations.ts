import * as vscode from 'vscode';
import { registerTools } from './assistant/register.ts';
import type { DeferredParts } from './deferredParts.ts';
import { trackDisposal } from './reader/trackDisposal.ts';
import { EDITOR_TYPE, READER_TYPE } from './reader/viewTypes.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/**
 * Registers everything that VS Code may call as soon as the extension runs. The first call loads the code that handles
 * it.
 */
export function registerLazily(
  { packageJSON }: vscode.Extension<unknown>,
  whenDeferred: () => Promise<DeferredParts>,
): vscode.Disposable {
  const { commands, languageModelTools } = (packageJSON as Manifest).contributes;
  const toolNames = languageModelTools.map(({ name }) => name);
  const registered = commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (argument: unknown, selection: unknown) =>
      (await whenDeferred()).run(command, argument, selection),
    ),
  );
  return vscode.Disposable.from(
    new vscode.Disposable(() => {
      for (const one of registered) one.dispose();
    }),
    vscode.window.registerCustomEditorProvider(
      EDITOR_TYPE,
      {
        resolveCustomTextEditor: async (document, panel) =>
          (await whenDeferred()).editor.resolveCustomTextEditor(document, panel),
      },
      { webviewOptions: { enableFindWidget: true }, supportsMultipleEditorsPerDocument: true },
    ),
    vscode.window.registerWebviewPanelSerializer(READER_TYPE, {
      async deserializeWebviewPanel(panel, saved) {
        const isClosed = trackDisposal(panel);
        const { restorer } = await whenDeferred();
        if (!isClosed()) await restorer.deserializeWebviewPanel(panel, saved);
      },
    }),
    vscode.window.registerUriHandler({
      handleUri: async (uri) => (await whenDeferred()).links.handleUri(uri),
    }),
    registerTools(toolNames, async (name) => (await whenDeferred()).toolOf(name)),
  );
}
