import type * as vscode from 'vscode';
import type { ImageChoice } from '../../../briefing/render/renderImages.ts';
import { safeUrl, siteOf } from '../../../briefing/text/links/safeUrl.ts';
import type { OfferedImages } from '../../../reader/content.ts';
import { imageSource } from '../../../reader/imageSource.ts';
import { settings } from '../../settings.ts';
import type { SiblingFile } from './siblingFile.ts';

/** Pictures whose bytes are in the text itself. SVG is not among them: it is a document. */
const DATA = /^data:image\/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

/** Which images of a briefing are shown, and what the page has to be allowed for that. */
export class Images {
  readonly #webview: vscode.Webview;
  readonly #wanted: ReadonlySet<string>;
  readonly #mode = settings().reader.images;
  readonly #besides: ReadonlyMap<string, SiblingFile | undefined>;
  readonly #unknown = new Set<string>();
  readonly #sources = new Set<string>();
  /** Remote ones that are shown only if the person wants them. */
  readonly #offered = new Set<string>();
  #roots: readonly vscode.Uri[] = [];

  /**
   * `besides`: where files beside the briefing lie, by the address that the text gives, as far as that is known; `wanted`:
   * addresses that the person has asked for, one by one or all at once.
   */
  constructor(
    webview: vscode.Webview,
    besides: ReadonlyMap<string, SiblingFile | undefined>,
    wanted: ReadonlySet<string>,
  ) {
    this.#webview = webview;
    this.#besides = besides;
    this.#wanted = wanted;
  }

  /** Addresses of files of which it is not known where they lie. They are not shown. */
  get unknown(): ReadonlySet<string> {
    return this.#unknown;
  }

  /** Where the chosen images come from, as a Content Security Policy says it. */
  get sources(): readonly string[] {
    return [...this.#sources].sort();
  }

  /** The folders that they lie in. */
  get roots(): readonly vscode.Uri[] {
    return this.#roots;
  }

  /** Whether the text has an image at this address that is not shown yet, and may be. */
  offers(href: string): boolean {
    return this.#offered.has(href);
  }

  /** All that are offered. */
  get addresses(): Iterable<string> {
    return this.#offered;
  }

  /** What is said of them; undefined where there are none. */
  get summary(): OfferedImages | undefined {
    const counts = new Map<string, number>();
    for (const href of this.#offered) {
      const host = siteOf(href) ?? '';
      counts.set(host, (counts.get(host) ?? 0) + 1);
    }
    const hosts = [...counts].sort(([, one], [, other]) => other - one).map(([host]) => host);
    return this.#offered.size === 0 ? undefined : { count: this.#offered.size, hosts };
  }

  /** `source`: an address as the text gives it. Undefined: the image's words in a box. */
  choose(source: string): ImageChoice | undefined {
    if (DATA.test(source)) return this.#mode === 'off' ? undefined : this.#show(source, 'data:');
    const url = safeUrl(source);
    if (url) return this.#remote(url);
    return this.#mode === 'off' ? undefined : this.#local(source);
  }

  #remote(url: URL): ImageChoice | undefined {
    const { href } = url;
    const source = imageSource(url);
    if (source === undefined) return undefined;
    if (this.#mode === 'all') return this.#show(href, 'https: http:');
    if (this.#wanted.has(href)) return this.#show(href, source);
    this.#offered.add(href);
    return { kind: 'ask', href };
  }

  #local(source: string): ImageChoice | undefined {
    if (!this.#besides.has(source)) this.#unknown.add(source);
    const beside = this.#besides.get(source);
    if (!beside) return undefined;
    this.#roots = [beside.root];
    return this.#show(this.#webview.asWebviewUri(beside.file).toString(), this.#webview.cspSource);
  }

  #show(src: string, source: string): ImageChoice {
    this.#sources.add(source);
    return { kind: 'show', src };
  }
}
