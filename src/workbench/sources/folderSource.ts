import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { isBriefingName } from '../../library/files/fileName.ts';
import type { BriefingSource, Listing, SourceChange } from '../../library/ports.ts';
import { isMissing, reasonOf } from '../errors.ts';
import { walk } from './findBriefings.ts';
import { listEach } from './listEach.ts';

const BRIEFING_FILES =
  '**/*.{md,markdown,txt,org,rst,adoc,eml,html,htm,MD,MARKDOWN,TXT,ORG,RST,ADOC,EML,HTML,HTM,briefing.json}';
/** How long created and deleted files are collected before the folder is listed, in ms. */
const COLLECTING = 200;

export interface FolderOptions {
  /** Returns the current folders. */
  readonly folders: () => readonly vscode.Uri[];
  /** The setting that changes the folders. */
  readonly setting?: string;
  /** Whether a folder may not exist yet, which is then not a fault. */
  readonly mayBeMissing?: boolean;
}

/**
 * All text and Markdown files, mails and pages in folders outside of the workspace, at any depth. Changes are followed.
 */
export class FolderSource implements BriefingSource {
  readonly #options: FolderOptions;
  readonly #changed = new Emitter<SourceChange>();
  readonly #settings: vscode.Disposable;
  readonly onDidChange = this.#changed.event;
  /** Undefined until the first listing: the first rows of a start do not need watchers. */
  #watchers: vscode.Disposable[] | undefined;
  #known: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FolderOptions) {
    this.#options = options;
    const { setting } = options;
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (setting === undefined || !change.affectsConfiguration(setting)) return;
      this.#watch();
      this.relist();
    });
  }

  roots(): readonly string[] {
    return this.#options.folders().map(String);
  }

  async list(found?: (listing: Listing) => void): Promise<readonly Listing[]> {
    if (!this.#watchers) this.#watch();
    const listings = await listEach(this.#options.folders(), (folder) => this.#list(folder), found);
    this.#known = new Set(listings.flatMap(({ uris }) => uris));
    return listings;
  }

  /** Lists the folders again, for files that their watchers may not have reported, or not yet. */
  relist(): void {
    this.#changed.fire({ kind: 'relist' });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#settings.dispose();
    for (const watcher of this.#watchers ?? []) watcher.dispose();
    this.#changed.dispose();
  }

  async #list(folder: vscode.Uri): Promise<Listing> {
    const root = folder.toString();
    try {
      const files = await walk(folder, {
        isWanted: ({ path }) => isBriefingName(path),
        isExcluded: isNoPlaceForBriefings,
      });
      return { root, uris: files.map(String) };
    } catch (error) {
      return isMissing(error) && this.#options.mayBeMissing === true
        ? { root, uris: [] }
        : { root, uris: [], fault: reasonOf(error) };
    }
  }

  #watch(): void {
    const before = this.#watchers ?? [];
    this.#watchers = this.#options.folders().map((folder) => {
      const root = folder.toString();
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, BRIEFING_FILES),
      );
      const onEvent = (uri: vscode.Uri) => {
        // An unknown file is new, or in an excluded folder: a listing decides.
        if (this.#known.has(uri.toString()))
          this.#changed.fire({ kind: 'changed', uri: uri.toString(), root });
        else this.#relistSoon();
      };
      watcher.onDidChange(onEvent);
      watcher.onDidCreate(onEvent);
      watcher.onDidDelete((uri) => {
        this.#changed.fire({ kind: 'deleted', uri: uri.toString() });
      });
      // For a subfolder that appears or disappears there is a single event, and none for its files.
      const inside = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '**'),
        false,
        true,
        false,
      );
      const onInnerChange = (uri: vscode.Uri) => {
        if (!isBriefingName(uri.path)) this.#relistSoon();
      };
      inside.onDidCreate(onInnerChange);
      inside.onDidDelete(onInnerChange);
      return vscode.Disposable.from(watcher, inside);
    });
    for (const watcher of before) watcher.dispose();
  }

  #relistSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.relist();
    }, COLLECTING);
  }
}

function isNoPlaceForBriefings({ path }: vscode.Uri): boolean {
  return /\/(?:\.[^/]*|node_modules)$/.test(path);
}
