import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import { Globs, globsIn } from '../../library/files/globs.ts';
import type { Logger } from '../../library/ports.ts';
import { settings } from '../settings.ts';

/** The maximum length of a glob in the log: it may be as long as a settings file. */
const MAX_LOGGED_LENGTH = 60;

/** Decides which files of a workspace folder are briefings, by the settings that include and exclude files. */
export class FolderGlobs {
  readonly #folder: vscode.Uri;
  readonly #include: Globs;
  readonly #exclude: Globs;

  /** Logs which globs are not used, and why. */
  constructor({ uri, name }: vscode.WorkspaceFolder, logger: Logger) {
    const { include, exclude } = settings();
    const hidden = vscode.workspace.getConfiguration('files', uri).get<Record<string, unknown>>('exclude');
    this.#folder = uri;
    this.#include = new Globs(globsIn(fileNameOf(uri.toString()), include));
    this.#exclude = new Globs([
      ...exclude,
      ...Object.keys(hidden ?? {}).filter((glob) => hidden?.[glob] === true),
    ]);
    for (const { glob, why } of this.#include.refused)
      logger.warn(
        `${name}: briefings.include has “${ellipsize(glob, MAX_LOGGED_LENGTH)}”, which is ignored: ${why}`,
      );
    for (const { glob, why } of this.#exclude.refused) {
      const setting = exclude.includes(glob) ? 'briefings.exclude' : 'files.exclude';
      logger.warn(
        `${name}: ${setting} has “${ellipsize(glob, MAX_LOGGED_LENGTH)}”, which is ignored: ${why}`,
      );
    }
  }

  get include(): readonly string[] {
    return this.#include.used;
  }

  /** All excluded files and folders as one glob; undefined if there are none. */
  get excludePattern(): string | undefined {
    const { used } = this.#exclude;
    return used.length > 0 ? `{${used.join(',')}}` : undefined;
  }

  matches(uri: vscode.Uri): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.#include.matches(path) && !this.#exclude.matchesOrMayContain(path);
  }

  /** Whether a file, or a folder that contains it, is excluded. */
  excludes(uri: vscode.Uri): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.#exclude.matchesOrMayContain(path);
  }

  /** Returns the path relative to the folder; undefined for a file elsewhere. */
  #pathOf({ path }: vscode.Uri): string | undefined {
    const root = `${this.#folder.path.replace(/\/$/, '')}/`;
    return path.startsWith(root) ? path.slice(root.length) : undefined;
  }
}
