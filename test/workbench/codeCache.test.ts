import * as vscode from 'vscode';
import { node } from './support/node.ts';
import { parts, until } from './support/parts.ts';

describe('The extension’s compiled code', () => {
  it('has a file after the first start, so that the second one saves it', async function () {
    // A browser does that by itself.
    if (!node) this.skip();
    const { inbox } = await parts();
    const folder = vscode.Uri.joinPath(inbox.folder, '../code');
    const saved = () => vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
    await until('the file', async () => (await saved()).some(([name]) => name === 'extension.bin'));
  });
});
