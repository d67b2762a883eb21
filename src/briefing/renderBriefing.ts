import type { Token } from 'markdown-it';
import { directionOf } from './direction.ts';
import { type Block, labelOf } from './document.ts';
import { markEmoji } from './emoji.ts';
import { createMarkdown } from './markdown.ts';
import type { Briefing } from './model.ts';
import { plainText, withoutControls } from './plainTokens.ts';
import { renderBlocks } from './renderBlocks.ts';
import { Images } from './renderImages.ts';
import { Links } from './renderLinks.ts';
import { ReferenceLists } from './renderReferences.ts';
import type { Mention } from './references.ts';
import { reveal } from './reveal.ts';
import { readStructure, type SectionParts, type Structure, type TakeawayParts } from './structure.ts';

/** The HTML of one takeaway: what it says, and what it rests on. */
export interface RenderedTakeaway {
  readonly body: string;
  /** A list of its references; '' where the briefing gives none. */
  readonly references: string;
  /** False where they are the whole briefing's, for want of its own. */
  readonly ownReferences: boolean;
}

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

/**
 * The whole briefing as an HTML fragment: title, lede, sections, with the takeaways and sections as elements that
 * carry their ids, and its references as elements with a class for their place among `briefing.references`: `r-3`.
 * Sanitized by construction: every tag is written here or by Markdown with HTML off, every other character is escaped,
 * every link has passed {@link safeUrl} and shows where it leads, or stays in the briefing or beside it
 * ({@link localTarget}), no character is hidden, and no image is loaded but what the options have shown.
 */
export function renderBriefing(briefing: Briefing, options: RenderOptions = {}): string {
  return new Renderer(readStructure(briefing.text), options).article(briefing.title);
}

/** The whole, and each takeaway on its own, by its id: read once for both. Safe as {@link renderBriefing} is. */
export function renderParts(
  briefing: Briefing,
  options: RenderOptions = {},
): {
  readonly article: string;
  readonly takeaways: ReadonlyMap<string, RenderedTakeaway>;
} {
  const structure = readStructure(briefing.text);
  const renderer = new Renderer(structure, options);
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
  readonly #references: ReferenceLists;
  /** The briefing's references, which every takeaway without its own shows. */
  #shared: string | undefined;

  constructor(structure: Structure, { image }: RenderOptions) {
    this.#structure = structure;
    this.#escape = this.#markdown.utils.escapeHtml;
    const words = (text: string) => this.#words(text);
    const images = new Images(image, this.#escape);
    const links = new Links(structure, images, this.#escape);
    this.#references = new ReferenceLists(structure.references, links, { escape: this.#escape, words });
    const { rules } = this.#markdown.renderer;
    rules['text'] = (tokens, at) => this.#words(tokens[at]?.content ?? '');
    rules['citation'] = (tokens, at) => this.#references.citation(labelOf(tokens[at]));
    rules['image'] = (tokens, at) => images.html(tokens[at], links.isInside);
    rules['link_open'] = (tokens, at) => links.open(tokens[at]);
    rules['link_close'] = (tokens, at) => links.close(tokens, at);
    rules['dead_link_open'] = (tokens, at) => links.openDead(tokens[at]);
    rules['dead_link_close'] = (tokens, at) => links.closeDead(tokens, at);
    renderBlocks(this.#markdown);
  }

  article(title: string): string {
    const { lede, sections, document } = this.#structure;
    const { footnotes } = document;
    return shown(
      `<h1 dir="auto">${this.#words(title)}</h1>\n`,
      lede.length > 0 ? `<div class="lede">${this.#blocks(lede)}</div>\n` : '',
      ...sections.map((section) => this.#section(section)),
      footnotes.size > 0
        ? `<hr>\n${this.#references.listOfNotes(footnotes) ?? this.#blocks([...footnotes.values()])}`
        : '',
    );
  }

  takeaway({ node, references }: TakeawayParts): RenderedTakeaway {
    const ownReferences = references !== this.#structure.sectionReferences;
    return {
      body: shown(`<p dir="auto">${this.#inline(node.lead)}</p>\n`, this.#render(node.rest)),
      references: ownReferences
        ? shown(this.#references.list(references))
        : (this.#shared ??= shown(this.#references.list(references))),
      ownReferences,
    };
  }

  #section({ id, node, blocks, sections }: SectionParts): string {
    const tag = `h${Math.min(6, Math.max(2, node.level))}`;
    return [
      `<section class="section ${node.kind}" id="${id}">\n`,
      node.heading ? `<${tag} dir="auto">${this.#render(node.heading.tokens.slice(1, -1))}</${tag}>\n` : '',
      ...(node.kind === 'references'
        ? [this.#references.listOf(node.blocks, this.#mentions(node)) ?? this.#blocks(node.blocks)]
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
        `<li class="takeaway" id="${id}" dir="auto">`,
        label === undefined ? '' : `<strong class="label">${this.#inline(name)}${colon}</strong> `,
        this.#inline(lead),
        emoji === undefined ? '' : ` <span class="emoji">${this.#escape(emoji)}</span>`,
        rest.length > 0 ? `\n${this.#render(rest)}` : '',
        '</li>\n',
      ].join('');
    });
    const start = typeof first === 'number' ? ` start="${first}"` : '';
    const { label = '', text = '' } = takeaways[0]?.node ?? {};
    const direction = directionOf(`${label} ${text}`);
    return `<${tag} class="takeaways"${start} dir="${direction}">\n${items.join('')}</${tag}>\n`;
  }

  /** What a reference section names, each time that it does. */
  #mentions({ from, to }: SectionParts['node']): Mention[] {
    return this.#structure.references.mentions.filter(
      ({ range: { start } }) => from <= start.line && start.line < to,
    );
  }

  /** Words with their emoji marked, so that the page can hide or space them. */
  #words(text: string): string {
    return markEmoji(this.#escape(text), '<span class="emoji">', '</span>');
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

/** The last thing that is done to a piece of HTML, so that nothing goes by it. */
function shown(...html: readonly string[]): string {
  return reveal(withoutControls(html.join('')));
}
