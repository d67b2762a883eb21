import * as vscode from 'vscode';

export function newsOf(fresh: number): string {
  const { t } = vscode.l10n;
  return fresh === 1 ? t('1 new entry') : t('{0} new entries', fresh);
}
