import { ReadingLog } from '../../../src/library/log/readingLog.ts';
import { nodeStorage } from '../nodeFolder.ts';
import { Lines } from './lines.ts';

/*
 * Simulates a window in a process that may be killed. Each line that it prints is a key whose mark was acknowledged, or
 * one of the words `ready`, `marked` and `done`.
 *
 *   mark  FOLDER HOW ID OLDER          marks OLDER keys at once, prints `ready`, then marks keys one by one for ever
 *   share FOLDER HOW ID COUNT TOTAL    marks COUNT keys one by one, and prints `done` when it sees TOTAL marks
 *   fold  FOLDER HOW                   loads and folds the log
 *
 * HOW is `replace` or `remove`: whether a file is replaced in one step or removed first.
 */
async function main([what, folder = '', how, id = '', first, second]: readonly string[]): Promise<void> {
  const reading = new ReadingLog(nodeStorage(folder, how === 'remove'), { now: Date.now }, new Lines(), id);
  if (what === 'fold') say('ready');
  await reading.readChanges();
  await reading.compact();
  if (what === 'mark') return markForEver(reading, id, Number(first));
  if (what === 'share') return share(reading, id, Number(first), Number(second));
  say('done');
}

async function markForEver(reading: ReadingLog, id: string, older: number): Promise<void> {
  const keys = Array.from({ length: older }, (_, i) => `${id}-older${i}`);
  await reading.markRead(keys);
  say('ready');
  for (let i = 0; ; i++) await mark(reading, `${id}-${i}`);
}

async function share(reading: ReadingLog, id: string, count: number, total: number): Promise<void> {
  say('ready');
  const following = setInterval(() => void reading.readChanges(), 100);
  for (let i = 0; i < count; i++) await mark(reading, `${id}-${i}`);
  say('marked');
  while ([...reading.marks].length < total) await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(following);
  say('done');
}

async function mark(reading: ReadingLog, key: string): Promise<void> {
  await reading.markRead([key]);
  say(key);
}

/** Prints a line. A pipe is written synchronously, so the line is out before the process can be killed. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main(process.argv.slice(2));
