import * as vscode from 'vscode';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import {
  decodeMarks,
  encodeMarks,
  decodePlaces,
  encodePlaces,
} from '../../library/log/settingsSyncFormat.ts';
import { NEWS_SEEN } from '../sidebar/newsSeenStore.ts';
import type { Logger } from '../../library/ports.ts';
import { reasonOf } from '../errors.ts';

const STORAGE_KEY = 'readingLog';
const PLACES = 'readingPlaces';
/** Maximum size of the synced data, in bytes: every change sends all of it. */
const LIMIT = 64 * 1024;
const PLACES_LIMIT = 8 * 1024;
/** How long marks are collected before they are sent, in ms. */
const DELAY = 5000;

/**
 * Syncs stars, the latest read marks and the latest places with Settings Sync. What is synced is a copy: the log's own
 * files remain the source of truth, so a window or machine that overwrites another's copy loses nothing.
 */
export function syncReading(
  readingLog: ReadingLog,
  state: vscode.Memento & { setKeysForSync(keys: readonly string[]): void },
  restored: Promise<unknown>,
  logger: Logger,
): vscode.Disposable {
  state.setKeysForSync([STORAGE_KEY, PLACES, NEWS_SEEN]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mergeReceived = () =>
    readingLog.merge([...decodeMarks(state.get(STORAGE_KEY)), ...decodePlaces(state.get(PLACES))]);
  const send = async () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      await mergeReceived();
      const marks = encodeMarks(readingLog.marks, LIMIT);
      if (JSON.stringify(marks) !== JSON.stringify(state.get(STORAGE_KEY)))
        await state.update(STORAGE_KEY, marks);
      const places = encodePlaces(readingLog.marks, PLACES_LIMIT);
      if (places !== state.get(PLACES)) await state.update(PLACES, places);
    } catch (error) {
      // The next change also sends what was not sent.
      logger.warn(`What was read cannot be handed to Settings Sync: ${reasonOf(error)}`);
    }
  };
  void restored.then(mergeReceived);
  return vscode.Disposable.from(
    readingLog.onDidChange(() => {
      timer ??= setTimeout(() => void send(), DELAY);
    }),
    // VS Code has no event for received values.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void mergeReceived();
      // Places change all the time, and the last of them may not be followed by a mark, which would send them.
      else void restored.then(send);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}
