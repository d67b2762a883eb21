import picomatch from 'picomatch';
import * as vscode from 'vscode';
import { fileNameOf } from '../../library/fileName.ts';
import { globsIn } from '../../library/globs.ts';
import { settings } from '../settings.ts';

/** Which files of a workspace folder are briefings: what the settings include and exclude there. */
export class FolderGlobs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly #folder: vscode.Uri;
  readonly #isIncluded: (path: string) => boolean;
  readonly #isExcluded: (path: string) => boolean;

  constructor({ uri }: vscode.WorkspaceFolder) {
    const { include, exclude } = settings();
    const hidden = vscode.workspace.getConfiguration('files', uri).get<Record<string, unknown>>('exclude');
    this.#folder = uri;
    this.include = globsIn(fileNameOf(uri.toString()), include);
    this.exclude = [...exclude, ...Object.keys(hidden ?? {}).filter((glob) => hidden?.[glob] === true)];
    this.#isIncluded = matcher(this.include);
    this.#isExcluded = matcher(this.exclude);
  }

  matches(uri: vscode.Uri): boolean {
    const path = this.#pathOf(uri);
    return path !== undefined && this.#isIncluded(path) && !this.excludes(uri);
  }

  /** Whether it, or a folder that it lies in, is left out. */
  excludes(uri: vscode.Uri): boolean {
    const parts = (this.#pathOf(uri) ?? '').split('/');
    return parts.some((_, i) => this.#isExcluded(parts.slice(0, i + 1).join('/')));
  }

  /** Relative to the folder; undefined for what lies elsewhere. */
  #pathOf({ path }: vscode.Uri): string | undefined {
    const root = `${this.#folder.path.replace(/\/$/, '')}/`;
    return path.startsWith(root) ? path.slice(root.length) : undefined;
  }
}

/** As VS Code reads them: names with a dot are names, and `!` is a character. A glob that is none matches nothing. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    try {
      return [picomatch(glob, { dot: true, nonegate: true })];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
