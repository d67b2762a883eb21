import * as vscode from 'vscode';
import { Emitter } from '../../library/event.ts';
import { fileNameOf } from '../../library/fileName.ts';
import { globsIn } from '../../library/globs.ts';
import type { BriefingSource, Listing, Logger, SourceChange } from '../../library/ports.ts';
import { settings } from '../settings.ts';

/** How long folder events are gathered before their consequences are looked at, in ms. */
const SETTLE = 300;
/** How long new files are gathered before they are looked for, in ms. */
const NEW = 100;
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
  /** What lies there under a briefing's name, and is in no listing. */
  readonly #odd = new Set<string>();
  #created: vscode.Uri[] = [];
  #deleted: vscode.Uri[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #relisting: ReturnType<typeof setTimeout> | undefined;

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
    return listings.map((listing) => {
      const odd = [...this.#odd].filter((uri) => uri.startsWith(`${listing.root}/`) && !this.#known.has(uri));
      return { ...listing, uris: [...listing.uris, ...odd] };
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#relisting);
    for (const disposable of [...this.#watchers, ...this.#listeners]) disposable.dispose();
    this.#changed.dispose();
  }

  async #list(folder: vscode.WorkspaceFolder): Promise<Listing> {
    const found = await Promise.all(patternsIn(folder).map((pattern) => this.#find(pattern)));
    const uris = new Set(found.flat().map(String));
    for (const uri of await this.#oddOnes([...uris])) uris.add(uri);
    return { root: folder.uri.toString(), uris: [...uris] };
  }

  async #find(pattern: vscode.RelativePattern): Promise<vscode.Uri[]> {
    const { exclude } = settings();
    try {
      // What `files.exclude` names is left out as well.
      return await vscode.workspace.findFiles(
        pattern,
        exclude.length > 0 ? `{${exclude.join(',')}}` : undefined,
      );
    } catch (error) {
      this.#log.error(`briefings.include "${pattern.pattern}": ${String(error)}`);
      return [];
    }
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
      return patternsIn(folder).map((pattern) => {
        const watcher = vscode.workspace.createFileSystemWatcher(pattern);
        const changed = (uri: vscode.Uri) => {
          if (this.#known.has(uri.toString())) this.#tell(uri, root);
          else void this.#lookAt(uri, root);
        };
        watcher.onDidCreate(changed);
        watcher.onDidChange(changed);
        watcher.onDidDelete((uri) => {
          this.#odd.delete(uri.toString());
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

  #tell(uri: vscode.Uri, root: string): void {
    this.#changed.fire({ kind: 'changed', uri: uri.toString(), root });
  }

  /** A new file may be excluded, which only a search tells. What no search finds, a link in a loop, is told at once. */
  async #lookAt(uri: vscode.Uri, root: string): Promise<void> {
    try {
      await vscode.workspace.fs.stat(uri);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return;
      this.#odd.add(uri.toString());
      this.#tell(uri, root);
      return;
    }
    this.#relistSoon();
  }

  #relistSoon(): void {
    this.#relisting ??= setTimeout(() => {
      this.#relisting = undefined;
      this.#changed.fire({ kind: 'relist' });
    }, NEW);
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
    const known = [...this.#known];
    if (deleted.some((uri) => known.some((one) => one.startsWith(`${uri.toString()}/`)))) return true;
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

function patternsIn(folder: vscode.WorkspaceFolder): vscode.RelativePattern[] {
  const globs = globsIn(fileNameOf(folder.uri.toString()), settings().include);
  return globs.map((glob) => new vscode.RelativePattern(folder, glob));
}

function extensionOf(name: string): string {
  return name.replace(/^.*\./, '').toLowerCase();
}
