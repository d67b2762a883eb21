import * as vscode from 'vscode';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { decodeMarks, encodeMarks, decodePlaces, encodePlaces } from '../../library/log/synced.ts';
import { NEWS_SEEN } from '../sidebar/newsMark.ts';
import type { Logger, Storage } from '../../library/ports.ts';
import { reasonOf } from '../errors.ts';

const KEY = 'readingLog';
const PLACES = 'readingPlaces';
/** What travels between machines, in bytes: every change of it is sent whole. */
const LIMIT = 64 * 1024;
const PLACES_LIMIT = 8 * 1024;
/** How long after a mark it is sent, in ms. */
const DELAY = 5000;

/**
 * Has stars, the latest read marks and the latest places travel with Settings Sync. What travels is a copy: the log's own files stay the
 * truth, so a window or a machine that writes over another's copy takes nothing from it.
 */
export function syncReading(
  readingLog: ReadingLog,
  state: vscode.Memento & { setKeysForSync(keys: readonly string[]): void },
  restored: Promise<unknown>,
  logger: Logger,
): vscode.Disposable {
  state.setKeysForSync([KEY, PLACES, NEWS_SEEN]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const receive = () =>
    readingLog.merge([...decodeMarks(state.get(KEY)), ...decodePlaces(state.get(PLACES))]);
  const send = async () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      await receive();
      const marks = encodeMarks(readingLog.marks, LIMIT);
      if (JSON.stringify(marks) !== JSON.stringify(state.get(KEY))) await state.update(KEY, marks);
      const places = encodePlaces(readingLog.marks, PLACES_LIMIT);
      if (places !== state.get(PLACES)) await state.update(PLACES, places);
    } catch (error) {
      // The next change is sent with all that was not.
      logger.warn(`What was read cannot be handed to Settings Sync: ${reasonOf(error)}`);
    }
  };
  void restored.then(receive);
  return vscode.Disposable.from(
    readingLog.onDidChange(() => {
      timer ??= setTimeout(() => void send(), DELAY);
    }),
    // VS Code does not tell of what has come in.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void receive();
      // Places change all the time, and no mark may come with the last of them.
      else void restored.then(send);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

/** What others have read is seen within this time, in ms. */
const LOOK = 900;

/**
 * Has the reading log follow other windows where the file system does not tell of changes. As soon as it has told of
 * one, the log follows by that alone: this window's own writing is such a change.
 */
export function followOtherWindows(readingLog: ReadingLog, files: Storage): vscode.Disposable {
  const looking = setInterval(() => void readingLog.follow(), LOOK);
  const stop = () => {
    clearInterval(looking);
  };
  const told = files.onDidChange(stop);
  return new vscode.Disposable(() => {
    told.dispose();
    stop();
  });
}
