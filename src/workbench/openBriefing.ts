import type * as vscode from 'vscode';
import type { Entry, Library } from '../library/library.ts';
import type { OpenedSource } from './sources/openedSource.ts';

/** Gives the entry of a file; one that is not in the library yet is taken in, if it can be read. */
export type OpenBriefing = (uri: vscode.Uri) => Promise<Entry | undefined>;

export function openBriefing(library: Library, opened: OpenedSource): OpenBriefing {
  return async (uri) => {
    const known = library.get(uri.toString());
    if (known) return known;
    opened.add(uri);
    const entry = await library.add(opened, uri.toString());
    // What was asked for in vain is answered once; the sidebar keeps only what there is.
    if (entry?.kind === 'broken') opened.remove(uri);
    return entry;
  };
}
