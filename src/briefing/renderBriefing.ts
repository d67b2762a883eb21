import type { Token } from 'markdown-it';
import { directionOf } from './text/direction.ts';
import { isRest } from './blocks/density.ts';
import { type Block, labelOf } from './blocks/document.ts';
import { markEmoji } from '../base/emoji.ts';
import { createMarkdown } from './grammar/markdown.ts';
import type { Briefing, Reference } from './model.ts';
import { withoutControls } from '../base/tidy.ts';
import { isTable } from './items/tableRows.ts';
import { copyOf, plainText } from './grammar/tokens.ts';
import { renderBlocks } from './render/renderBlocks.ts';
import { Images, type RenderOptions } from './render/renderImages.ts';
import { Links } from './render/renderLinks.ts';
import { ReferenceLists } from './render/renderReferences.ts';
import { linksOf } from './blocks/links.ts';
import { escapeInvisible } from '../base/escapeInvisible.ts';
import { type SectionParts, type Structure, structureOf, type TakeawayParts } from './structure/structure.ts';

/** The HTML of one takeaway: what it says, and what it rests on. */
export interface RenderedTakeaway {
  readonly body: string;
  /** Where the body is nothing but a link, and so is its one reference: that one's place among the briefing's. */
  readonly reference?: number;
  /** A list of its references; '' where the body is the one that there is, and where the briefing gives none. */
  readonly references: string;
  /** False where they are the whole briefing's, for want of its own. */
  readonly ownReferences: boolean;
}

/**
 * The whole briefing as an HTML fragment: title, lede, sections, with the takeaways and sections as elements that
 * carry their ids, and its references as elements with a class for their place among `briefing.references`: `r-3`.
 * Sanitized by construction: every tag is written here or by Markdown with HTML off, every other character is escaped,
 * every link has passed {@link safeUrl} and shows where it leads, or stays in the briefing or beside it
 * ({@link localTarget}), no character is hidden, and no image is loaded but what the options have shown.
 */
export function renderBriefing(briefing: Briefing, options: RenderOptions = {}): string {
  return new Renderer(structureOf(briefing), options).article(briefing.title);
}

/** The whole, and each takeaway on its own, by its id: read once for both. Safe as {@link renderBriefing} is. */
export function renderParts(
  briefing: Briefing,
  options: RenderOptions = {},
): {
  readonly article: string;
  readonly takeaways: ReadonlyMap<string, RenderedTakeaway>;
} {
  const structure = structureOf(briefing);
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
  /** Those of a reference section, which every takeaway without its own shows. */
  readonly #shared = new Map<readonly Reference[], string>();

  constructor(structure: Structure, { image }: RenderOptions) {
    this.#structure = structure;
    this.#escape = this.#markdown.utils.escapeHtml;
    const words = (text: string) => this.#words(text);
    const images = new Images(image, this.#escape);
    const links = new Links(structure, images, this.#escape);
    this.#references = new ReferenceLists(structure.references, links, { escape: this.#escape, words });
    const { rules } = this.#markdown.renderer;
    rules['text'] = (tokens, at) => this.#words(tokens[at]?.content ?? '');
    rules['rest'] = (tokens, at) =>
      `<p class="rest" dir="auto">${this.#escape(tokens[at]?.content ?? '')}</p>\n`;
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
    const { footnotes, remarks } = document;
    return shown(
      [
        `<h1 dir="auto">${this.#words(title)}</h1>\n`,
        this.#blocks(remarks.opening),
        lede.length > 0 ? `<div class="lede">${this.#blocks(lede)}</div>\n` : '',
        ...sections.map((section) => this.#section(section)),
        footnotes.size > 0
          ? `<hr>\n${this.#references.listOfNotes(footnotes) ?? this.#blocks([...footnotes.values()])}`
          : '',
        this.#blocks(remarks.closing),
      ].join(''),
    );
  }

  takeaway({ node, ground: { references, isOwn: ownReferences } }: TakeawayParts): RenderedTakeaway {
    const lead = node.lead.length > 0 ? `<p dir="auto">${this.#inline(node.lead)}</p>\n` : '';
    const body = shown(`${lead}${this.#render(node.rest)}`);
    const reference = this.#references.placeOf(onlyLink(node, references));
    if (reference !== undefined) return { body, reference, references: '', ownReferences };
    return {
      body,
      references: ownReferences ? shown(this.#references.list(references)) : this.#listOf(references),
      ownReferences,
    };
  }

  #listOf(references: readonly Reference[]): string {
    const list = this.#shared.get(references) ?? shown(this.#references.list(references));
    this.#shared.set(references, list);
    return list;
  }

  #section({ id, node, blocks, sections }: SectionParts): string {
    const tag = `h${Math.min(6, Math.max(2, node.level))}`;
    return [
      `<section class="section ${node.kind}" id="${id}">\n`,
      node.heading ? `<${tag} dir="auto">${this.#render(node.heading.tokens.slice(1, -1))}</${tag}>\n` : '',
      ...(node.kind === 'references'
        ? [this.#sources(node), this.#blocks(node.blocks.filter(isRest))]
        : blocks.map(({ block, takeaways }) =>
            isTable(block)
              ? this.#rows(block, takeaways)
              : takeaways.length > 0
                ? this.#takeaways(block, takeaways)
                : this.#blocks([block]),
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

  /** A table stays one; its rows that are takeaways have their ids. */
  #rows(table: Block, takeaways: readonly TakeawayParts[]): string {
    const ids = new Map(takeaways.map(({ id, node }) => [node.tokens[0], id]));
    const tokens = table.tokens.map((token) => {
      const id = ids.get(token);
      return id === undefined
        ? token
        : copyOf(token, {
            attrs: [
              ['class', 'takeaway'],
              ['id', id],
            ],
          });
    });
    return this.#render(tokens);
  }

  /** What a reference section holds: its sources as a list, if that leaves out no word. */
  #sources(node: SectionParts['node']): string {
    const blocks = node.blocks.filter((block) => !isRest(block));
    return (
      this.#references.listOf(blocks, this.#structure.references.mentionsIn(node.from, node.to)) ??
      this.#blocks(blocks)
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

/** The reference that a takeaway says, where it says nothing else: a list of it would say the same again. */
function onlyLink(
  { lead, rest }: TakeawayParts['node'],
  references: readonly Reference[],
): Reference | undefined {
  const [reference, ...others] = references;
  const [link] = linksOf(lead);
  if (!reference || !link || rest.length > 0 || others.length > 0) return undefined;
  const words = plainText(link.inside);
  // `[Title](https://…)`, with or without a full stop.
  const isAll = plainText(lead).replace(/[.!?。]$/, '') === words.replace(/[.!?。]$/, '');
  const { title, site } = reference;
  return isAll && [words, link.host].includes(title) && site === link.host ? reference : undefined;
}

/** The last thing that is done to a piece of HTML, so that nothing goes by it. */
function shown(html: string): string {
  return escapeInvisible(withoutControls(html));
}
