import * as vscode from 'vscode';

/** What is said below a page that has more than is read. */
export function cutRemark(): string {
  return vscode.l10n.t(
    'This page is too long or too complex to be read as a whole: from some place on, it is words alone or left out. Open the page itself to see all of it.',
  );
}
