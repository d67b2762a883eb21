import * as vscode from 'vscode';

/**
 * Opens an address outside of VS Code, exactly as it is written. As a `Uri` it would become another one, since VS Code
 * decodes and re-encodes it: `Why_Marry%3F` -> `Why_Marry%253F`, `?q=AT%26T` -> `?q=AT&T`. VS Code keeps a string as it
 * is (checked in 1.100.3 and 1.139.1, in both kinds of extension host), though the type does not allow one.
 * `vscode.open` keeps it too, but does not accept `mailto:` as a string.
 */
export async function openExternal(href: string): Promise<void> {
  await vscode.env.openExternal(href as unknown as vscode.Uri);
}
