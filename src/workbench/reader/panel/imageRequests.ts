import * as vscode from 'vscode';
import { isMissing } from '../../errors.ts';
import { type ImageFile, ImagePolicy } from './imagePolicy.ts';
import { realSiblingFile } from './siblingFile.ts';

interface FoundFile {
  readonly address: string;
  readonly file: ImageFile;
}

/** The images of a panel: which ones the user has requested, where files are, and what the page may load. */
export class ImageRequests {
  readonly #webview: vscode.Webview;
  /** Addresses that the user has requested. */
  readonly #requested = new Set<string>();
  /** Files beside the briefing, by the address in its text. */
  readonly #siblings = new Map<string, ImageFile>();
  /** The images that the page may load. This is fixed when its HTML is set. */
  #allowed: ImagePolicy | undefined;
  /** The images of the latest rendering. */
  #rendered: ImagePolicy | undefined;

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
  }

  /** Forgets the files that were looked up, because another briefing has other files beside it. */
  forgetFiles(): void {
    this.#siblings.clear();
  }

  /** Forgets the missing files: they may exist by now. */
  forgetMissing(): void {
    for (const [address, file] of this.#siblings)
      if (file === undefined || file === 'missing') this.#siblings.delete(address);
  }

  /** Returns a new policy, for one rendering. */
  newPolicy(): ImagePolicy {
    return new ImagePolicy(this.#webview, this.#siblings, this.#requested);
  }

  /** Whether the current page may load these images, without setting its HTML again. */
  allows(images: ImagePolicy): boolean {
    const roots = new Set(this.#allowed?.roots.map(String));
    const sources = new Set(this.#allowed?.cspSources);
    return (
      images.cspSources.every((source) => sources.has(source)) &&
      images.roots.every((root) => roots.has(root.toString()))
    );
  }

  set rendered(images: ImagePolicy) {
    this.#rendered = images;
  }

  set allowed(images: ImagePolicy) {
    this.#allowed = images;
  }

  /**
   * Records that the user wants an image, or all images; only those that are offered and not shown yet. Returns false
   * if there are none: the request comes from the page, which is the less trusted side.
   */
  request(url?: string): boolean {
    const offered = [...(this.#rendered?.offeredAddresses ?? [])];
    const wanted = url === undefined ? offered : offered.filter((one) => one === url);
    for (const one of wanted) this.#requested.add(one);
    return wanted.length > 0;
  }

  /** Looks up the unresolved files; pass the result to `addFiles`. Undefined if there are none. */
  lookUp({ unresolved }: ImagePolicy, uri: string): Promise<readonly FoundFile[]> | undefined {
    if (unresolved.size === 0) return undefined;
    const briefing = vscode.Uri.parse(uri);
    return Promise.all(
      [...unresolved].map(async (address) => ({ address, file: await existingFile(briefing, address) })),
    );
  }

  addFiles(found: readonly FoundFile[]): void {
    for (const { address, file } of found) this.#siblings.set(address, file);
  }
}

/** Returns a file only if it exists: a browser would show a broken image, where the alternative text can be shown. */
async function existingFile(briefing: vscode.Uri, address: string): Promise<ImageFile> {
  const beside = await realSiblingFile(briefing, address);
  try {
    if (beside) await vscode.workspace.fs.stat(beside.file);
    return beside;
  } catch (error) {
    return isMissing(error) ? 'missing' : undefined;
  }
}
