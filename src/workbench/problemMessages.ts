import * as vscode from 'vscode';
import { tidy } from '../base/tidy.ts';
import type { Problem } from '../briefing/model.ts';
import { type Finding, RULES } from '../language/rules.ts';
import type { FileFault } from '../library/ports.ts';
import { isConverted } from '../library/files/fileName.ts';

/** `Line 3: [7] points at no reference. …`; without the line if the file itself has other lines. */
export function problemMessage(problem: Problem, uri: string): string {
  const message = ruleMessage(problem);
  return problem.code === 'empty' || isConverted(uri)
    ? message
    : vscode.l10n.t('Line {0}: {1}', problem.range.start.line + 1, message);
}

/** Returns a rule's message about one place in a text, in the user's language. */
export function ruleMessage({ code, details }: Finding): string {
  // eslint-disable-next-line no-restricted-syntax -- a finding has two details at most
  return vscode.l10n.t(RULES[code].message, ...details.map(tidy));
}

export function fileProblemMessage(problem: FileFault): string {
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
