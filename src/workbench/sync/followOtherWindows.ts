import * as vscode from 'vscode';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { Storage } from '../../library/ports.ts';

/** Interval of polling for marks of other windows, in ms. */
const POLL_INTERVAL = 900;

/**
 * Updates the reading log by polling, for marks of other windows on file systems that report no changes. Polling stops
 * at the first reported change, which this window itself may have caused: from then on, events are enough.
 */
export function followOtherWindows(readingLog: ReadingLog, files: Storage): vscode.Disposable {
  const timer = setInterval(() => void readingLog.readChanges(), POLL_INTERVAL);
  const stop = () => {
    clearInterval(timer);
  };
  const listener = files.onDidChange(stop);
  return new vscode.Disposable(() => {
    listener.dispose();
    stop();
  });
}
