import * as vscode from 'vscode';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { OpenBriefing } from '../sources/openBriefing.ts';
import { handlePageMessages } from './pageHandlers.ts';
import type { Readers } from './readers.ts';
import type { ReadingKeys } from './readingKeys.ts';
import { ReadingTracker } from './readingTracker.ts';

/** The dependencies of registering and opening readers. */
export interface ReaderParts {
  readonly readers: Readers;
  readonly readingLog: ReadingLog;
  readonly load: OpenBriefing;
  /** Resolves when the log knows what was read before. */
  readonly restored: Promise<unknown>;
}

/** Handles the readers' messages, and records reading. */
export function registerReaders(
  { readers, readingLog }: Pick<ReaderParts, 'readers' | 'readingLog'>,
  keys: ReadingKeys,
): vscode.Disposable {
  const tracker = new ReadingTracker(readingLog, readers);
  return vscode.Disposable.from(tracker, handlePageMessages({ readers, readingLog, keys, tracker }), readers);
}
