import type * as vscode from 'vscode';
import type { BrokenEntry, OpenedBriefing } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import type { BriefingSource } from '../../library/ports.ts';
import { OTHER_FILES, type OpenedSource } from './openedSource.ts';

/** Reads a file as a briefing. A file that is not in the library yet is added to it, if it is a briefing. */
export type OpenBriefing = (uri: vscode.Uri) => Promise<OpenedBriefing | BrokenEntry | undefined>;

/**
 * `folders`: the sources of the user's own folders. A file in one of these is added to that source, even before its
 * watcher has reported it.
 */
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
    // This also applies to a file in a linked folder inside one of those folders: the user has opened it explicitly.
    opened.add(uri);
    const found = await library.add(opened, key, OTHER_FILES);
    // A file that is not a briefing is only reported to the caller; the sidebar shows what exists.
    if (found?.kind !== 'briefing') opened.remove(uri);
    return found;
  };
}
