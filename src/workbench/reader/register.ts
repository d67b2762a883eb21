import * as vscode from 'vscode';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { OpenBriefing } from '../openBriefing.ts';
import { answerPage } from './answerPage.ts';
import { BriefingEditor, EDITOR_TYPE } from './briefingEditor.ts';
import { READER_TYPE } from './readerPanel.ts';
import { ReaderRestorer } from './readerRestorer.ts';
import type { Readers } from './readers.ts';
import { ReadingTracker } from './readingTracker.ts';

/** What readers need to come to life. */
export interface ReaderParts {
  readonly readers: Readers;
  readonly log: ReadingLog;
  readonly load: OpenBriefing;
  /** When the log knows what was read before. */
  readonly restored: Promise<unknown>;
}

/** Has the readers answer, be remembered, come back after a reload, and be there as an editor of files. */
export function registerReaders(parts: ReaderParts): vscode.Disposable {
  const { readers, log } = parts;
  return vscode.Disposable.from(
    answerPage(readers, log),
    new ReadingTracker(log, readers),
    vscode.window.registerCustomEditorProvider(EDITOR_TYPE, new BriefingEditor(parts), {
      webviewOptions: { enableFindWidget: true },
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.window.registerWebviewPanelSerializer(READER_TYPE, new ReaderRestorer(parts)),
    readers,
  );
}
