import { directionOfOwn } from '../base/direction.ts';
import type { Token } from 'markdown-it';
import { isRest } from './blocks/density.ts';
import { type Block, blockText, citationLabel } from './blocks/document.ts';
import { isTable } from './blocks/kinds.ts';
import { markEmoji } from '../base/emoji.ts';
import { createMarkdown } from './grammar/markdown.ts';
import type { Briefing, Reference } from './model.ts';
import { type ItemParts, itemParts } from './readingItems.ts';
import { onlyLink, wordsOfPassage } from './render/onlyLink.ts';
import { partOfList, PassageBlocks } from './render/passageBlocks.ts';
import { ellipsize } from '../base/shorten.ts';
import { withoutControls } from '../base/tidy.ts';
import { renderBlocks } from './render/renderBlocks.ts';
import { ImageRenderer, type RenderOptions } from './render/renderImages.ts';
import { LinkRenderer } from './render/renderLinks.ts';
import { ReferenceLists } from './render/renderReferences.ts';
import { TakeawayRenderer } from './render/renderTakeaways.ts';
import { linesWithoutSources, passageWithoutSources, withoutSourcesAtEnd } from './render/trailingSources.ts';
import { escapeInvisible } from '../base/escapeInvisible.ts';
import type { Piece } from './structure/passages.ts';
import { type SectionParts, type Structure, structureOf } from './structure/structure.ts';

/** The HTML of one reading item, and of its references. */
export interface RenderedItem {
  /** The introduction of the item; '' if it has none. */
  readonly intro: string;
  readonly body: string;
  /** If the body is nothing but a link to the item's only reference: the index of that in the briefing's references. */
  readonly reference?: number;
  /** A list of its references; '' if the body is its only reference, or if the briefing has none. */
  readonly references: string;
  /** False if the references are those of the whole briefing, because the item has none of its own. */
  readonly hasOwnReferences: boolean;
}

/**
 * Returns the whole briefing as an HTML fragment: title, lede and sections. Takeaways, passages and sections are
 * elements with their ids, references are elements with a class for their index in `briefing.references`: `r-3`.
 * Sanitized by construction: every tag is written here or by Markdown with HTML off, every other character is escaped,
 * every link has passed {@link safeUrl} and shows where it leads, or stays in the briefing or beside it
 * ({@link localTarget}), no character is hidden, and no image is loaded except those that the options show.
 */
export function renderBriefing(briefing: Briefing, options: RenderOptions = {}): string {
  return new Renderer(briefing, options).article();
}

/** Renders the whole briefing, and each reading item by its id, in one go. As safe as {@link renderBriefing}. */
export function renderParts(
  briefing: Briefing,
  options: RenderOptions = {},
): {
  readonly article: string;
  readonly items: ReadonlyMap<string, RenderedItem>;
} {
  const renderer = new Renderer(briefing, options);
  // The article is rendered first, because that marks the tokens that hold the sources.
  const article = renderer.article();
  const items = new Map(renderer.parts.map((parts) => [parts.readingItem.id, renderer.item(parts)]));
  return { article, items };
}

/** Maximum length of all copies of a list of references on a page, in UTF-16 units. */
const MAX_COPIES = 4_000_000;
/** Maximum length of the names of a table's columns above the item of each row, in UTF-16 units. */
const MAX_COLUMNS = 500;

class Renderer {
  readonly parts: readonly ItemParts[];
  readonly #title: string;
  readonly #structure: Structure;
  readonly #passages: PassageBlocks;
  /** The HTML of each rendered passage, by its id. */
  readonly #written = new Map<string, string>();
  /** The label of each footnote, by the footnote's first token. */
  readonly #labels: ReadonlyMap<Token | undefined, string>;
  /** Only renders, so that the work of finding its rules for parsing would be in vain. */
  readonly #markdown = createMarkdown({ isLean: false });
  readonly #escape: (text: string) => string;
  readonly #references: ReferenceLists;
  readonly #takeaways: TakeawayRenderer;
  /** The HTML of lists that items share, such as the references of a reference section. */
  readonly #shared = new Map<readonly Reference[], string>();

