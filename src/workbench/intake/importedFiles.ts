import { joinFilled } from '../../base/joinFilled.ts';
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
export function reportImported(imported: ImportedFiles): void {
  showImported(imported);
  const { copies, known, failed } = imported;
  const [existing, ...others] = known;
  if (existing && others.length + copies.length + failed.length === 0)
    void vscode.commands.executeCommand('briefings.openBriefing', existing);
}

export function showImported(imported: ImportedFiles): void {
  const message = importedMessage(imported);
  if (imported.failed.length + imported.leftOut.count > 0) void warn(message);
  else if (message !== '') showInStatusBar(message);
}

/**
 * Returns what could not be imported and why, or how many briefings were imported; and what was left out of a mailbox.
 * '' for nothing.
 */
export function importedMessage(imported: ImportedFiles): string {
  const { failed, leftOut, isStopped } = imported;
  const [first] = failed;
  const sentences = [
    isStopped && vscode.l10n.t('Stopped.'),
    first ? failedMessage(first, failed.length - 1) : countMessage(imported),
    leftOutMessage(leftOut),
  ];
  return joinFilled(sentences, ' ');
}

/** `“a.png” was not copied: ….`, and how many others were not copied. */
function failedMessage(first: FailedFile, more: number): string {
  const { t } = vscode.l10n;
  const name = tidy(first.name);
  const message =
    'fault' in first
      ? t('“{0}” was not copied. {1}', name, fileProblemMessage(first.fault))
      : t('“{0}” was not copied: {1}.', name, first.reason);
  if (more === 0) return message;
  return `${message} ${more === 1 ? t('1 more was not copied either.') : plural('{0} more were not copied either.', more)}`;
}

function countMessage({ copies, known, mailbox }: ImportedFiles): string {
  const { t } = vscode.l10n;
  const all = copies.length + known.length;
  if (all === 0) return '';
  if (copies.length === 0)
    return all === 1
      ? t('This briefing is already in the inbox.')
      : plural('All {0} briefings are already in the inbox.', all);
  const message = mailbox === undefined ? copiedMessage(copies.length) : mailboxMessage(all, tidy(mailbox));
  if (known.length === 0) return message;
  return `${message} ${known.length === 1 ? t('1 already existed.') : plural('{0} already existed.', known.length)}`;
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
