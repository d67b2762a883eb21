import Mocha from 'mocha';
import readline from 'node:readline';
import { closeShared } from '../window/support/sharedWindows.ts';
import Reporter from './suite/reporter.ts';
import { endLine } from './suite/suiteLines.ts';

/*
 * Runs files of window tests one after the other, so that their windows share a browser and a server of VS Code:
 *   tsx test/support/windowWorker.ts <timeout of a test, in ms>
 * Each line of stdin is the path of a file. Prints what mocha prints, and a line after it.
 */
async function main(): Promise<void> {
  for await (const file of readline.createInterface({ input: process.stdin })) {
    const mocha = new Mocha({ timeout: Number(process.argv[2]), color: false, reporter: Reporter }).addFile(
      file,
    );
    await mocha.loadFilesAsync();
    await new Promise((resolve) => mocha.run(resolve));
    console.log(endLine(file));
  }
  await closeShared();
}

void main();