  constructor(briefing: Briefing, { image }: RenderOptions) {
    const structure = structureOf(briefing);
    this.#title = briefing.title;
    const { document, references } = structure;
    this.#labels = new Map(
      [...document.footnotes].map(([label, note]) => [note.tokens[0], references.labelOfMark(label)]),
    );
    this.#structure = structure;
    this.parts = itemParts(briefing, structure);
    this.#passages = new PassageBlocks(this.parts);
    this.#escape = this.#markdown.utils.escapeHtml;
    const words = (text: string) => this.#words(text);
    const images = new ImageRenderer(image, this.#escape);
    const links = new LinkRenderer(structure, images, this.#escape, briefing.text.length);
    this.#references = new ReferenceLists(structure.references, links, { escape: this.#escape, words });
    this.#takeaways = new TakeawayRenderer({
      escape: this.#escape,
      blocks: (tokens) => this.#render(tokens),
      inline: (tokens) => this.#inline(tokens),
    });
    const { rules } = this.#markdown.renderer;
    rules['text'] = (tokens, at) => {
      const words = this.#words(tokens[at]?.content ?? '');
      // A citation never begins a line, where it would be separated from the words that it supports.
      return tokens[at + 1]?.type === 'citation' ? words.replace(/ $/, '\u00a0') : words;
    };
    rules['rest'] = (tokens, at) =>
      `<p class="rest" dir="auto">${this.#escape(tokens[at]?.content ?? '')}</p>\n`;
    rules['citation'] = (tokens, at) => this.#references.citation(citationLabel(tokens[at]));
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
    return escapeHidden(
      [
        `<h1 dir="${directionOfOwn(this.#title)}">${this.#words(this.#title)}</h1>\n`,
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
    const { intro, outro, columns, takeaway, pieces, hasOwnReferences } = parts;
    const { references } = parts.item;
    const body = this.#body(parts);
    const made = outro.length === 0 ? '' : `<div class="made">${escapeHidden(this.#blocks(outro))}</div>\n`;
    const link = onlyLink(takeaway?.node ?? wordsOfPassage(pieces), references);
    const reference = this.#references.placeOf(link);
    return {
      intro: escapeHidden(`${this.#blocks(intro)}${this.#columns(columns)}`),
      body: `${body}${made}`,
      ...(reference !== undefined && { reference }),
      references:
        reference !== undefined
          ? ''
          : hasOwnReferences
            ? escapeHidden(this.#references.list(references))
            : this.#listOf(references),
      hasOwnReferences,
    };
  }

  #columns(columns: string): string {
    return columns && `<p class="columns" dir="auto">${this.#words(ellipsize(columns, MAX_COLUMNS))}</p>\n`;
  }

  /** Renders the item without the sources at its end that are listed below it as its own references. */
  #body({ item, takeaway, pieces, hasOwnReferences }: ItemParts): string {
    const listed = hasOwnReferences ? item.references : [];
    if (!takeaway) {
      const told = passageWithoutSources(pieces, listed);
      return told.length === pieces.length && told.at(-1)?.tokens === pieces.at(-1)?.tokens
        ? this.#passage(item.id, pieces)
        : escapeHidden(this.#pieces(told));
    }
    const { lead, rest, label } = takeaway.node;
    const told = withoutSourcesAtEnd(rest, listed);
    const isLeft = told.length > 0 || lead.length > 0 || label !== undefined;
    const words = told.length > 0 ? lead : linesWithoutSources(lead, listed);
    return escapeHidden(this.#takeaways.alone(takeaway, words, isLeft ? told : rest));
  }

  /** Renders a list that many items may have; '' if all its copies would be too much for a page. */
  #listOf(references: readonly Reference[]): string {
    const known = this.#shared.get(references);
    if (known !== undefined) return known;
    const html = escapeHidden(this.#references.list(references));
    const copies = this.parts.filter(({ item }) => item.references === references).length;
    const list = html.length * copies <= MAX_COPIES ? html : '';
    this.#shared.set(references, list);
    return list;
  }

  #section({ id, node, blocks, sections }: SectionParts): string {
    const tag = `h${Math.min(6, Math.max(2, node.level))}`;
    return [
      `<section class="section ${node.kind}" id="${id}">\n`,
      node.kicker ? this.#flow(node.kicker) : '',
      node.heading
        ? `<${tag} dir="${directionOfOwn(blockText(node.heading))}">${this.#render(node.heading.tokens.slice(1, -1))}</${tag}>\n`
        : '',
      ...(node.kind === 'references'
        ? [this.#sources(node), this.#flow([...(node.closing ?? []), ...node.blocks.filter(isRest)])]
        : [this.#sectionFlow(blocks)]),
      ...sections.map((section) => this.#section(section)),
      '</section>\n',
    ].join('');
  }

  /** Renders blocks in order: passages, and between them lists and tables of takeaways. */
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

  /** Renders footnotes as a list of the sources that they name, unless one of them is read as a passage. */
  #notes(footnotes: ReadonlyMap<string, Block>): string {
    const notes = [...footnotes.values()];
    const areRead = notes.some((note) => this.#passages.holds(note));
    return this.#references.listOfNotes(footnotes, areRead) ?? this.#flow(notes);
  }

  /** Renders blocks in order, each passage in an element of its own. */
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

  /** Renders a passage once, for both the article and its own item. */
  #passage(id: string, pieces: readonly Piece[]): string {
    const html = this.#written.get(id) ?? escapeHidden(this.#pieces(pieces));
    this.#written.set(id, html);
    return html;
  }

  /** Puts the label of a footnote before its text. */
  #withMark(html: string, piece: Piece | undefined): string {
    const label = piece && this.#labels.get(piece.tokens[0]);
    if (label === undefined) return html;
    const mark = `<sup class="citation">[${this.#escape(label)}]</sup> `;
    return html.replace(/^<p[^>]*>/, (open) => `${open}${mark}`);
  }

  /** Renders pieces. Items of one divided list are put into one list again. */
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

  /** Renders the blocks of a reference section: as a list of sources, if that loses no word. */
  #sources(node: SectionParts['node']): string {
    const blocks = node.blocks.filter((block) => !isRest(block));
    return (
      this.#references.listOf(blocks, this.#structure.references.mentionsIn(node.from, node.to)) ??
      this.#blocks(blocks)
    );
  }

  /** Escapes words, and wraps each emoji in an element, so that the page can hide or space it. */
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

/** The last step for every piece of HTML, so that nothing bypasses it. */
function escapeHidden(html: string): string {
  return escapeInvisible(withoutControls(html));
}
