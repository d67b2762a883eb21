import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import type { CheckSummary } from '../../intake/feeds/checkFeed.ts';
import { plural } from '../plural.ts';
import type { CheckResult } from './feedEngine.ts';

/** `4 new briefings`; counted in entries if all of them were added to existing briefings. */
export function newEntriesMessage({ fresh, briefings }: CheckSummary): string {
  const { t } = vscode.l10n;
  if (briefings > 0) return briefings === 1 ? t('1 new briefing') : plural('{0} new briefings', briefings);
  return fresh === 1 ? t('1 new entry') : plural('{0} new entries', fresh);
}

/** `3 new briefings · 1 source failed` */
export function checkSummary({ fresh, briefings, failed, isElsewhere, isStopped }: CheckResult): string {
  const { t } = vscode.l10n;
  if (isElsewhere) return t('Another window is checking your sources.');
  const news = fresh > 0 ? newEntriesMessage({ fresh, briefings }) : !isStopped && t('Nothing new');
  const count = failed.length;
  const failures = count > 0 && (count === 1 ? t('1 source failed') : plural('{0} sources failed', count));
  return joinFilled([isStopped && t('Stopped'), news, failures], ' · ');
}
