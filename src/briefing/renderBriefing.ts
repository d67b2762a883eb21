import type { Token } from 'markdown-it';
import { type Block, labelOf } from './document.ts';
import { showsSite } from './linkWords.ts';
import { createMarkdown } from './markdown.ts';
import type { Briefing, Reference } from './model.ts';
import { plainText, withoutControls } from './plainTokens.ts';
import { reveal } from './reveal.ts';
import { safeUrl, shownUrl, siteOf } from './safeUrl.ts';
import { readStructure, type SectionParts, type Structure, type TakeawayParts } from './structure.ts';

/** The HTML of one takeaway: what it says, and what it rests on. */
export interface RenderedTakeaway {
  readonly body: string;
  /** A list of its references; '' where the briefing gives none. */
  readonly references: string;
  /** False where they are the whole briefing's, for want of its own. */
  readonly ownReferences: boolean;
}

/**
 * The whole briefing as an HTML fragment: title, lede, sections, with the takeaways and sections as elements that
 * carry their ids. Sanitized by construction: every tag is written here or by Markdown with HTML off, every other
 * character is escaped, every link has passed {@link safeUrl} and shows where it leads, no character is hidden, and no
 * image is loaded.
 */
export function renderBriefing(briefing: Briefing): string {
  return new Renderer(readStructure(briefing.text)).article(briefing.title);
}

/** The whole, and each takeaway on its own, by its id: read once for both. Safe as {@link renderBriefing} is. */
export function renderParts(briefing: Briefing): {
  readonly article: string;
  readonly takeaways: ReadonlyMap<string, RenderedTakeaway>;
} {
  const structure = readStructure(briefing.text);
  const renderer = new Renderer(structure);
  const takeaways = new Map<string, RenderedTakeaway>();
  const visit = (section: SectionParts): void => {
    for (const { takeaways: own } of section.blocks) {
      for (const takeaway of own) takeaways.set(takeaway.id, renderer.takeaway(takeaway));
    }
    section.sections.forEach(visit);
  };
  structure.sections.forEach(visit);
  return { article: renderer.article(briefing.title), takeaways };
}

class Renderer {
  readonly #structure: Structure;
  readonly #markdown = createMarkdown();
  readonly #escape: (text: string) => string;
  /** The briefing's references, which every takeaway without its own shows. */
  #shared: string | undefined;

  constructor(structure: Structure) {
    this.#structure = structure;
    this.#escape = this.#markdown.utils.escapeHtml;
    const { rules } = this.#markdown.renderer;
    rules['citation'] = (tokens, at) => this.#citation(labelOf(tokens[at]));
    rules['image'] = (tokens, at) => `<span class="image">${this.#escape(tokens[at]?.content ?? '')}</span>`;
    rules['link_open'] = (tokens, at) => this.#linkOpen(urlOf(tokens[at]));
    rules['link_close'] = (tokens, at) => this.#linkClose(tokens, at);
    // Markdown aligns cells by a style, which is inline.
    rules['th_open'] = rules['td_open'] = (tokens, at) => {
      const align = /left|center|right/.exec(String(tokens[at]?.attrGet('style')))?.[0];
      return `<${tokens[at]?.tag ?? ''}${align === undefined ? '' : ` class="${align}"`}>`;
    };
  }

