import * as vscode from 'vscode';
import { tidy } from '../../base/tidy.ts';
import type { ImportedFiles } from '../sources/inbox.ts';
import { showInStatusBar, warn } from '../notify.ts';

/** What was dropped is opened by a click, as any other: several at once would hide one another. */
export function reportImported(brought: ImportedFiles): void {
  const said = importedSentence(brought);
  if (brought.failed.length > 0) warn(said);
  else if (said !== '') showInStatusBar(said);
}

/** `“a.png” was not copied: ….`, and how many others were not; or how many were. '' where nothing was dropped. */
export function importedSentence({ copies, failed }: ImportedFiles): string {
  const { t } = vscode.l10n;
  const [first, ...others] = failed;
  if (first) {
    const said = t('“{0}” was not copied: {1}.', tidy(first.name), first.reason);
    const { length } = others;
    if (length === 0) return said;
    return `${said} ${length === 1 ? t('1 more was not copied either.') : t('{0} more were not copied either.', length)}`;
  }
  if (copies.length === 0) return '';
  return copies.length === 1
    ? t('1 briefing copied to the inbox.')
    : t('{0} briefings copied to the inbox.', copies.length);
}
