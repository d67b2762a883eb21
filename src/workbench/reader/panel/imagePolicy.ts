import * as vscode from 'vscode';
import { tidy } from '../../../base/tidy.ts';
import type { ImageChoice } from '../../../briefing/render/renderImages.ts';
import { safeUrl, siteOf } from '../../../briefing/text/links/safeUrl.ts';
import type { OfferedImages } from '../../../reader/content.ts';
import { cspImageSource } from '../../../reader/cspImageSource.ts';
import { settings } from '../../settings.ts';
import type { SiblingFile } from './siblingFile.ts';
import { addCount } from '../../../base/collections/counts.ts';

/** Data URIs of images. SVG is not allowed: it is a document, not a plain image. */
const DATA = /^data:image\/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

/** A file beside a briefing; undefined if an address leads to none that may be shown. */
export type ImageFile = SiblingFile | 'missing' | undefined;

/** Decides which images of a briefing are shown, and what the page has to be allowed to load. */
export class ImagePolicy {
  readonly #webview: vscode.Webview;
  readonly #requested: ReadonlySet<string>;
  readonly #mode = settings().reader.images;
  readonly #siblings: ReadonlyMap<string, ImageFile>;
  readonly #unresolved = new Set<string>();
  readonly #cspSources = new Set<string>();
  /** Remote images that are shown only on request. */
  readonly #offered = new Set<string>();
  #roots: readonly vscode.Uri[] = [];

  /**
   * `siblings`: files beside the briefing by the address in its text, as far as they have been looked up; `requested`:
   * addresses that the user has requested, one by one or all at once.
   */
  constructor(
    webview: vscode.Webview,
    siblings: ReadonlyMap<string, ImageFile>,
    requested: ReadonlySet<string>,
  ) {
    this.#webview = webview;
    this.#siblings = siblings;
    this.#requested = requested;
  }

  /** Addresses of files that have not been looked up yet. They are not shown. */
  get unresolved(): ReadonlySet<string> {
    return this.#unresolved;
  }

  /** The sources of the chosen images, for the page's Content Security Policy. */
  get cspSources(): readonly string[] {
    return [...this.#cspSources].sort();
  }

  /** The folders that contain local images, for `localResourceRoots`. */
  get roots(): readonly vscode.Uri[] {
    return this.#roots;
  }

  /** The addresses of all images that could be shown on request. */
  get offeredAddresses(): Iterable<string> {
    return this.#offered;
  }

  /** How many images could be shown, and from which hosts (most first); undefined if there are none. */
  get summary(): OfferedImages | undefined {
    const counts = new Map<string, number>();
    for (const href of this.#offered) {
      const host = siteOf(href) ?? '';
      addCount(counts, host);
    }
    const hosts = [...counts].sort(([, one], [, other]) => other - one).map(([host]) => host);
    return this.#offered.size === 0 ? undefined : { count: this.#offered.size, hosts };
  }

  /**
   * Decides about one image. `source`: an address as written in the text. Undefined if its alternative text is shown
   * instead.
   */
  decide(source: string): ImageChoice | undefined {
    if (DATA.test(source)) return this.#mode === 'off' ? undefined : this.#allow(source, 'data:');
    const url = safeUrl(source);
    if (url) return this.#remote(url);
    return this.#mode === 'off' ? undefined : this.#local(source);
  }

  #remote(url: URL): ImageChoice | undefined {
    const { href } = url;
    const source = cspImageSource(url);
    if (source === undefined) return undefined;
    if (this.#mode === 'all') return this.#allow(href, 'https: http:');
    if (this.#requested.has(href)) return this.#allow(href, source);
    this.#offered.add(href);
    return { kind: 'ask', href };
  }

  #local(source: string): ImageChoice | undefined {
    if (!this.#siblings.has(source)) this.#unresolved.add(source);
    const beside = this.#siblings.get(source);
    if (beside === 'missing')
      return { kind: 'missing', note: vscode.l10n.t('Image file not found: {0}', tidy(source)) };
    if (!beside) return this.#siblings.has(source) ? unavailable(source) : undefined;
    this.#roots = [beside.root];
    return this.#allow(this.#webview.asWebviewUri(beside.file).toString(), this.#webview.cspSource);
  }

  #allow(src: string, source: string): ImageChoice {
    this.#cspSources.add(source);
    return { kind: 'show', src };
  }
}

/** The note on an image whose path leads out of the folder, or to nothing that may be shown: `/assets/map.png`. */
function unavailable(source: string): ImageChoice | undefined {
  const isPath = !/^[a-z][\w+.-]*:/i.test(source);
  return isPath
    ? { kind: 'missing', note: vscode.l10n.t('Image cannot be shown: {0}', tidy(source)) }
    : undefined;
}
