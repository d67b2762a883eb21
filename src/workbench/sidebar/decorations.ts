import * as vscode from 'vscode';

const SCHEME = 'briefings-state';

/** Returns a URI that represents a state, so that VS Code asks how to decorate the row. It is not the URI of a file. */
export function stateUri(state: 'read' | 'unread'): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${state}` });
}

/** Dims read items. For users who do not see colours, the icon shows the same state. */
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
