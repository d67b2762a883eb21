import type { MarkdownIt, Token } from 'markdown-it';
import { type Block, labelOf } from './document.ts';
import type { Briefing, Reference } from './model.ts';
import { safeUrl } from './safeUrl.ts';
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
 * character is escaped, every link has passed {@link safeUrl}, and no image is loaded.
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
  readonly #markdown: MarkdownIt;
  readonly #escape: (text: string) => string;
  /** The briefing's references, which every takeaway without its own shows. */
  #shared: string | undefined;

  constructor(structure: Structure) {
    this.#structure = structure;
    this.#markdown = structure.document.markdown;
    this.#escape = this.#markdown.utils.escapeHtml;
    const { rules } = this.#markdown.renderer;
    rules['citation'] = (tokens, at) => this.#citation(labelOf(tokens[at]));
    rules['image'] = (tokens, at) => `<span class="image">${this.#escape(tokens[at]?.content ?? '')}</span>`;
    rules['link_open'] = (tokens, at) => this.#linkOpen(String(tokens[at]?.attrGet('href')));
    // Markdown aligns cells by a style, which is inline.
    rules['th_open'] = rules['td_open'] = (tokens, at) => {
      const align = /left|center|right/.exec(String(tokens[at]?.attrGet('style')))?.[0];
      return `<${tokens[at]?.tag ?? ''}${align === undefined ? '' : ` class="${align}"`}>`;
    };
  }

  article(title: string): string {
    const { lede, sections, references, document } = this.#structure;
    const notes = [...document.footnotes.keys()].flatMap((label) => references.cited(label) ?? []);
    return [
      `<h1>${this.#escape(title)}</h1>\n`,
      lede.length > 0 ? `<div class="lede">${this.#blocks(lede)}</div>\n` : '',
      ...sections.map((section) => this.#section(section)),
      notes.length > 0 ? `<hr>\n${this.#references(notes)}` : '',
    ].join('');
  }

  takeaway({ node, references }: TakeawayParts): RenderedTakeaway {
    const ownReferences = references !== this.#structure.sectionReferences;
    return {
      body: `<p>${this.#inline(node.lead)}</p>\n${this.#render(node.rest)}`,
      references: ownReferences
        ? this.#references(references)
        : (this.#shared ??= this.#references(references)),
      ownReferences,
    };
  }

  #section({ id, node, blocks, sections }: SectionParts): string {
    const tag = `h${Math.min(6, Math.max(2, node.level))}`;
    const own = this.#structure.references.all.filter(({ range }) =>
      blocks.some(({ block }) => block.from <= range.start.line && range.start.line < block.to),
    );
    return [
      `<section class="section ${node.kind}" id="${id}">\n`,
      `<${tag}>${this.#render(node.heading.tokens.slice(1, -1))}</${tag}>\n`,
      ...(node.kind === 'references'
        ? [this.#references(own)]
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
    const items = takeaways.map(({ id, node: { label, emoji, lead, rest } }) => {
      const colon = /[.?!:]$/.test(label ?? '') ? '' : ':';
      return [
        `<li class="takeaway" id="${id}">`,
        label === undefined ? '' : `<strong class="label">${this.#escape(label)}${colon}</strong> `,
        this.#inline(lead),
        emoji === undefined ? '' : ` <span class="emoji">${this.#escape(emoji)}</span>`,
        rest.length > 0 ? `\n${this.#render(rest)}` : '',
        '</li>\n',
      ].join('');
    });
    const start = typeof first === 'number' ? ` start="${first}"` : '';
    return `<${tag} class="takeaways"${start}>\n${items.join('')}</${tag}>\n`;
  }

  #references(references: readonly Reference[]): string {
    if (references.length === 0) return '';
    const items = references.map(({ title, url, site }) => {
      const name =
        url === undefined ? this.#escape(title) : `${this.#linkOpen(url)}${this.#escape(title)}</a>`;
      const where = site === undefined ? '' : ` <span class="site">${this.#escape(site)}</span>`;
      return `<li class="reference">${name}${where}</li>\n`;
    });
    return `<ol class="references">\n${items.join('')}</ol>\n`;
  }

  /** `[2]` opens its source, and says on hover what that is. */
  #citation(label: string): string {
    const reference = this.#structure.references.cited(label);
    const mark = `[${this.#escape(label)}]`;
    const title = this.#escape(reference?.title ?? '');
    const link = reference?.url === undefined ? undefined : this.#escape(reference.url);
    return link === undefined
      ? `<sup class="citation" title="${title}">${mark}</sup>`
      : `<sup class="citation"><a href="${link}" title="${title}">${mark}</a></sup>`;
  }

  /** The one place that writes a live link. */
  #linkOpen(url: string): string {
    const href = this.#escape(safeUrl(url)?.href ?? '');
    return `<a href="${href}" title="${href}">`;
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
