import type { Token } from 'markdown-it';
import { showsSite, safeUrl, siteOf } from '../text/links/safeUrl.ts';

/** How an image is rendered. */
export type ImageChoice =
  /** Show the picture; `src` is absolute: http, https or `data:image/…`. */
  | { readonly kind: 'show'; readonly src: string }
  /** Show a link that asks for the image, with the host that it would come from; `href` is http or https. */
  | { readonly kind: 'ask'; readonly href: string }
  /** Show its words in a box, and below them a note on why there is no picture. */
  | { readonly kind: 'missing'; readonly note: string };

export interface RenderOptions {
  /**
   * Called once for each address, as the text has it: `images/map.png`. If it is missing or returns undefined, the
   * image is a box with its words.
   */
  readonly image?: ((source: string) => ImageChoice | undefined) | undefined;
}

/** Addresses that a picture may be loaded from. The page's content security policy restricts them further. */
const SOURCE = /^(?:https?:\/\/|data:image\/)/i;

/** Renders images: as a box with their words, or as the options choose. */
export class ImageRenderer {
  readonly #choose: RenderOptions['image'];
  readonly #escape: (text: string) => string;
  readonly #choices = new Map<string, ImageChoice | undefined>();

  constructor(choose: RenderOptions['image'], escape: (text: string) => string) {
    this.#choose = choose;
    this.#escape = escape;
  }

  /** `inLink`: whether the image is in a link's words, where no other link may begin. */
  html(image: Token | undefined, inLink: boolean): string {
    const words = image?.content ?? '';
    const choice = this.#choiceOf(image);
    if (choice?.kind === 'show')
      return `<img src="${this.#escape(choice.src)}" alt="${this.#escape(words)}">`;
    if (choice?.kind === 'missing') {
      const lines = [words.trim(), choice.note].filter(Boolean).map((line) => this.#escape(line));
      return `<span class="image">${lines.join('<br>')}</span>`;
    }
    const url = choice && !inLink ? safeUrl(choice.href) : undefined;
    const host = url && siteOf(url);
    if (!url || host === undefined) return `<span class="image">${this.#escape(words)}</span>`;
    const href = this.#escape(url.href);
    const link = (text: string) =>
      `<a class="image" href="${href}" title="${href}">${this.#escape(text)}</a>`;
    if (words.trim() === '') return link(host);
    return showsSite(words, url.href)
      ? link(words)
      : `${link(words)} <span class="host">${this.#escape(host)}</span>`;
  }

  /** Whether the picture is shown, and its words are not. */
  isShown(image: Token): boolean {
    return image.type === 'image' && this.#choiceOf(image)?.kind === 'show';
  }

  #choiceOf(image: Token | undefined): ImageChoice | undefined {
    const source = image && sourceOf(image);
    if (source === undefined || source === '' || !this.#choose) return undefined;
    if (!this.#choices.has(source)) this.#choices.set(source, allowed(this.#choose(source)));
    return this.#choices.get(source);
  }
}

/** Drops a choice that would show anything but a picture's address, or link to anything but a web address. */
function allowed(choice: ImageChoice | undefined): ImageChoice | undefined {
  switch (choice?.kind) {
    case 'show':
      return SOURCE.test(choice.src) ? choice : undefined;
    case 'ask':
      return /^https?:/i.test(choice.href) ? choice : undefined;
    case 'missing':
    case undefined:
      return choice;
  }
}

/** The address of an image as written. That of an HTML tag is in its `meta`, see htmlTags.ts. */
function sourceOf(image: Token): string | undefined {
  const { source } = (image.meta ?? {}) as { readonly source?: string };
  return source ?? image.attrGet('src')?.toString();
}
