import * as vscode from 'vscode';

const SCHEME = 'briefings-state';

/** A URI that stands for a state, so that VS Code asks how it is decorated. It names no file. */
export function stateUri(state: 'read' | 'unread'): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${state}` });
}

/** Dims read items. The icon carries the same state without colour. */
export function registerDecorations(): vscode.Disposable {
  const { t } = vscode.l10n;
  const read = new vscode.FileDecoration(
    undefined,
    t('Read'),
    new vscode.ThemeColor('descriptionForeground'),
  );
  const unread = new vscode.FileDecoration(undefined, t('Unread'));
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, path }) =>
      scheme === SCHEME ? (path === '/read' ? read : unread) : undefined,
  });
}