  article(title: string): string {
    const { lede, sections, references, document } = this.#structure;
    const notes = [...document.footnotes];
    const named = notes.flatMap(([label]) => references.cited(label) ?? []);
    return shown(
      `<h1>${this.#escape(title)}</h1>\n`,
      lede.length > 0 ? `<div class="lede">${this.#blocks(lede)}</div>\n` : '',
      ...sections.map((section) => this.#section(section)),
      notes.length > 0
        ? `<hr>\n${this.#sources(
            notes.map(([, note]) => note),
            named,
          )}`
        : '',
    );
  }

  takeaway({ node, references }: TakeawayParts): RenderedTakeaway {
    const ownReferences = references !== this.#structure.sectionReferences;
    return {
      body: shown(`<p>${this.#inline(node.lead)}</p>\n`, this.#render(node.rest)),
      references: ownReferences
        ? shown(this.#references(references))
        : (this.#shared ??= shown(this.#references(references))),
      ownReferences,
    };
  }

  #section({ id, node, blocks, sections }: SectionParts): string {
    const tag = `h${Math.min(6, Math.max(2, node.level))}`;
    return [
      `<section class="section ${node.kind}" id="${id}">\n`,
      node.heading ? `<${tag}>${this.#render(node.heading.tokens.slice(1, -1))}</${tag}>\n` : '',
      ...(node.kind === 'references'
        ? [this.#sources(node.blocks, this.#mentions(node))]
        : blocks.map(({ block, takeaways }) =>
            takeaways.length > 0 ? this.#takeaways(block, takeaways) : this.#blocks([block]),
          )),
      ...sections.map((section) => this.#section(section)),
      '</section>\n',
    ].join('');
  }

  #takeaways(list: Block, takeaways: readonly TakeawayParts[]): string {
    const tag = list.tokens[0]?.tag === 'ol' ? 'ol' : 'ul';
    const first = list.tokens[0]?.attrGet('start');
    const items = takeaways.map(({ id, node: { label, name, emoji, lead, rest } }) => {
      const colon = /[.?!:：。]$/.test(plainText(name)) ? '' : ':';
      return [
        `<li class="takeaway" id="${id}">`,
        label === undefined ? '' : `<strong class="label">${this.#inline(name)}${colon}</strong> `,
        this.#inline(lead),
        emoji === undefined ? '' : ` <span class="emoji">${this.#escape(emoji)}</span>`,
        rest.length > 0 ? `\n${this.#render(rest)}` : '',
        '</li>\n',
      ].join('');
    });
    const start = typeof first === 'number' ? ` start="${first}"` : '';
    return `<${tag} class="takeaways"${start}>\n${items.join('')}</${tag}>\n`;
  }

  /** A list of the sources that some blocks name, or the blocks as they are where that would leave out a word. */
  #sources(blocks: readonly Block[], named: readonly Reference[]): string {
    const listed = countsOf(named.map(shownWords).join(' '));
    const tokens = blocks.flatMap((block) => block.tokens);
    const citations = tokens.flatMap(({ children }) =>
      (children ?? []).filter(({ type }) => type === 'citation'),
    );
    const texts = [...tokens.map((token) => plainText([token])), ...citations.map(labelOf)];
    const written = countsOf(texts.join(' ').replace(/\bhttps?:\S+/g, ' '));
    return [...written].every(([word, count]) => count <= (listed.get(word) ?? 0))
      ? this.#references(named)
      : this.#blocks(blocks);
  }

  /** What a reference section names, each time that it does. */
  #mentions({ from, to }: SectionParts['node']): Reference[] {
    return this.#structure.references.mentions.filter(
      ({ range: { start } }) => from <= start.line && start.line < to,
    );
  }

  #references(references: readonly Reference[]): string {
    if (references.length === 0) return '';
    const items = references.map((reference) => {
      const { title, url } = reference;
      const name =
        url === undefined ? this.#escape(title) : `${this.#linkOpen(url)}${this.#escape(title)}</a>`;
      return `<li class="reference">${name}${this.#where(reference)}</li>\n`;
    });
    return `<ol class="references">\n${items.join('')}</ol>\n`;
  }

  /** The site that a reference names, and the host that its link leads to, where they are not the same. */
  #where({ url, site }: Reference): string {
    const host = url === undefined || hostOf(url) === site ? '' : this.#host(url);
    return site === undefined ? host : ` <span class="site">${this.#escape(site)}${host}</span>`;
  }

  /** `[2]` opens its source, and says on hover what and where that is: the mark is too small to have a host beside it. */
  #citation(label: string): string {
    const reference = this.#structure.references.cited(label);
    const mark = `[${this.#escape(label)}]`;
    const title = reference?.title ?? '';
    return reference?.url === undefined
      ? `<sup class="citation" title="${this.#escape(title)}">${mark}</sup>`
      : `<sup class="citation">${this.#linkOpen(reference.url, `${title} — ${hostOf(reference.url)}`)}${mark}</a></sup>`;
  }

  /** The one place that writes a live link. */
  #linkOpen(url: string, title?: string): string {
    const href = safeUrl(url)?.href ?? '';
    return `<a href="${this.#escape(href)}" title="${this.#escape(title ?? href)}">`;
  }

  /** A link says where it leads: its words are its address, or its host stands behind them. */
  #linkClose(tokens: readonly Token[], close: number): string {
    const open = openingOf(tokens, close);
    const url = urlOf(tokens[open]);
    const words = plainText(tokens.slice(open + 1, close));
    // Without words there would be nothing to see or to click.
    if (words === '') return `${this.#escape(hostOf(url))}</a>`;
    return showsSite(words, url) ? '</a>' : `</a>${this.#host(url)}`;
  }

  #host(url: string): string {
    return ` <span class="host">${this.#escape(hostOf(url))}</span>`;
  }

  #blocks(blocks: readonly Block[]): string {
    return blocks.map(({ tokens }) => this.#render(tokens)).join('');
  }

  #render(tokens: readonly Token[]): string {
    return this.#markdown.renderer.render([...tokens], this.#markdown.options, {});
  }

  #inline(tokens: readonly Token[]): string {
    return this.#markdown.renderer.renderInline([...tokens], this.#markdown.options, {});
  }
}

/** What a list of references shows of one. */
function shownWords({ title, site = '', url }: Reference): string {
  const host = url === undefined ? '' : hostOf(url);
  return `${title} ${site} ${host === site ? '' : host}`;
}

/** How often each word stands in a text. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function urlOf(link: Token | undefined): string {
  return String(link?.attrGet('href'));
}

/** Where the link opens that closes at a place: links do not nest. */
function openingOf(tokens: readonly Token[], close: number): number {
  let at = close;
  while (at > 0 && tokens[at]?.type !== 'link_open') at--;
  return at;
}

/** Where a link leads, in the fewest words: a mail may have no host, then it is the whole address. */
function hostOf(url: string): string {
  return siteOf(url) ?? shownUrl(url);
}

/** The last thing that is done to a piece of HTML, so that nothing goes by it. */
function shown(...html: readonly string[]): string {
  return reveal(withoutControls(html.join('')));
}
