import * as vscode from 'vscode';
import { Images } from './images.ts';
import { realSiblingFile, type SiblingFile } from './siblingFile.ts';

interface FoundFile {
  readonly address: string;
  /** Undefined where there is none, or none that may be shown. */
  readonly file: SiblingFile | undefined;
}

/** The images of what a panel shows: which the person has asked for, where files lie, and what the page may load. */
export class PanelImages {
  readonly #webview: vscode.Webview;
  /** Addresses that were asked for. */
  readonly #wanted = new Set<string>();
  /** Where the images beside the briefing lie, by the address that it gives. */
  readonly #besides = new Map<string, SiblingFile | undefined>();
  /** What the page may load: it is fixed when its HTML is set. */
  #allowed: Images | undefined;
  /** Those of what it shows. */
  #shown: Images | undefined;

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
  }

  /** Another file has others beside it. */
  forgetFiles(): void {
    this.#besides.clear();
  }

  /** One that was not there may have come. */
  forgetMissing(): void {
    for (const [address, file] of this.#besides) if (!file) this.#besides.delete(address);
  }

  /** For one rendering. */
  choose(): Images {
    return new Images(this.#webview, this.#besides, this.#wanted);
  }

  /** Whether a page can show these without being made anew. */
  allows(images: Images): boolean {
    const roots = new Set(this.#allowed?.roots.map(String));
    const sources = new Set(this.#allowed?.sources);
    return (
      images.sources.every((source) => sources.has(source)) &&
      images.roots.every((root) => roots.has(root.toString()))
    );
  }

  set shown(images: Images) {
    this.#shown = images;
  }

  set allowed(images: Images) {
    this.#allowed = images;
  }

  /**
   * Takes the person's wish for one, or for all, of those that the briefing has and that are not shown yet. False where
   * there is none: the page, which tells it, is the less trusted side.
   */
  want(url?: string): boolean {
    const offered = [...(this.#shown?.addresses ?? [])];
    const wanted = url === undefined ? offered : offered.filter((one) => one === url);
    for (const one of wanted) this.#wanted.add(one);
    return wanted.length > 0;
  }

  /** Looks where files lie of which that is not known, to be told to `know`. Undefined where it is known of all. */
  find({ unknown }: Images, uri: string): Promise<readonly FoundFile[]> | undefined {
    if (unknown.size === 0) return undefined;
    const briefing = vscode.Uri.parse(uri);
    return Promise.all(
      [...unknown].map(async (address) => ({ address, file: await existingFile(briefing, address) })),
    );
  }

  know(found: readonly FoundFile[]): void {
    for (const { address, file } of found) this.#besides.set(address, file);
  }
}

/** A browser has a broken picture for what is not there, where its words can be shown. */
async function existingFile(briefing: vscode.Uri, address: string): Promise<SiblingFile | undefined> {
  const beside = await realSiblingFile(briefing, address);
  try {
    if (beside) await vscode.workspace.fs.stat(beside.file);
    return beside;
  } catch {
    return undefined;
  }
}
