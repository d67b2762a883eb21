import { type GlobPath, matchesPath, readGlob } from './glob.ts';

// A glob is relative to a workspace folder, and never meets that folder's own name: `**/briefings/**/*.md` would find
// nothing in a folder `briefings` that is opened itself. There it stands for `**/*.md` as well.

/** The globs that hold inside the workspace folder of this name. */
export function globsIn(folderName: string, globs: readonly string[]): string[] {
  const own = `**/${folderName}/`;
  return globs.flatMap((glob) => (glob.startsWith(own) ? [glob, glob.slice(own.length)] : [glob]));
}

/** Of the names and stars in all globs together, each alternative's by themselves; a glob that is refused is one. */
const MOST_STEPS = 1000;
/** Of a path, in characters: no briefing lies deeper. */
const LONGEST_PATH = 1000;

/** A glob that is not used. */
interface UnusedGlob {
  readonly glob: string;
  readonly why: string;
}

function stepsOf(glob: string, paths: readonly GlobPath[]): number {
  const stars = glob.split('*').length - 1;
  return paths.reduce((sum, names) => sum + names.length + stars, 0);
}

/** Several globs, of which one is enough. */
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
      if (steps > MOST_STEPS) {
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

  /** Whether they mean this file, by its path in the folder. */
  match(path: string): boolean {
    return this.#match(path, false);
  }

  /** Whether they mean this file, or a folder that it lies in. One that lies too deep is taken for such. */
  hold(path: string): boolean {
    return this.#match(path, true);
  }

  #match(path: string, orInside: boolean): boolean {
    if (path.length > LONGEST_PATH) return orInside;
    const names = path.split('/');
    return this.#paths.some((glob) => matchesPath(glob, names, orInside));
  }
}
