import * as vscode from 'vscode';
import type { Briefing } from '../../../briefing/model.ts';
import { writeBriefing } from '../../../briefing/writeBriefing.ts';
import { localDay } from '../../../library/days.ts';
import { exportHtml } from '../../../share/exportHtml.ts';
import { exportJson } from '../../../share/exportJson.ts';
import { dateLabel } from '../../labels.ts';

/** A kind of file that a briefing can be exported as. */
export interface ExportFormat {
  /** A name that is the same in all languages. */
  readonly name: string;
  readonly extension: string;
  /** Returns what the format is good for, in the user's language. */
  description(): string;
  write(briefing: Briefing): string;
  /** Whether a browser shows the file. */
  readonly isPage: boolean;
}

export const MARKDOWN: ExportFormat = {
  name: 'Markdown',
  extension: 'md',
  description: () => vscode.l10n.t('clean Markdown, whatever the source format'),
  write: writeBriefing,
  isPage: false,
};

export const HTML: ExportFormat = {
  name: 'HTML',
  extension: 'html',
  description: () => vscode.l10n.t('one file to read, send or print'),
  write: (briefing) =>
    pageOf(briefing, vscode.l10n.t('Exported by Briefing Reader on {0}', dateLabel(localDay(new Date())))),
  isPage: true,
};

/** The HTML format with another last line, for printing. */
export const PRINTED_PAGE: ExportFormat = {
  ...HTML,
  write: (briefing) =>
    pageOf(briefing, vscode.l10n.t('Printed by Briefing Reader on {0}', dateLabel(localDay(new Date())))),
};

/** `made`: the page's last line. */
function pageOf(briefing: Briefing, made: string): string {
  return exportHtml(briefing, {
    date: briefing.date === undefined ? undefined : dateLabel(briefing.date),
    footer: made,
  });
}

export const JSON_DATA: ExportFormat = {
  name: 'JSON',
  extension: 'json',
  description: () => vscode.l10n.t('for other programs'),
  write: exportJson,
  isPage: false,
};

/** All formats. Adding one here is enough: the commands and dialogs take it from here. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [MARKDOWN, HTML, JSON_DATA];
