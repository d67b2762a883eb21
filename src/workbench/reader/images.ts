import type * as vscode from 'vscode';
import type { ImageChoice } from '../../briefing/renderBriefing.ts';
import { safeUrl } from '../../briefing/safeUrl.ts';
import { settings } from '../settings.ts';
import { fileBeside } from './besides.ts';

/** Pictures whose bytes are in the text itself. SVG is not among them: it is a document. */
const DATA = /^data:image\/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

/** Which images of a briefing are shown, and what the page has to be allowed for that. */
export class Images {
  readonly #webview: vscode.Webview;
  readonly #briefing: vscode.Uri;
  readonly #wanted: ReadonlySet<string>;
  readonly #mode = settings().reader.images;
  readonly #sources = new Set<string>();
  #roots: readonly vscode.Uri[] = [];

  /** `wanted`: addresses that the person has asked for, one by one. */
  constructor(webview: vscode.Webview, briefing: vscode.Uri, wanted: ReadonlySet<string>) {
    this.#webview = webview;
    this.#briefing = briefing;
    this.#wanted = wanted;
  }

  /** Where the chosen images come from, as a Content Security Policy says it. */
  get sources(): readonly string[] {
    return [...this.#sources].sort();
  }

  /** The folders that they lie in. */
  get roots(): readonly vscode.Uri[] {
    return this.#roots;
  }

  /** `source`: an address as the text gives it. Undefined: the image's words in a box. */
  choose(source: string): ImageChoice | undefined {
    if (DATA.test(source)) return this.#mode === 'off' ? undefined : this.#show(source, 'data:');
    const url = safeUrl(source);
    if (url) return url.protocol === 'mailto:' ? undefined : this.#remote(url);
    return this.#mode === 'off' ? undefined : this.#local(source);
  }

  #remote({ href, origin, pathname }: URL): ImageChoice {
    if (this.#mode === 'all') return this.#show(href, 'https: http:');
    return this.#wanted.has(href)
      ? this.#show(href, `${origin}${withoutMarks(pathname)}`)
      : { kind: 'ask', href };
  }

  #local(source: string): ImageChoice | undefined {
    const beside = fileBeside(this.#briefing, source);
    if (!beside) return undefined;
    this.#roots = [beside.root];
    return this.#show(this.#webview.asWebviewUri(beside.file).toString(), this.#webview.cspSource);
  }

  #show(src: string, source: string): ImageChoice {
    this.#sources.add(source);
    return { kind: 'show', src };
  }
}

/** A policy would take these for its own marks. A browser decodes both paths before it compares them. */
function withoutMarks(path: string): string {
  return path.replace(/[;,']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
