import * as vscode from 'vscode';
import { tidy } from '../../base/tidy.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { showInStatusBar, warn } from '../notify.ts';
import type { FailedFile, ImportedFiles } from './importFiles.ts';
import { plural } from '../plural.ts';

/**
 * Reports the result of a drop. New briefings are not opened, since several would hide one another. Only a single
 * briefing that existed already is opened, since no new row shows where it is.
 */
export function reportImported(brought: ImportedFiles): void {
  showImported(brought);
  const { copies, known, failed } = brought;
  const [there, ...others] = known;
  if (there && others.length + copies.length + failed.length === 0)
    void vscode.commands.executeCommand('briefings.openBriefing', there);
}

export function showImported(brought: ImportedFiles): void {
  const said = importedMessage(brought);
  if (brought.failed.length + brought.leftOut.count > 0) void warn(said);
  else if (said !== '') showInStatusBar(said);
}

/**
 * Returns what could not be imported and why, or how many briefings were imported; and what was left out of a mailbox.
 * '' for nothing.
 */
export function importedMessage(brought: ImportedFiles): string {
  const { failed, leftOut, isStopped } = brought;
  const [first] = failed;
  const sentences = [
    isStopped && vscode.l10n.t('Stopped.'),
    first ? failedMessage(first, failed.length - 1) : countMessage(brought),
    leftOutMessage(leftOut),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** `“a.png” was not copied: ….`, and how many others were not copied. */
function failedMessage(first: FailedFile, more: number): string {
  const { t } = vscode.l10n;
  const name = tidy(first.name);
  const said =
    'fault' in first
      ? t('“{0}” was not copied. {1}', name, fileProblemMessage(first.fault))
      : t('“{0}” was not copied: {1}.', name, first.reason);
  if (more === 0) return said;
  return `${said} ${more === 1 ? t('1 more was not copied either.') : plural('{0} more were not copied either.', more)}`;
}

function countMessage({ copies, known, mailbox }: ImportedFiles): string {
  const { t } = vscode.l10n;
  const all = copies.length + known.length;
  if (all === 0) return '';
  if (copies.length === 0)
    return all === 1
      ? t('This briefing is already in the inbox.')
      : plural('All {0} briefings are already in the inbox.', all);
  const said = mailbox === undefined ? copiedMessage(copies.length) : mailboxMessage(all, tidy(mailbox));
  if (known.length === 0) return said;
  return `${said} ${known.length === 1 ? t('1 already existed.') : plural('{0} already existed.', known.length)}`;
}

function copiedMessage(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 briefing copied to the inbox.')
    : plural('{0} briefings copied to the inbox.', count);
}

function mailboxMessage(count: number, mailbox: string): string {
  return count === 1
    ? vscode.l10n.t('1 briefing from “{0}” is in the inbox.', mailbox)
    : plural('{0} briefings from “{1}” are in the inbox.', count, mailbox);
}

function leftOutMessage({ count, fault }: ImportedFiles['leftOut']): string {
  const { t } = vscode.l10n;
  if (!fault) return '';
  const why = fileProblemMessage(fault);
  return count === 1
    ? t('1 email was left out. {0}', why)
    : plural('{0} emails were left out. {1}', count, why);
}
