import { join } from 'node:path';
import type * as vscode from 'vscode';
import { requireCached } from './codeCache.ts';

/* The entry point in extension hosts with Node. It loads the same file as a browser does, only faster. */

/** What VS Code calls of the extension. */
interface Extension {
  activate(context: vscode.ExtensionContext): unknown;
  deactivate(): Promise<void>;
}

/** In ms. By then, all code of a start has run, and V8 has not yet dropped any of it. */
const UNTIL_STARTED = 5000;

// eslint-disable-next-line no-restricted-syntax -- VS Code passes nothing to `deactivate`
let running: Extension | undefined;

export function activate(context: vscode.ExtensionContext): unknown {
  const cache = join(context.globalStorageUri.fsPath, 'code', 'extension.bin');
  running = requireCached(join(__dirname, 'extension.js'), cache, (save) => {
    setTimeout(save, UNTIL_STARTED);
  }) as Extension;
  return running.activate(context);
}

export async function deactivate(): Promise<void> {
  await running?.deactivate();
}
