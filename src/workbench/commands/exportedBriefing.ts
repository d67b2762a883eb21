import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { writeBriefing } from '../../briefing/writeBriefing.ts';
import { localDay } from '../../library/arrangement.ts';
import { exportHtml } from '../../share/exportHtml.ts';
import { exportJson } from '../../share/exportJson.ts';
import { fileStem } from '../../share/fileStem.ts';
import { dateLabel } from '../convert.ts';
import { saveFile } from '../saveFile.ts';

/** As what a briefing can be exported: also the ending of the file's name. */
export type ExportFormat = 'md' | 'html' | 'json';

/** Writes a briefing to a file, whatever was there. */
export async function exportTo(uri: vscode.Uri, briefing: Briefing, format: ExportFormat): Promise<void> {
  await saveFile(uri, exported(briefing, format));
}

export function exported(briefing: Briefing, format: ExportFormat): string {
  switch (format) {
    case 'md':
      return writeBriefing(briefing);
    case 'html': {
      const today = dateLabel(localDay(new Date()));
      return exportHtml(briefing, {
        date: briefing.date === undefined ? undefined : dateLabel(briefing.date),
        made: vscode.l10n.t('Exported by Briefing Reader on {0}', today),
      });
    }
    case 'json':
      return exportJson(briefing);
  }
}

export function exportName(briefing: Briefing, format: ExportFormat): string {
  return `${fileStem(briefing)}.${format}`;
}
