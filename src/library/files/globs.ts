import { sumOf } from '../../base/sumOf.ts';
import { type GlobPath, matchesPath, readGlob } from './glob.ts';

// A glob is relative to a workspace folder, and does not match that folder's own name: `**/briefings/**/*.md` finds
// nothing if the opened folder is `briefings` itself. For such a folder, `**/*.md` is added.

/** The globs to use inside the workspace folder of this name. */
export function globsIn(folderName: string, globs: readonly string[]): string[] {
  const own = `**/${folderName}/`;
  return globs.flatMap((glob) => (glob.startsWith(own) ? [glob, glob.slice(own.length)] : [glob]));
}

/** Maximum number of names and stars in all alternatives of all globs together. A refused glob counts as 1. */
const MAX_STEPS = 1000;
/** Maximum length of a path that is matched, in UTF-16 units. No briefing is that deep. */
const MAX_PATH_LENGTH = 1000;

/** A glob that is not used. */
interface UnusedGlob {
  readonly glob: string;
  readonly why: string;
}

function stepsOf(glob: string, paths: readonly GlobPath[]): number {
  const stars = glob.split('*').length - 1;
  return sumOf(paths, (names) => names.length + stars);
}

/** Several globs. A path matches if it matches any of them. */
export class Globs {
  readonly used: readonly string[];
  readonly refused: readonly UnusedGlob[];
  readonly #paths: readonly GlobPath[];

  constructor(globs: readonly string[]) {
    const used: string[] = [];
    const refused: UnusedGlob[] = [];
    const paths: GlobPath[] = [];
    let steps = 0;
    for (const glob of new Set(globs)) {
      const read = readGlob(glob);
      steps += read.kind === 'refused' ? 1 : stepsOf(glob, read.paths);
      if (steps > MAX_STEPS) {
        refused.push({
          glob,
          why: 'there are too many globs: this one and those after it are ignored. Write fewer.',
        });
        break;
      }
      if (read.kind === 'refused') {
        refused.push({ glob, why: read.why });
      } else {
        used.push(glob);
        for (const path of read.paths) paths.push(path);
      }
    }
    this.used = used;
    this.refused = refused;
    this.#paths = paths;
  }

  /** Whether a file matches, by its path in the folder. */
  matches(path: string): boolean {
    return this.#match(path, false);
  }

  /** Whether a file matches, or a folder that it is in. Also true for a path that is too long to be matched. */
  matchesOrMayContain(path: string): boolean {
    return this.#match(path, true);
  }

  #match(path: string, orInside: boolean): boolean {
    if (path.length > MAX_PATH_LENGTH) return orInside;
    const names = path.split('/');
    return this.#paths.some((glob) => matchesPath(glob, names, orInside));
  }
}
