import * as vscode from 'vscode';
import type { TimeFormats } from '../base/formatTime.ts';
import type { Problem, Range } from '../briefing/model.ts';
import { tidy } from '../base/tidy.ts';
import { type Finding, RULES } from '../language/rules.ts';
import { isConverted } from '../library/files/fileName.ts';
import type { FileProblem } from '../library/entry.ts';
import { EXTENSION_ID } from './extensionId.ts';
import { plural } from './plural.ts';

/** Converts values of the pure folders to VS Code's, and to words in the person's language. */

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** `Line 3: [7] points at no reference. …`; without the line where the file's own lines are other ones. */
export function problemMessage(problem: Problem, uri: string): string {
  const message = ruleMessage(problem);
  return problem.code === 'empty' || isConverted(uri)
    ? message
    : vscode.l10n.t('Line {0}: {1}', problem.range.start.line + 1, message);
}

/** Returns a rule's message about one place in a text, in the person's language. */
export function ruleMessage({ code, details }: Finding): string {
  // eslint-disable-next-line no-restricted-syntax -- a finding has two details at most
  return vscode.l10n.t(RULES[code].message, ...details.map(tidy));
}

export function fileProblemMessage(problem: FileProblem): string {
  switch (problem.kind) {
    case 'missing':
      return vscode.l10n.t('The file no longer exists.');
    case 'notAFile':
      return vscode.l10n.t('This file cannot be read.');
    case 'link':
      return vscode.l10n.t('This is a symbolic link, which is not followed. Open the file it points to.');
    case 'binary':
      return vscode.l10n.t('The file is binary, not text.');
    case 'tooLarge': {
      const { language } = vscode.env;
      const megabytes = new Intl.NumberFormat(language, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
      return vscode.l10n.t(
        'The file is too large ({0} MB; the limit is {1} MB).',
        megabytes.format(problem.size / 1e6),
        Math.floor(problem.limit / 1e6),
      );
    }
    case 'notAMail':
      return vscode.l10n.t('The file is not an email.');
    case 'tooManyParts':
      return vscode.l10n.t('The email has too many parts.');
    case 'tooManyLines':
      return vscode.l10n.t('The email has too many lines.');
    case 'noText':
      return vscode.l10n.t('The file has no text.');
    case 'unreadable':
      return vscode.l10n.t('The file cannot be read: {0}', problem.reason);
  }
}

/** What the path of a file ends its internal part with if VS Code keeps the file for the extension. */
const STORAGE = `/globalstorage/${EXTENSION_ID}/`;

/**
 * A file's path for display: `briefings/monday.md`, or `inbox/feed-a.example/monday.md` for a file that VS Code keeps for
 * the extension. `tidy` makes visible what a name could hide.
 */
export function pathLabel(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  const internal = path.toLowerCase().lastIndexOf(STORAGE);
  return tidy(internal < 0 ? path : path.slice(internal + STORAGE.length));
}

/** `{0} min`, `{0} h`: with a placeholder for the number. */
export function timeWords(): TimeFormats {
  const { t } = vscode.l10n;
  return { minutes: t('{0} min', '{0}'), hours: t('{0} h', '{0}') };
}

/** `2025-08-19` -> the date as the person's language writes it. */
export function dateLabel(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(vscode.env.language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `Aug 19`, with the year where it is not the current one: for narrow places. */
export function shortDateLabel(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== String(new Date().getFullYear()) && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** `5 items` */
export function itemsLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('1 item') : plural('{0} items', count);
}
