import type * as vscode from 'vscode';
import type { BrokenEntry, OpenedBriefing } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import type { BriefingSource } from '../../library/ports.ts';
import { OTHER_FILES, type OpenedSource } from './openedSource.ts';

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
    if (library.get(key)) return library.open(key);
    const homes = folders.flatMap((source) => source.roots().map((root) => ({ source, root })));
    const home = homes.find(({ root }) => key.startsWith(`${root}/`));
    const own = home && (await library.add(home.source, key, home.root));
    if (own) return own;
    // Also behind a link in one of those folders: a person has asked for this file.
    opened.add(uri);
    const found = await library.add(opened, key, OTHER_FILES);
    // What was asked for in vain is answered once; the sidebar keeps only what there is.
    if (found?.kind !== 'briefing') opened.remove(uri);
    return found;
  };
}
