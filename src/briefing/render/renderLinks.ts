import type { Token } from 'markdown-it';
import { ellipsize } from '../../base/shorten.ts';
import { localTargetOf } from '../blocks/links.ts';
import { anchorsOf } from '../structure/anchors.ts';
import { readableAddress } from '../text/links/readableAddress.ts';
import { showsSite, destinationOf, safeUrl, shownUrl } from '../text/links/safeUrl.ts';
import { haveWords, plainText } from '../grammar/tokens.ts';
import { cannotBeHost } from './cannotBeHost.ts';
import type { ImageRenderer } from './renderImages.ts';
import type { SectionParts, Structure } from '../structure/structure.ts';

/**
 * How long the addresses in all lists of references may be together, beside a multiple of the text, in UTF-16 units.
 * Every item can have the same long one: the page would become larger than a string can be.
 */
const ADDRESSES = 200_000;
const TIMES_TEXT = 10;
/** Maximum length of the title of a section, as a hint, in UTF-16 units. */
const MAX_HINT = 300;

/** Renders links. Only this class writes links that can be followed, except for images that are asked for. */
export class LinkRenderer {
  readonly #structure: Structure;
  readonly #images: ImageRenderer;
  readonly #escape: (text: string) => string;
  #sections: ReadonlyMap<string, SectionParts> | undefined;
  /** The elements that links have opened, innermost last. */
  readonly #open: ('a' | 'span')[] = [];
  readonly #firsts = new WeakMap<readonly Token[], ReadonlyMap<string, number>>();
  /** How long the addresses that follow may be together; those beyond that lead nowhere. */
  #room: number;

  constructor(
    structure: Structure,
    images: ImageRenderer,
    escape: (text: string) => string,
    textLength: number,
  ) {
    this.#room = ADDRESSES + TIMES_TEXT * textLength;
    this.#structure = structure;
    this.#images = images;
    this.#escape = escape;
  }

  /** Whether the current position is in a link, which a browser would end at the start of another link. */
  get isInside(): boolean {
    return this.#open.includes('a');
  }

  open(tokens: readonly Token[], open: number): string {
    this.#open.push('a');
    const { href } = safeUrl(urlOf(tokens[open])) ?? { href: '' };
    return this.#opening(href, readableAddress(href), this.#isHostShown(tokens, open) ? 'said' : undefined);
  }

  /** Closes a link so that it shows where it leads: its words are its address, or its host follows them. */
  close(tokens: readonly Token[], close: number): string {
    this.#open.pop();
    const open = openingOf(tokens, close, 'link_open');
    const url = urlOf(tokens[open]);
    const inside = tokens.slice(open + 1, close);
    const words = plainText(inside);
    // A picture could show any address.
    if (inside.some((token) => this.#images.isShown(token))) return `</a>${this.host(url)}`;
    // Without words there would be nothing to see or to click.
    if (words === '') return `${this.#escape(shortDestination(url))}</a>`;
    if (showsSite(words, url)) return '</a>';
    // If the host is hidden, there must be no space before a comma.
    return `</a>${this.#isHostShown(tokens, open) ? this.host(url).trim() : this.host(url)}`;
  }

  /** Opens a link that is not live: it leads to a section or a file, or nowhere. */
  openDead(link: Token | undefined): string {
    const target = this.#targetOf(link);
    this.#open.push(target ? 'a' : 'span');
    return target?.open ?? '<span>';
  }

  closeDead(tokens: readonly Token[], close: number): string {
    if (this.#open.pop() !== 'a') return '</span>';
    const open = openingOf(tokens, close, 'dead_link_open');
    const inside = tokens.slice(open + 1, close);
    const isEmpty = !haveWords(inside) && !inside.some((token) => this.#images.isShown(token));
    return `${isEmpty ? this.#escape(this.#targetOf(tokens[open])?.title ?? '') : ''}</a>`;
  }

  /** The opening tag of a link to the web. {@link safeUrl} is checked here, whatever was checked before. */
  live(url: string, title?: string): string {
    const href = safeUrl(url)?.href ?? '';
    this.#room -= href.length;
    if (this.#room < 0) return '<a>';
    return this.#opening(href, title ?? readableAddress(href));
  }

  /** The opening tag of a link to a reference, by its index in the briefing's references. */
  toReference(index: number, title: string): string {
    return this.#opening(`#r-${index}`, title);
  }

  host(url: string): string {
    return ` <span class="host">${this.#escape(shortDestination(url))}</span>`;
  }

  /**
   * Whether an earlier link in the same paragraph, heading or cell (`tokens`) shows the same host, and the words of
   * this link do not name another. Its host is then shown only on hover and on keyboard focus.
   */
  #isHostShown(tokens: readonly Token[], open: number): boolean {
    const url = urlOf(tokens[open]);
    if ((this.#firstsOf(tokens).get(shortDestination(url)) ?? open) === open) return false;
    let close = open;
    while (close < tokens.length && tokens[close]?.type !== 'link_close') close++;
    const inside = tokens.slice(open + 1, close);
    return !inside.some((token) => this.#images.isShown(token)) && cannotBeHost(plainText(inside));
  }

  /** The index of the first link to each host, which shows the host in one way or another. */
  #firstsOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
    const known = this.#firsts.get(tokens);
    if (known) return known;
    const firsts = new Map<string, number>();
    for (const [at, token] of tokens.entries()) {
      const host = token.type === 'link_open' ? shortDestination(urlOf(token)) : undefined;
      if (host !== undefined && !firsts.has(host)) firsts.set(host, at);
    }
    this.#firsts.set(tokens, firsts);
    return firsts;
  }

  #targetOf(link: Token | undefined): { readonly open: string; readonly title: string } | undefined {
    const target = link && localTargetOf(link);
    if (!target || this.isInside) return undefined;
    if (target.kind === 'file')
      return { open: this.#opening(target.href, target.path, 'file'), title: target.path };
    this.#sections ??= anchorsOf(this.#structure);
    const section = this.#sections.get(target.name) ?? this.#sections.get(target.name.toLowerCase());
    if (!section) return undefined;
    const title = ellipsize(section.title, MAX_HINT);
    return { open: this.#opening(`#${section.id}`, title), title };
  }

  #opening(href: string, title: string, name?: string): string {
    const named = name === undefined ? '' : ` class="${name}"`;
    return `<a${named} href="${this.#escape(href)}" title="${this.#escape(title)}">`;
  }
}

function urlOf(link: Token | undefined): string {
  return String(link?.attrGet('href'));
}

/** The index of the token that opens the link that closes at `close`. A link that is not live may contain others. */
function openingOf(tokens: readonly Token[], close: number, type: 'link_open' | 'dead_link_open'): number {
  const closing = type.replace('open', 'close');
  let at = close;
  for (let inside = 0; at > 0; at--) {
    if (tokens[at]?.type === closing) inside++;
    else if (tokens[at]?.type === type && --inside === 0) break;
  }
  return at;
}

/** Where a link leads, as short as possible. */
export function shortDestination(url: string): string {
  return destinationOf(url) ?? shownUrl(url);
}
