import * as vscode from 'vscode';
import { realPathOnDisk } from '../files/disk.ts';

/** How long an answer holds, in ms: long enough for files that are looked at together to ask once for their folder. */
const LIFETIME = 250;

/**
 * Whether files lie where their paths say. A link to a folder may lead anywhere on this machine, where whoever has put
 * it there could not look: what is behind one is not in the folder that the link lies in, wherever it leads. The root
 * itself may be a link: a person has chosen it.
 */
export class RealFolders {
  readonly #answers = new Map<string, Promise<boolean>>();

  /**
   * Whether no folder between a root and a file in it is a link. Whether the file is one, its reader says. Both are URIs
   * as text: of many thousands of files, only their few folders are taken apart.
   */
  holds(root: string, file: string): Promise<boolean> {
    return this.#isReal(root, folderOf(file));
  }

  /** Those that lie in the root. */
  async heldOf(root: string, files: readonly string[]): Promise<readonly string[]> {
    const folders = [...new Set(files.map(folderOf))];
    const answers = await Promise.all(folders.map((folder) => this.#isReal(root, folder)));
    const held = new Set(folders.filter((_, i) => answers[i]));
    return files.filter((file) => held.has(folderOf(file)));
  }

  /** A folder may have become a link. */
  forget(): void {
    this.#answers.clear();
  }

  #isReal(root: string, folder: string): Promise<boolean> {
    const key = `${root} ${folder}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#ask(root, folder);
    this.#answers.set(key, answer);
    setTimeout(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    }, LIFETIME);
    return answer;
  }

  async #ask(rootUri: string, folderUri: string): Promise<boolean> {
    const [root, folder] = [vscode.Uri.parse(rootUri), vscode.Uri.parse(folderUri)];
    const inside = pathIn(root, folder);
    if (inside === undefined || inside === '') return inside === '';
    const [realRoot, real] = await Promise.all([root, folder].map(realPathOnDisk));
    if (realRoot !== undefined && real !== undefined) return isAt(realRoot, real, inside);
    // Elsewhere than on the disk, each folder has to be asked about, its own ones first.
    if (!(await this.#isReal(rootUri, folderOf(folderUri)))) return false;
    try {
      const { type } = await vscode.workspace.fs.stat(folder);
      return (type & vscode.FileType.SymbolicLink) === 0;
    } catch {
      // What is not there or may not be entered is nothing to be read either, and whoever tries says why.
      return true;
    }
  }
}

/** A URI has no slash that is not one of its path's. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Of a folder in a root: `` for the root itself, undefined for what lies elsewhere. */
function pathIn(root: vscode.Uri, folder: vscode.Uri): string | undefined {
  if (root.scheme !== folder.scheme || root.authority !== folder.authority) return undefined;
  const [from, to] = [root, folder].map(({ path }) => path.replace(/\/*$/, '/'));
  return to?.startsWith(from ?? '') ? to.slice(from?.length).replace(/\/$/, '') : undefined;
}

/** Whether a folder is where its path in the root says. A disk may write its letters in another way. */
function isAt(realRoot: string, real: string, inside: string): boolean {
  const root = realRoot.replace(/[\\/]*$/, '');
  const found = real.slice(root.length).replaceAll('\\', '/');
  return real.startsWith(root) && plain(found) === plain(`/${inside}`);
}

function plain(path: string): string {
  return path.normalize().toLowerCase();
}
