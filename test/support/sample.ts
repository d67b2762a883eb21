import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { REPO } from './paths.ts';

/** Whether everything is run, and no sample: `npm run test:all`. */
export const IS_WHOLE = process.env['TEST_ALL'] !== undefined;

/** All of the cases if everything is run, else one of them: another one after each commit. */
export function someOf<T>(cases: readonly T[]): readonly T[] {
  if (IS_WHOLE) return cases;
  const number = createHash('sha256').update(committedFiles()).digest().readUInt32BE();
  return cases.slice(number % cases.length).slice(0, 1);
}

/**
 * Chooses a share of the files, by a hash of the files of the commit: others with each commit, and for one commit the
 * same everywhere.
 */
export function sampleOf(files: readonly string[], share: number, commit = committedFiles()): string[] {
  return files.filter((file) => {
    const hash = createHash('sha256').update(`${commit} ${file}`).digest();
    return hash.readUInt32BE() / 2 ** 32 < share;
  });
}

/** What identifies the content of all files of the last commit. */
function committedFiles(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: REPO, encoding: 'utf8' }).trim();
  } catch {
    // Without a Git repository, the sample is always the same.
    return '';
  }
}
