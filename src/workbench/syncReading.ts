import * as vscode from 'vscode';
import type { ReadingLog } from '../library/readingLog.ts';
import { decodeMarks, encodeMarks } from '../library/syncedMarks.ts';
import { decodePlaces, encodePlaces } from '../library/syncedPlaces.ts';

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
  log: ReadingLog,
  state: vscode.Memento & { setKeysForSync(keys: readonly string[]): void },
  known: Promise<unknown>,
): vscode.Disposable {
  state.setKeysForSync([KEY, PLACES]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const receive = () => log.merge([...decodeMarks(state.get(KEY)), ...decodePlaces(state.get(PLACES))]);
  const send = async () => {
    timer = undefined;
    await receive();
    const marks = encodeMarks(log.marks, LIMIT);
    if (JSON.stringify(marks) !== JSON.stringify(state.get(KEY))) await state.update(KEY, marks);
    const places = encodePlaces(log.marks, PLACES_LIMIT);
    if (places !== state.get(PLACES)) await state.update(PLACES, places);
  };
  void known.then(receive);
  return vscode.Disposable.from(
    log.onDidChange(() => {
      timer ??= setTimeout(() => void send(), DELAY);
    }),
    // VS Code does not tell of what has come in.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void receive();
      // Places change all the time, and no mark may come with the last of them.
      else void known.then(send);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}
