// A glob is relative to a workspace folder, and never meets that folder's own name: `**/briefings/**/*.md` would find
// nothing in a folder `briefings` that is opened itself. There it stands for `**/*.md` as well.

/** The globs that hold inside the workspace folder of this name. */
export function globsIn(folderName: string, globs: readonly string[]): string[] {
  const own = `**/${folderName}/`;
  return globs.flatMap((glob) => (glob.startsWith(own) ? [glob, glob.slice(own.length)] : [glob]));
}
