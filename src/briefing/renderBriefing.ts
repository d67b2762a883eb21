import type { Token } from 'markdown-it';
import { isRest } from './blocks/density.ts';
import { type Block, labelOf } from './blocks/document.ts';
import { markEmoji } from '../base/emoji.ts';
import { createMarkdown } from './grammar/markdown.ts';
import type { Briefing, Reference } from './model.ts';
import { type ItemParts, itemParts } from './readingItems.ts';
import { onlyLink, wordsOf } from './render/onlyLink.ts';
import { partOfList, PassageBlocks } from './render/passageBlocks.ts';
import { withoutControls } from '../base/tidy.ts';
import { isTable } from './items/tableRows.ts';
import { renderBlocks } from './render/renderBlocks.ts';
import { Images, type RenderOptions } from './render/renderImages.ts';
import { Links } from './render/renderLinks.ts';
import { ReferenceLists } from './render/renderReferences.ts';
import { Takeaways } from './render/renderTakeaways.ts';
import { linesWithoutSources, passageWithoutSources, withoutSourcesAtEnd } from './render/sourcesAtEnd.ts';
import { escapeInvisible } from '../base/escapeInvisible.ts';
import type { Piece } from './structure/passages.ts';
import { type SectionParts, type Structure, structureOf } from './structure/structure.ts';

/** The HTML of one reading item: what it says, and what it rests on. */
export interface RenderedItem {
  /** What introduces it; '' where nothing does. */
  readonly intro: string;
  readonly body: string;
  /** Where the body is nothing but a link, and so is its one reference: that one's place among the briefing's. */
  readonly reference?: number;
  /** A list of its references; '' where the body is the one that there is, and where the briefing gives none. */
  readonly references: string;
  /** False where they are the whole briefing's, for want of its own. */
  readonly ownReferences: boolean;
}

/**
 * The whole briefing as an HTML fragment: title, lede, sections, with the takeaways, passages and sections as elements
 * that carry their ids, and its references as elements with a class for their place among `briefing.references`: `r-3`.
 * Sanitized by construction: every tag is written here or by Markdown with HTML off, every other character is escaped,
 * every link has passed {@link safeUrl} and shows where it leads, or stays in the briefing or beside it
 * ({@link localTarget}), no character is hidden, and no image is loaded but what the options have shown.
 */
export function renderBriefing(briefing: Briefing, options: RenderOptions = {}): string {
  return new Renderer(briefing, options).article();
}

/** The whole, and each reading item on its own, by its id: read once for both. Safe as {@link renderBriefing} is. */
export function renderParts(
  briefing: Briefing,
  options: RenderOptions = {},
): {
  readonly article: string;
  readonly items: ReadonlyMap<string, RenderedItem>;
} {
  const renderer = new Renderer(briefing, options);
  // First: it marks in the text where the sources stand.
  const article = renderer.article();
  const items = new Map(renderer.parts.map((parts) => [parts.item.id, renderer.item(parts)]));
  return { article, items };
}

class Renderer {
  readonly parts: readonly ItemParts[];
  readonly #title: string;
  readonly #structure: Structure;
  readonly #passages: PassageBlocks;
  /** By its id, the HTML of each passage that was rendered. */
  readonly #written = new Map<string, string>();
  /** What each footnote is called by, by its first token. */
  readonly #labels: ReadonlyMap<Token | undefined, string>;
  readonly #markdown = createMarkdown();
  readonly #escape: (text: string) => string;
  readonly #references: ReferenceLists;
  readonly #takeaways: Takeaways;
  /** Those of a reference section, which every takeaway without its own shows. */
  readonly #shared = new Map<readonly Reference[], string>();

