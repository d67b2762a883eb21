import fs from 'node:fs';
import path from 'node:path';
import { ReadingLog } from '../../../src/library/log/readingLog.ts';
import { flipped, randomFrom } from '../../library/support/random.ts';
import { nodeStorage } from '../nodeFolder.ts';
import { Lines } from './lines.ts';
import { inFolder, look } from './windows.ts';

export interface Damage {
  /** The number of damaged files. */
  readonly files: number;
  /** The most marks that any of them lost, not counting marks whose own line was damaged. */
  readonly lost: number;
  /** The number of files whose bytes were not kept under some name. */
  readonly notKept: number;
  /** The number of flipped bits that went unnoticed. */
  readonly unnoticed: number;
}

/** Returns a log file as a window writes it. */
async function realLog(marks: number): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const reading = new ReadingLog(nodeStorage(folder), { now: Date.now }, new Lines(), 'w');
    for (let i = 0; i < marks; i++) {
      if (i % 10 === 0) void reading.stopAt(`p${i}`, { item: `k${i}`, number: i, offset: i / marks });
      else void (i % 3 === 0 ? reading.star([`k${i}`]) : reading.markRead([`k${i}`], true));
    }
    await reading.flush();
    const [name = ''] = fs.readdirSync(folder);
    return fs.readFileSync(path.join(folder, name));
  });
}

/** Cuts a log at every length. */
export async function cutEverywhere(): Promise<Damage> {
  const bytes = await realLog(50);
  let [lost, notKept] = [0, 0];
  for (let length = 0; length <= bytes.length; length++) {
    const cut = bytes.subarray(0, length);
    // The number of intact lines; the last one may lack its newline.
    const whole = cut.filter((byte) => byte === 0x0a).length + (bytes[length] === 0x0a ? 1 : 0);
    const { count, isKept } = await read(cut);
    lost = Math.max(lost, whole - count);
    if (!isKept) notKept++;
  }
  return { files: bytes.length + 1, lost, notKept, unnoticed: 0 };
}

/** Flips one bit of a log, many times. */
export async function flipBits(times: number): Promise<Damage> {
  const bytes = await realLog(50);
  const random = randomFrom(7);
  let [lost, notKept, unnoticed] = [0, 0, 0];
  for (let i = 0; i < times; i++) {
    const damaged = flipped(bytes, Math.floor(random() * bytes.length * 8));
    const { count, isKept, warnings } = await read(damaged);
    lost = Math.max(lost, 50 - 1 - count);
    if (!isKept) notKept++;
    if (warnings === 0) unnoticed++;
  }
  return { files: times, lost, notKept, unnoticed };
}

/** How many marks are read from a file, by this window and the next one, and whether its bytes are kept. */
async function read(bytes: Uint8Array): Promise<{ count: number; isKept: boolean; warnings: number }> {
  return inFolder(async (folder) => {
    fs.writeFileSync(path.join(folder, 'log-x'), bytes);
    const first = await look(folder);
    const second = await look(folder);
    const count = Math.min([...first.reading.marks].length, [...second.reading.marks].length);
    const isKept = fs
      .readdirSync(folder)
      .some((name) => Buffer.compare(fs.readFileSync(path.join(folder, name)), bytes) === 0);
    return { count, isKept, warnings: first.warnings.length };
  });
}
