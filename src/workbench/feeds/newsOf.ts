import * as vscode from 'vscode';
import { plural } from '../plural.ts';

export function newsOf(fresh: number): string {
  const { t } = vscode.l10n;
  return fresh === 1 ? t('1 new entry') : plural('{0} new entries', fresh);
}