  constructor(briefing: Briefing, { image }: RenderOptions) {
    const structure = structureOf(briefing);
    this.#title = briefing.title;
    this.#labels = new Map([...structure.document.footnotes].map(([label, note]) => [note.tokens[0], label]));
    this.#structure = structure;
    this.parts = itemParts(briefing, structure);
    this.#passages = new PassageBlocks(this.parts);
    this.#escape = this.#markdown.utils.escapeHtml;
    const words = (text: string) => this.#words(text);
    const images = new Images(image, this.#escape);
    const links = new Links(structure, images, this.#escape);
    this.#references = new ReferenceLists(structure.references, links, { escape: this.#escape, words });
    this.#takeaways = new Takeaways({
      escape: this.#escape,
      blocks: (tokens) => this.#render(tokens),
      inline: (tokens) => this.#inline(tokens),
    });
    const { rules } = this.#markdown.renderer;
    rules['text'] = (tokens, at) => this.#words(tokens[at]?.content ?? '');
    rules['rest'] = (tokens, at) =>
      `<p class="rest" dir="auto">${this.#escape(tokens[at]?.content ?? '')}</p>\n`;
    rules['citation'] = (tokens, at) => this.#references.citation(labelOf(tokens[at]));
    rules['image'] = (tokens, at) => images.html(tokens[at], links.isInside);
    rules['link_open'] = (tokens, at) => links.open(tokens, at);
    rules['link_close'] = (tokens, at) => links.close(tokens, at);
    rules['dead_link_open'] = (tokens, at) => links.openDead(tokens[at]);
    rules['dead_link_close'] = (tokens, at) => links.closeDead(tokens, at);
    renderBlocks(this.#markdown);
  }

  article(): string {
    const { lede, sections, document, references } = this.#structure;
    const { given } = references;
    const { footnotes, remarks } = document;
    return shown(
      [
        `<h1 dir="auto">${this.#words(this.#title)}</h1>\n`,
        this.#blocks(remarks.opening),
        lede.length > 0 ? `<div class="lede">${this.#flow(lede)}</div>\n` : '',
        ...sections.map((section) => this.#section(section)),
        footnotes.size > 0 ? `<hr>\n${this.#notes(footnotes)}` : '',
        this.#blocks(remarks.closing),
        given.length > 0 ? `<hr>\n${this.#references.list(given)}` : '',
      ].join(''),
    );
  }

  item(parts: ItemParts): RenderedItem {
    const { own, intro, outro, columns, takeaway, pieces, isGrounded } = parts;
    const { references } = own;
    const body = this.#body(parts);
    const made = outro.length === 0 ? '' : `<div class="made">${shown(this.#blocks(outro))}</div>\n`;
    const link = onlyLink(takeaway?.node ?? wordsOf(pieces), references);
    const reference = this.#references.placeOf(link);
    return {
      intro: shown(`${this.#blocks(intro)}${this.#columns(columns)}`),
      body: `${body}${made}`,
      ...(reference !== undefined && { reference }),
      references:
        reference !== undefined
          ? ''
          : isGrounded
            ? shown(this.#references.list(references))
            : this.#listOf(references),
      ownReferences: isGrounded,
    };
  }

  #columns(columns: string): string {
    return columns && `<p dir="auto">${this.#words(columns)}</p>\n`;
  }

  /** Its own references are listed below it, and so no more than once. */
  #body({ item, own, takeaway, pieces, isGrounded }: ItemParts): string {
    const listed = isGrounded ? own.references : [];
    if (!takeaway) {
      const told = passageWithoutSources(pieces, listed);
      return told.length === pieces.length && told.at(-1)?.tokens === pieces.at(-1)?.tokens
        ? this.#passage(item.id, pieces)
        : shown(this.#pieces(told));
    }
    const { lead, rest, label } = takeaway.node;
    const told = withoutSourcesAtEnd(rest, listed);
    const isLeft = told.length > 0 || lead.length > 0 || label !== undefined;
    const words = told.length > 0 ? lead : linesWithoutSources(lead, listed);
    return shown(this.#takeaways.alone(takeaway, words, isLeft ? told : rest));
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
        ? [this.#sources(node), this.#flow(node.blocks.filter(isRest))]
        : [this.#sectionFlow(blocks)]),
      ...sections.map((section) => this.#section(section)),
      '</section>\n',
    ].join('');
  }

  /** Blocks one below the other: passages, and lists and tables of takeaways between them. */
  #sectionFlow(blocks: SectionParts['blocks']): string {
    const html: string[] = [];
    let plain: Block[] = [];
    for (const { block, takeaways } of blocks) {
      if (takeaways.length === 0 || this.#passages.holds(block)) {
        plain.push(block);
        continue;
      }
      html.push(this.#flow(plain));
      plain = [];
      html.push(
        isTable(block) ? this.#takeaways.rows(block, takeaways) : this.#takeaways.list(block, takeaways),
      );
    }
    return [...html, this.#flow(plain)].join('');
  }

  /** A list of the sources that they name, unless one of them is read as a passage. */
  #notes(footnotes: ReadonlyMap<string, Block>): string {
    const notes = [...footnotes.values()];
    const areRead = notes.some((note) => this.#passages.holds(note));
    return this.#references.listOfNotes(footnotes, areRead) ?? this.#flow(notes);
  }

  /** Blocks one below the other, each passage in an element of its own. */
  #flow(blocks: readonly Block[]): string {
    return this.#passages
      .runsOf(blocks)
      .map(({ id, pieces }) => {
        return id === undefined
          ? this.#pieces(pieces)
          : `<div class="passage" id="${id}">\n${this.#passage(id, pieces)}</div>\n`;
      })
      .join('');
  }

  /** Written once, for the whole and for itself. */
  #passage(id: string, pieces: readonly Piece[]): string {
    const html = this.#written.get(id) ?? shown(this.#pieces(pieces));
    this.#written.set(id, html);
    return html;
  }

  /** A footnote begins with the mark that cites it. */
  #withMark(html: string, piece: Piece | undefined): string {
    const label = piece && this.#labels.get(piece.tokens[0]);
    if (label === undefined) return html;
    const mark = `<sup class="citation">[${this.#escape(label)}]</sup> `;
    return html.replace(/^<p[^>]*>/, (open) => `${open}${mark}`);
  }

  /** Items of one list that was divided stand in one list again. */
  #pieces(pieces: readonly Piece[]): string {
    const html: string[] = [];
    for (let at = 0; at < pieces.length;) {
      const { of: list, tokens = [] } = pieces[at] ?? {};
      let end = at + 1;
      while (list && pieces[end]?.of === list) end++;
      const shown = this.#render(list ? partOfList(list, pieces.slice(at, end)) : tokens);
      html.push(this.#withMark(shown, pieces[at]));
      at = end;
    }
    return html.join('');
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

/** The last thing that is done to a piece of HTML, so that nothing goes by it. */
function shown(html: string): string {
  return escapeInvisible(withoutControls(html));
}
