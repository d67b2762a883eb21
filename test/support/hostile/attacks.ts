import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A document that was made to do harm. */
export interface Attack {
  /** Says what it is: `own/link-url/scheme-07.md`. */
  readonly file: string;
  readonly text: string;
  /** Whether it is in the set that is small enough for every `npm test`. */
  readonly core: boolean;
}

/** The attacks that ../shared/hostile/gen.mjs generates: each of its payloads at each place of a briefing. */
export function makeAttacks(script: string): Attack[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attacks-'));
  try {
    // Started through a symbolic link, the script would believe that it is imported.
    const generator = fs.realpathSync(script);
    execFileSync(process.execPath, [generator, '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
      readonly file: string;
      readonly core: boolean;
    }[];
    return manifest.map(({ file, core }) => ({
      file,
      core,
      text: fs.readFileSync(path.join(folder, file), 'utf8'),
    }));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
