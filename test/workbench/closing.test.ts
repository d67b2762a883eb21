import assert from 'node:assert/strict';
import type { createRequire } from 'node:module';
import * as vscode from 'vscode';
import { wordsKey } from '../../src/briefing/text/wordsKey.ts';
import { EXTENSION_ID } from '../../src/workbench/extensionId.ts';
import { node } from './support/node.ts';
import { parts } from './support/parts.ts';

describe('A window that is closed', () => {
  it('makes VS Code wait until the place is written', async function () {
    // In a browser, tests cannot load the extension’s own module.
    if (!node) this.skip();
    const { readingLog } = await parts();
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    const modules = node.getBuiltinModule('node:module') as { readonly createRequire: typeof createRequire };
    const main = modules.createRequire(`${extension.extensionPath}/`)('./dist/desktop.js') as {
      deactivate(): Promise<void>;
    };
    let isWritten = false;
    const place = { item: '', number: 0, offset: 0.5 };
    const writing = readingLog.stopAt(wordsKey('where reading stopped'), place).then(() => {
      isWritten = true;
    });
    await main.deactivate();
    assert.ok(isWritten);
    await writing;
  });
});
