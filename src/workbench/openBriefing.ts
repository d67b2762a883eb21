import type * as vscode from 'vscode';
import type { BrokenEntry, OpenedBriefing } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { BriefingSource } from '../library/ports.ts';
import { OTHER_FILES, type OpenedSource } from './sources/openedSource.ts';

/** Reads the briefing in a file; one that is not in the library yet is taken in, if it can be read. */
export type OpenBriefing = (uri: vscode.Uri) => Promise<OpenedBriefing | BrokenEntry | undefined>;

/** `folders`: whatever is in one of theirs is theirs, also before they have been told of it. */
export function openBriefing(
  library: Library,
  folders: readonly BriefingSource[],
  opened: OpenedSource,
): OpenBriefing {
  return async (uri) => {
    const key = uri.toString();
    if (!library.get(key)) {
      const home = folders.flatMap((source) => source.roots().map((root) => ({ source, root })));
      const there = home.find(({ root }) => key.startsWith(`${root}/`));
      if (!there) opened.add(uri);
      await library.add(there?.source ?? opened, key, there?.root ?? OTHER_FILES);
    }
    const found = await library.open(key);
    // What was asked for in vain is answered once; the sidebar keeps only what there is.
    if (found?.kind !== 'briefing') opened.remove(uri);
    return found;
  };
}
