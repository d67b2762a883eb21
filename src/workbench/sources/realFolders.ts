import * as vscode from 'vscode';
import { realPathOnDisk } from '../files/disk.ts';

/** How long a result is cached, in ms: files that are read together check their folder once. */
const LIFETIME = 250;

/**
 * Checks that files really are where their paths say. A linked folder could expose files that the author of the link
 * cannot access, so files in linked folders do not count as being in the folder. The root itself may be a link, because
 * the user has chosen it.
 */
export class RealFolders {
  readonly #answers = new Map<string, Promise<boolean>>();

  /**
   * Whether no folder between a root and a file in it is a link. Whether the file itself is one is checked by its
   * reader. Both are URIs as strings: for many thousands of files, only their few folders have to be parsed.
   */
  holds(root: string, file: string): Promise<boolean> {
    return this.#isReal(root, folderOf(file));
  }

  /** Returns the files that really are in the root. */
  async filterReal(root: string, files: readonly string[]): Promise<readonly string[]> {
    const folders = [...new Set(files.map(folderOf))];
    const answers = await Promise.all(folders.map((folder) => this.#isReal(root, folder)));
    const held = new Set(folders.filter((_, i) => answers[i]));
    return files.filter((file) => held.has(folderOf(file)));
  }

  /** Clears the cache: a folder may have become a link. */
  forget(): void {
    this.#answers.clear();
  }

  #isReal(root: string, folder: string): Promise<boolean> {
    const key = `${root} ${folder}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#check(root, folder);
    this.#answers.set(key, answer);
    setTimeout(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    }, LIFETIME);
    return answer;
  }

  async #check(rootUri: string, folderUri: string): Promise<boolean> {
    const [root, folder] = [vscode.Uri.parse(rootUri), vscode.Uri.parse(folderUri)];
    const inside = pathIn(root, folder);
    if (inside === undefined || inside === '') return inside === '';
    const [realRoot, real] = await Promise.all([root, folder].map(realPathOnDisk));
    if (realRoot !== undefined && real !== undefined) return isExpectedPath(realRoot, real, inside);
    // On other file systems each folder is checked, outermost first.
    if (!(await this.#isReal(rootUri, folderOf(folderUri)))) return false;
    try {
      const { type } = await vscode.workspace.fs.stat(folder);
      return (type & vscode.FileType.SymbolicLink) === 0;
    } catch {
      // A folder that does not exist or cannot be accessed cannot be read either, and reading it reports why.
      return true;
    }
  }
}

/** Returns the URI of the folder of a file or folder. In a URI, every slash belongs to the path. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Returns a folder's path inside a root: '' for the root itself, undefined for a folder elsewhere. */
function pathIn(root: vscode.Uri, folder: vscode.Uri): string | undefined {
  if (root.scheme !== folder.scheme || root.authority !== folder.authority) return undefined;
  const [from, to] = [root, folder].map(({ path }) => path.replace(/\/*$/, '/'));
  return to?.startsWith(from ?? '') ? to.slice(from?.length).replace(/\/$/, '') : undefined;
}

/**
 * Whether a folder's real path is the one expected in the root. A disk may spell names in another case or
 * normalization.
 */
function isExpectedPath(realRoot: string, real: string, inside: string): boolean {
  const root = realRoot.replace(/[\\/]*$/, '');
  const found = real.slice(root.length).replaceAll('\\', '/');
  return real.startsWith(root) && normalize(found) === normalize(`/${inside}`);
}

function normalize(path: string): string {
  return path.normalize().toLowerCase();
}
