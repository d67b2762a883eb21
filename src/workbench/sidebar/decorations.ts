import * as vscode from 'vscode';

const SCHEME = 'briefings-state';

/** Returns a URI that represents a state, so that VS Code asks how to decorate the row. It is not the URI of a file. */
export function stateUri(state: 'read' | 'unread' | 'problem'): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${state}` });
}

/**
 * Dims read items, and marks files with problems as the Explorer does. For users who do not see colours, the icon shows
 * the state, and the badge that there is a problem.
 */
export function registerDecorations(): vscode.Disposable {
  const { t } = vscode.l10n;
  const { FileDecoration, ThemeColor } = vscode;
  const decorations: Readonly<Record<string, vscode.FileDecoration>> = {
    '/read': new FileDecoration(undefined, t('Read'), new ThemeColor('descriptionForeground')),
    '/unread': new FileDecoration(undefined, t('Unread')),
    '/problem': new FileDecoration('!', t('Has Problems'), new ThemeColor('list.warningForeground')),
  };
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, path }) => (scheme === SCHEME ? decorations[path] : undefined),
  });
}
