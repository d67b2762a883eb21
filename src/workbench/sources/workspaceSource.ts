import * as vscode from 'vscode';
import { Emitter } from '../../library/event.ts';
import type { BriefingSource, Listing, Logger, SourceChange } from '../../library/ports.ts';
import { findBriefings } from './findBriefings.ts';
import { FolderGlobs } from './folderGlobs.ts';

/** How long folder events are gathered before their consequences are looked at, in ms. */
const SETTLE = 300;
/** More new things at once than this are not looked at one by one. */
const MANY = 50;

const SETTINGS = ['briefings.include', 'briefings.exclude', 'files.exclude'];

/** The files that `briefings.include` finds in every workspace folder, followed as they come and go. */
export class WorkspaceSource implements BriefingSource {
  readonly #log: Logger;
  readonly #changed = new Emitter<SourceChange>();
  readonly #listeners: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  #watchers: vscode.Disposable[] = [];
  #known: ReadonlySet<string> = new Set();
  #isListed = false;
  #created: vscode.Uri[] = [];
  #deleted: vscode.Uri[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(log: Logger) {
    this.#log = log;
    const restart = () => {
      this.#watch();
      this.#changed.fire({ kind: 'relist' });
    };
    this.#listeners = [
      vscode.workspace.onDidChangeWorkspaceFolders(restart),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (SETTINGS.some((setting) => change.affectsConfiguration(setting))) restart();
      }),
    ];
    this.#watch();
  }

  roots(): readonly string[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  }

  async list(): Promise<readonly Listing[]> {
    const listings = await Promise.all(
      (vscode.workspace.workspaceFolders ?? []).map((one) => this.#list(one)),
    );
    this.#known = new Set(listings.flatMap(({ uris }) => uris));
    this.#isListed = true;
    return listings;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of [...this.#watchers, ...this.#listeners]) disposable.dispose();
    this.#changed.dispose();
  }

  async #list(folder: vscode.WorkspaceFolder): Promise<Listing> {
    const found = await findBriefings(folder, new FolderGlobs(folder), this.#log);
    const root = folder.uri.toString();
    const uris = found.map(String);
    const odd = this.#oddOnes(uris);
    if (this.#isListed) return { root, uris: [...new Set([...uris, ...(await odd)])] };
    // The first time, the files themselves are what a person waits for.
    void odd.then((others) => {
      for (const uri of others) this.#changed.fire({ kind: 'changed', uri, root });
    });
    return { root, uris };
  }

  /**
   * What lies among the briefings under a briefing's name and is no file, which a search for files passes over: a
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

  #watch(): void {
    const before = this.#watchers;
    const folders = vscode.workspace.workspaceFolders ?? [];
    const files = folders.flatMap((folder) => {
      const root = folder.uri.toString();
      const globs = new FolderGlobs(folder);
      const changed = (uri: vscode.Uri) => {
        if (!globs.excludes(uri)) this.#changed.fire({ kind: 'changed', uri: uri.toString(), root });
      };
      return globs.include.map((glob) => {
        const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob));
        watcher.onDidCreate(changed);
        watcher.onDidChange(changed);
        watcher.onDidDelete((uri) => {
          this.#changed.fire({ kind: 'deleted', uri: uri.toString() });
        });
        return watcher;
      });
    });
    // A folder that comes or goes is one event, which says nothing of the files in it.
    const inside = folders.map((folder) => {
      const pattern = new vscode.RelativePattern(folder, '**');
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
      watcher.onDidCreate((uri) => {
        this.#created.push(uri);
        this.#settle();
      });
      watcher.onDidDelete((uri) => {
        this.#deleted.push(uri);
        this.#settle();
      });
      return watcher;
    });
    this.#watchers = [...files, ...inside];
    // Only now: what happens meanwhile is heard by one of them.
    for (const watcher of before) watcher.dispose();
  }

  #settle(): void {
    this.#timer ??= setTimeout(() => {
      const created = this.#created.splice(0);
      const deleted = this.#deleted.splice(0);
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
