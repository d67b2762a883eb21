import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { SharedRuns } from '../../base/async/sharedRuns.ts';
import type { BriefingSource, Listing, Logger, SourceChange } from '../../library/ports.ts';
import { reasonOf } from '../errors.ts';
import { findBriefings } from './findBriefings.ts';
import { FolderGlobs } from './folderGlobs.ts';
import { listEach } from './listEach.ts';
import type { LooseFiles } from './looseFiles.ts';
import type { RealFolders } from './realFolders.ts';

/** How long events of folders are collected before they are checked, in ms. */
const COLLECTING = 300;
/** Maximum number of files deleted during a listing that are checked again after it. */
const MAX_UNSURE = 10_000;
/** Maximum time of a listing, in ms: a longer one may never end, so the next one starts in parallel. */
const MAX_LISTING_TIME = 10_000;
/** Maximum number of created files that are checked one by one; if there are more, everything is listed again. */
const RELIST_ABOVE = 50;

const SETTINGS = ['briefings.include', 'briefings.exclude', 'files.exclude'];

/** The files that `briefings.include` finds in every workspace folder. Changes are followed. */
export class WorkspaceSource implements BriefingSource {
  readonly #logger: Logger;
  readonly #real: RealFolders;
  readonly #loose: LooseFiles;
  readonly #changed = new Emitter<SourceChange>();
  readonly #listeners: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  /** Undefined until the first listing: the first rows of a start do not need watchers. */
  #watchers: vscode.Disposable[] | undefined;
  /** The globs of each folder, by the current settings. */
  readonly #globs = new Map<string, FolderGlobs>();
  /**
   * Running listings, by folder. Two at once in a large folder take far longer than one after the other, so they are
   * shared.
   */
  readonly #listings = new SharedRuns<Listing>(MAX_LISTING_TIME);
  /** The files that were listed, or reported by an event since then. */
  #known = new Set<string>();
  /** Files reported by an event during a listing, which may have missed them. */
  readonly #reported = new Set<string>();
  #isListed = false;
  /** The number of running listings. */
  #runningListings = 0;
  #created: vscode.Uri[] = [];
  #deleted: vscode.Uri[] = [];
  /** Files and folders deleted during a listing: one may have been a folder that is known only after it. */
  #deletedWhileListing: vscode.Uri[] = [];
  #isDisposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(real: RealFolders, loose: LooseFiles, logger: Logger) {
    this.#real = real;
    this.#loose = loose;
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
    if (this.#runningListings === 0) this.#reported.clear();
    this.#runningListings++;
    try {
      const list = (folder: vscode.WorkspaceFolder) =>
        this.#listings.run(folder.uri.toString(), () => this.#list(folder));
      const listings = await listEach(folders, list, found);
      // A folder that could not be listed keeps its known files.
      const had = listings.flatMap(({ root, fault }) =>
        fault === undefined ? [] : [...this.#known].filter((uri) => uri.startsWith(`${root}/`)),
      );
      this.#known = new Set([...listings.flatMap(({ uris }) => uris), ...had, ...this.#reported]);
      this.#isListed = true;
      return listings;
    } finally {
      this.#runningListings--;
      this.#deleted = [...this.#deleted, ...this.#deletedWhileListing.splice(0)];
      if (this.#deleted.length > 0) this.#checkFoldersSoon();
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
    const uris = await this.#real.filterReal(root, all);
    if (uris.length < all.length) this.#logSkippedLinks(folder.name, all, new Set(uris));
    // Not awaited: the user is waiting for the briefings.
    this.#loose
      .find(folder, this.#globsOf(folder), (files) => this.#real.filterReal(root, files))
      .catch((error: unknown) => {
        this.#logger.error(`Could not find the loose files in ${folder.name}: ${String(error)}`);
      });
    const odd = this.#misnamedIn(uris);
    if (this.#isListed) return { root, uris: [...new Set([...uris, ...(await odd)])] };
    // The first time, these are not awaited: the user is waiting for the files.
    void odd.then((others) => {
      for (const uri of others) this.#changed.fire({ kind: 'changed', uri, root });
    });
    return { root, uris };
  }

  async #find(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
    const globs = this.#globsOf(folder);
    const isComplete = (found: readonly vscode.Uri[]) => {
      const uris = new Set(found.map(String));
      return [...this.#known].every((uri) => uris.has(uri) || !globs.matches(vscode.Uri.parse(uri)));
    };
    return (await findBriefings(folder, globs, isComplete, this.#logger)).map(String);
  }

  #logSkippedLinks(name: string, all: readonly string[], held: ReadonlySet<string>): void {
    const outside = all.filter((uri) => !held.has(uri));
    this.#logger.info(
      `${name}: ${outside.length} files were skipped because they are behind links to folders, such as ${outside[0] ?? ''}. To read them, add the linked folder to briefings.folders.`,
    );
  }

  /**
   * Returns the URIs next to briefings that are named like one but are not files: a folder `x.md`, a broken or circular
   * link. A search for files does not find them. The library reports what is wrong with each.
   */
  async #misnamedIn(uris: readonly string[]): Promise<string[]> {
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
      // VS Code watches the whole folder anyway. Given a glob, it would match each event in a way that some globs make
      // endless.
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
      const changed = (uri: vscode.Uri) => {
        if (!globs.matches(uri)) {
          this.#loose.record(root, uri, globs, true);
          return;
        }
        const key = uri.toString();
        this.#known.add(key);
        this.#reported.add(key);
        this.#changed.fire({ kind: 'changed', uri: key, root });
      };
      watcher.onDidChange(changed);
      // For a folder that appears or disappears there is a single event, and none for its files.
      watcher.onDidCreate((uri) => {
        changed(uri);
        this.#created.push(uri);
        this.#checkFoldersSoon();
      });
      watcher.onDidDelete((uri) => {
        if (this.#known.has(uri.toString()) || globs.matches(uri))
          this.#changed.fire({ kind: 'deleted', uri: uri.toString() });
        else this.#loose.record(root, uri, globs, false);
        this.#deleted.push(uri);
        this.#checkFoldersSoon();
      });
      return watcher;
    });
    // Disposed only now, so that no event is missed.
    for (const watcher of before) watcher.dispose();
  }

  #checkFoldersSoon(): void {
    if (this.#isDisposed) return;
    this.#timer ??= setTimeout(() => {
      const created = this.#created.splice(0);
      const deleted = this.#deleted.splice(0);
      if (this.#runningListings > 0)
        this.#deletedWhileListing = [...this.#deletedWhileListing, ...deleted].slice(-MAX_UNSURE);
      this.#timer = undefined;
      void this.#foldersChanged(created, deleted).then((changed) => {
        if (changed) this.#changed.fire({ kind: 'relist' });
      });
    }, COLLECTING);
  }

  async #foldersChanged(created: readonly vscode.Uri[], deleted: readonly vscode.Uri[]): Promise<boolean> {
    if (created.length > RELIST_ABOVE) return true;
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

/** Returns the folders that contain files, at every depth. */
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
