import * as vscode from 'vscode';

/** A row that explains a filter, and puts it into the box. */
export interface FilterRow extends vscode.QuickPickItem {
  readonly filter: string;
}

/** All that a search can be narrowed by. */
export function filterRows(): FilterRow[] {
  const { t } = vscode.l10n;
  const filters: readonly (readonly [filter: string, shown: string, meaning: string])[] = [
    ['is:unread ', 'is:unread', t('not read yet; is:read for what has been')],
    ['is:starred ', 'is:starred', t('with a star')],
    ['site:', 'site:reuters.com', t('whose reference is of this site')],
    ['after:', 'after:2025-08', t('from this day, month or year on')],
    ['before:', 'before:2026', t('before this day, month or year')],
    ['in:"', 'in:"weekly notes"', t('in a folder with these words in its path')],
    ['"', '"security guarantees"', t('these words, one after the other')],
    ['-', '-draft', t('without this word')],
  ];
  return filters.map(([filter, shown, meaning]) => ({
    label: shown,
    description: meaning,
    alwaysShow: true,
    filter,
  }));
}
