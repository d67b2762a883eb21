import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import type { FolderGlobs } from './folderGlobs.ts';

/** What is added to `briefings.include` to read the loose files. */
export const LOOSE_FILES = '**/*.{md,markdown}';

/** Maximum number of files found in a folder. */
const MAX_FILES = 10_000;
/** Maximum time of a search, in ms: a longer one may have followed a link out of the folder. Then none are found. */
const TIMEOUT = 30_000;

/** The Markdown files of the workspace that the settings neither include as briefings nor exclude. */
export class LooseFiles {
  readonly #byFolder = new Map<string, Set<string>>();
  readonly #changed = new Emitter<undefined>();
  readonly onDidChange = this.#changed.event;

  /** The URIs of the files in the open folders. Links to folders are not followed. */
  get uris(): readonly string[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.flatMap(({ uri }) => [...(this.#byFolder.get(uri.toString()) ?? [])]);
  }

  /** Finds the files of a folder. `filterReal` leaves out those behind links. */
  async find(
    folder: vscode.WorkspaceFolder,
    globs: FolderGlobs,
    filterReal: (files: readonly string[]) => Promise<readonly string[]>,
  ): Promise<void> {
    const search = new vscode.CancellationTokenSource();
    const timer = setTimeout(() => {
      search.cancel();
    }, TIMEOUT);
    const pattern = new vscode.RelativePattern(folder, LOOSE_FILES);
    const exclude = globs.excludePattern;
    const found = await vscode.workspace.findFiles(pattern, exclude, MAX_FILES, search.token);
    clearTimeout(timer);
    const loose = search.token.isCancellationRequested ? [] : found.filter((uri) => !globs.matches(uri));
    this.#byFolder.set(folder.uri.toString(), new Set(await filterReal(loose.map(String))));
    this.#changed.fire(undefined);
  }

  /** Records that a file of a folder was written or deleted. */
  record(folder: string, uri: vscode.Uri, globs: FolderGlobs, isThere: boolean): void {
    const files = this.#byFolder.get(folder);
    const key = uri.toString();
    if (!files || files.has(key) === isThere) return;
    if (isThere && (!/\.(?:md|markdown)$/.test(uri.path) || globs.excludes(uri))) return;
    if (isThere) files.add(key);
    else files.delete(key);
    this.#changed.fire(undefined);
  }
}
