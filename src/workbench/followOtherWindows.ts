import * as vscode from 'vscode';
import type { Storage } from '../library/ports.ts';
import type { ReadingLog } from '../library/readingLog.ts';

/** What others have read is seen within this time, in ms. */
const LOOK = 900;

/**
 * Has the reading log follow other windows where the file system does not tell of changes. As soon as it has told of
 * one, the log follows by that alone: this window's own writing is such a change.
 */
export function followOtherWindows(log: ReadingLog, files: Storage): vscode.Disposable {
  const looking = setInterval(() => void log.follow(), LOOK);
  const stop = () => {
    clearInterval(looking);
  };
  const told = files.onDidChange(stop);
  return new vscode.Disposable(() => {
    told.dispose();
    stop();
  });
}
