import fs from 'node:fs';
import path from 'node:path';
import { REPO } from './paths.ts';

const TEST = '.test.ts';

/** A room's test files, as paths from the repository. `only`: the beginnings of their names; empty for all. */
export function testFiles(room: string, only: readonly string[]): string[] {
  return fs
    .readdirSync(path.join(REPO, 'test', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(TEST))
    .filter((file) => only.length === 0 || only.some((name) => path.basename(file).startsWith(name)))
    .sort()
    .map((file) => path.posix.join('test', room, ...file.split(path.sep)));
}

/** `test/window/reading/keys.test.ts` -> `keys` */
export function testName(file: string): string {
  return path.basename(file, TEST);
}
