import * as vscode from 'vscode';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { OpenBriefing } from '../sources/openBriefing.ts';
import { BriefingEditor, EDITOR_TYPE } from './briefingEditor.ts';
import { handlePageMessages } from './pageHandlers.ts';
import { READER_TYPE } from './readerPanel.ts';
import { ReaderRestorer } from './readerRestorer.ts';
import type { Readers } from './readers.ts';
import type { ReadingKeys } from './readingKeys.ts';
import { ReadingTracker } from './readingTracker.ts';

/** What readers need to come to life. */
export interface ReaderParts {
  readonly readers: Readers;
  readonly readingLog: ReadingLog;
  readonly load: OpenBriefing;
  /** When the log knows what was read before. */
  readonly restored: Promise<unknown>;
}

/** Has the readers answer, be remembered, come back after a reload, and be there as an editor of files. */
export function registerReaders(parts: ReaderParts & { readonly keys: ReadingKeys }): vscode.Disposable {
  const { readers, readingLog, keys } = parts;
  const tracker = new ReadingTracker(readingLog, readers);
  return vscode.Disposable.from(
    tracker,
    handlePageMessages({ readers, readingLog, keys, tracker }),
    vscode.window.registerCustomEditorProvider(EDITOR_TYPE, new BriefingEditor(parts), {
      webviewOptions: { enableFindWidget: true },
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.window.registerWebviewPanelSerializer(READER_TYPE, new ReaderRestorer(parts)),
    readers,
  );
}
