import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { SharedRuns } from '../../base/async/sharedRuns.ts';
import type { BriefingSource, Listing, Logger, SourceChange } from '../../library/ports.ts';
import { reasonOf } from '../errors.ts';
import { findBriefings } from './findBriefings.ts';
import { FolderGlobs } from './folderGlobs.ts';
import { listEach } from './listEach.ts';
import type { RealFolders } from './realFolders.ts';

/** How long folder events are gathered before their consequences are looked at, in ms. */
const SETTLE = 300;
/** So many that were deleted meanwhile are looked at once more. */
const MOST_UNSURE = 10_000;
/** A listing that takes longer, in ms, may never end: the next one begins beside it. */
const LISTING = 10_000;
/** More new things at once than this are not looked at one by one. */
const MANY = 50;

const SETTINGS = ['briefings.include', 'briefings.exclude', 'files.exclude'];

/** The files that `briefings.include` finds in every workspace folder, followed as they come and go. */
export class WorkspaceSource implements BriefingSource {
  readonly #logger: Logger;
  readonly #real: RealFolders;
  readonly #changed = new Emitter<SourceChange>();
  readonly #listeners: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  /** None until the first listing, which the rows of a later start do not wait for. */
  #watchers: vscode.Disposable[] | undefined;
  /** By folder, as the settings are now. */
  readonly #globs = new Map<string, FolderGlobs>();
  /** By folder: two searches at once in a large one take far longer than one after the other. */
  readonly #listings = new SharedRuns<Listing>(LISTING);
  /** Those that were listed, or told of by an event since then. */
  #known = new Set<string>();
  /** Told of by an event while the briefings were listed: the listing may have come before them. */
  readonly #heard = new Set<string>();
  #isListed = false;
  /** How many listings are under way. */
  #listing = 0;
  #created: vscode.Uri[] = [];
  #deleted: vscode.Uri[] = [];
  /** Deleted while the briefings were listed: one may have been a folder that is known only now. */
  #unsure: vscode.Uri[] = [];
  #isDisposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(real: RealFolders, logger: Logger) {
    this.#real = real;
    this.#logger = logger;
    const restart = () => {
      this.#globs.clear();
      this.#watch();
      this.#changed.fire({ kind: 'relist' });
    };
    this.#listeners = [
      vscode.workspace.onDidChangeWorkspaceFolders(restart),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (SETTINGS.some((setting) => change.affectsConfiguration(setting))) restart();
      }),
    ];
  }

  roots(): readonly string[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  }

  async list(found?: (listing: Listing) => void): Promise<readonly Listing[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (!this.#watchers) this.#watch();
    if (this.#listing === 0) this.#heard.clear();
    this.#listing++;
    try {
      const list = (folder: vscode.WorkspaceFolder) =>
        this.#listings.run(folder.uri.toString(), () => this.#list(folder));
      const listings = await listEach(folders, list, found);
      // A folder with a fault keeps what it had.
      const had = listings.flatMap(({ root, fault }) =>
        fault === undefined ? [] : [...this.#known].filter((uri) => uri.startsWith(`${root}/`)),
      );
      this.#known = new Set([...listings.flatMap(({ uris }) => uris), ...had, ...this.#heard]);
      this.#isListed = true;
      return listings;
    } finally {
      this.#listing--;
      this.#deleted = [...this.#deleted, ...this.#unsure.splice(0)];
      if (this.#deleted.length > 0) this.#settle();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const disposable of [...(this.#watchers ?? []), ...this.#listeners]) disposable.dispose();
    this.#changed.dispose();
  }

  async #list(folder: vscode.WorkspaceFolder): Promise<Listing> {
    const root = folder.uri.toString();
    let all: readonly string[];
    try {
      all = await this.#find(folder);
    } catch (error) {
      return { root, uris: [], fault: reasonOf(error) };
    }
    this.#real.forget();
    const uris = await this.#real.heldOf(root, all);
    if (uris.length < all.length) this.#tellOfLinks(folder.name, all, new Set(uris));
    const odd = this.#oddOnes(uris);
    if (this.#isListed) return { root, uris: [...new Set([...uris, ...(await odd)])] };
    // The first time, the files themselves are what a person waits for.
    void odd.then((others) => {
      for (const uri of others) this.#changed.fire({ kind: 'changed', uri, root });
    });
    return { root, uris };
  }

  async #find(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
    const globs = this.#globsOf(folder);
    const isWhole = (found: readonly vscode.Uri[]) => {
      const uris = new Set(found.map(String));
      return [...this.#known].every((uri) => uris.has(uri) || !globs.matches(vscode.Uri.parse(uri)));
    };
    return (await findBriefings(folder, globs, isWhole, this.#logger)).map(String);
  }

  #tellOfLinks(name: string, all: readonly string[], held: ReadonlySet<string>): void {
    const outside = all.filter((uri) => !held.has(uri));
    this.#logger.info(
      `${name}: ${outside.length} files were skipped because they are behind links to folders, such as ${outside[0] ?? ''}. To read them, add the linked folder to briefings.folders.`,
    );
  }

  /**
   * What lies among the briefings under a briefing's name and is not a file, which a search for files passes over: a
   * folder `x.md`, a link to nowhere or in a loop. The library says what is wrong with each.
   */
  async #oddOnes(uris: readonly string[]): Promise<string[]> {
    const folders = new Map<string, Set<string>>();
    for (const uri of uris) {
      const folder = uri.replace(/\/[^/]*$/, '');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(extensionOf(uri)));
    }
    const odd = [...folders].map(async ([folder, extensions]) => {
      const parent = vscode.Uri.parse(folder);
      const children = await vscode.workspace.fs.readDirectory(parent).then(undefined, () => []);
      return children
        .filter(([name, type]) => (type & vscode.FileType.File) === 0 && extensions.has(extensionOf(name)))
        .map(([name]) => vscode.Uri.joinPath(parent, name).toString());
    });
    return (await Promise.all(odd)).flat();
  }

  #globsOf(folder: vscode.WorkspaceFolder): FolderGlobs {
    const key = folder.uri.toString();
    const globs = this.#globs.get(key) ?? new FolderGlobs(folder, this.#logger);
    this.#globs.set(key, globs);
    return globs;
  }

  #watch(): void {
    const before = this.#watchers ?? [];
    this.#watchers = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const root = folder.uri.toString();
      const globs = this.#globsOf(folder);
      // VS Code watches all of the folder anyway. It would match each event in a way that a glob can make endless.
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
      const changed = (uri: vscode.Uri) => {
        if (!globs.matches(uri)) return;
        const key = uri.toString();
        this.#known.add(key);
        this.#heard.add(key);
        this.#changed.fire({ kind: 'changed', uri: key, root });
      };
      watcher.onDidChange(changed);
      // A folder that comes or goes is one event, which says nothing of the files in it.
      watcher.onDidCreate((uri) => {
        changed(uri);
        this.#created.push(uri);
        this.#settle();
      });
      watcher.onDidDelete((uri) => {
        if (this.#known.has(uri.toString()) || globs.matches(uri))
          this.#changed.fire({ kind: 'deleted', uri: uri.toString() });
        this.#deleted.push(uri);
        this.#settle();
      });
      return watcher;
    });
    // Only now: what happens meanwhile is heard by one of them.
    for (const watcher of before) watcher.dispose();
  }

  #settle(): void {
    if (this.#isDisposed) return;
    this.#timer ??= setTimeout(() => {
      const created = this.#created.splice(0);
      const deleted = this.#deleted.splice(0);
      if (this.#listing > 0) this.#unsure = [...this.#unsure, ...deleted].slice(-MOST_UNSURE);
      this.#timer = undefined;
      void this.#foldersChanged(created, deleted).then((changed) => {
        if (changed) this.#changed.fire({ kind: 'relist' });
      });
    }, SETTLE);
  }

  async #foldersChanged(created: readonly vscode.Uri[], deleted: readonly vscode.Uri[]): Promise<boolean> {
    if (created.length > MANY) return true;
    const folders = foldersOf(this.#known);
    if (deleted.some((uri) => folders.has(uri.toString()))) return true;
    const types = await Promise.all(
      created.map((uri) =>
        vscode.workspace.fs.stat(uri).then(
          ({ type }) => type,
          () => vscode.FileType.Unknown,
        ),
      ),
    );
    return types.some((type) => (type & vscode.FileType.Directory) !== 0);
  }
}

/** The folders that files lie in, at every depth. */
function foldersOf(uris: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const uri of uris)
    for (
      let at = uri.lastIndexOf('/');
      at > 0 && !folders.has(uri.slice(0, at));
      at = uri.lastIndexOf('/', at - 1)
    )
      folders.add(uri.slice(0, at));
  return folders;
}

function extensionOf(name: string): string {
  return name.replace(/^.*\./, '').toLowerCase();
}
