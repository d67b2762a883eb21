import type { Token } from 'markdown-it';
import { showsSite, safeUrl, siteOf } from '../text/links/safeUrl.ts';

/** What is made of an image. */
export type ImageChoice =
  /** The picture itself; `src` is absolute: http, https or `data:image/…`. */
  | { readonly kind: 'show'; readonly src: string }
  /** A link that asks for it, with the host that it would come from; `href` is http or https. */
  | { readonly kind: 'ask'; readonly href: string };

export interface RenderOptions {
  /**
   * Asked once for each address, which is given as the text has it: `images/map.png`. Undefined: a box with the image's
   * words, as are all images where nobody is asked.
   */
  readonly image?: ((source: string) => ImageChoice | undefined) | undefined;
}

/** Where a picture may come from: the page's policy says which of these it does come from. */
const SOURCE = /^(?:https?:\/\/|data:image\/)/i;

/** Images: a box with their words, or what the reader has chosen to make of them. */
export class Images {
  readonly #choose: RenderOptions['image'];
  readonly #escape: (text: string) => string;
  readonly #choices = new Map<string, ImageChoice | undefined>();

  constructor(choose: RenderOptions['image'], escape: (text: string) => string) {
    this.#choose = choose;
    this.#escape = escape;
  }

  /** `inLink`: it stands in a link's words, where no other link may begin. */
  html(image: Token | undefined, inLink: boolean): string {
    const words = image?.content ?? '';
    const choice = this.#choiceOf(image);
    if (choice?.kind === 'show')
      return `<img src="${this.#escape(choice.src)}" alt="${this.#escape(words)}">`;
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

  /** Whether it is there to be seen, so that its words are not. */
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

/** Nothing but a picture's own address is shown, and nothing but a web page's is asked for. */
function allowed(choice: ImageChoice | undefined): ImageChoice | undefined {
  switch (choice?.kind) {
    case 'show':
      return SOURCE.test(choice.src) ? choice : undefined;
    case 'ask':
      return /^https?:/i.test(choice.href) ? choice : undefined;
    case undefined:
      return undefined;
  }
}

/** The address as the text gives it; that of an HTML tag is in its `meta`, see htmlTags.ts. */
function sourceOf(image: Token): string | undefined {
  const { source } = (image.meta ?? {}) as { readonly source?: string };
  return source ?? image.attrGet('src')?.toString();
}
