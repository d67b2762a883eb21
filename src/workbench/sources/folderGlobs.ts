import * as vscode from 'vscode';
import { shorten } from '../../base/shorten.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import { Globs, globsIn } from '../../library/files/globs.ts';
import type { Logger } from '../../library/ports.ts';
import { settings } from '../settings.ts';

/** A glob may be as long as a settings file. */
const SHOWN = 60;

/** Which files of a workspace folder are briefings: what the settings include and exclude there. */
export class FolderGlobs {
  readonly #folder: vscode.Uri;
  readonly #include: Globs;
  readonly #exclude: Globs;

  /** Says in the log which globs are not used. */
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
      logger.warn(`${name}: briefings.include has “${shorten(glob, SHOWN)}”, which is not used: ${why}`);
    for (const { glob, why } of this.#exclude.refused) {
      const setting = exclude.includes(glob) ? 'briefings.exclude' : 'files.exclude';
      logger.warn(`${name}: ${setting} has “${shorten(glob, SHOWN)}”, which is not used: ${why}`);
    }
  }

  get include(): readonly string[] {
    return this.#include.used;
  }

  get exclude(): readonly string[] {
    return this.#exclude.used;
  }

  matches(uri: vscode.Uri): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.#include.match(path) && !this.#exclude.hold(path);
  }

  /** Whether it, or a folder that it lies in, is left out. */
  excludes(uri: vscode.Uri): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.#exclude.hold(path);
  }

  /** Relative to the folder; undefined for what lies elsewhere. */
  #pathOf({ path }: vscode.Uri): string | undefined {
    const root = `${this.#folder.path.replace(/\/$/, '')}/`;
    return path.startsWith(root) ? path.slice(root.length) : undefined;
  }
}
