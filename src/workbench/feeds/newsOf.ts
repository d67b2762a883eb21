import * as vscode from 'vscode';
import type { CheckSummary } from '../../intake/feeds/checkFeed.ts';
import { plural } from '../plural.ts';

/** `4 new briefings`; counted in entries if all of them were added to existing briefings. */
export function newsOf({ fresh, briefings }: CheckSummary): string {
  const { t } = vscode.l10n;
  if (briefings > 0) return briefings === 1 ? t('1 new briefing') : plural('{0} new briefings', briefings);
  return fresh === 1 ? t('1 new entry') : plural('{0} new entries', fresh);
}
