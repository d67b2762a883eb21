import * as vscode from 'vscode';
import type { Briefing } from '../../../briefing/model.ts';
import { writeBriefing } from '../../../briefing/writeBriefing.ts';
import { localDay } from '../../../library/tree/grouping.ts';
import { exportHtml } from '../../../share/exportHtml.ts';
import { exportJson } from '../../../share/exportJson.ts';
import { dateLabel } from '../../convert.ts';

/** A kind of file that a briefing can be exported as. */
export interface ExportFormat {
  /** The same in all languages. */
  readonly name: string;
  readonly extension: string;
  /** What it is good for, in the person's language. */
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

/** The same page, for paper. */
export const PRINTED_PAGE: ExportFormat = {
  ...HTML,
  write: (briefing) =>
    pageOf(briefing, vscode.l10n.t('Printed by Briefing Reader on {0}', dateLabel(localDay(new Date())))),
};

/** `made`: its last line. */
function pageOf(briefing: Briefing, made: string): string {
  return exportHtml(briefing, {
    date: briefing.date === undefined ? undefined : dateLabel(briefing.date),
    made,
  });
}

export const JSON_DATA: ExportFormat = {
  name: 'JSON',
  extension: 'json',
  description: () => vscode.l10n.t('for other programs'),
  write: exportJson,
  isPage: false,
};

/** All that there are. A format that is added here is offered, written and named in the dialog. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [MARKDOWN, HTML, JSON_DATA];
