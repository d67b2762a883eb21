import { joinFilled } from '../base/joinFilled.ts';
import type { Briefing, Range, Reference, Takeaway } from './model.ts';
import { isRest } from './blocks/density.ts';
import { type Block, blockText, isPicture } from './blocks/document.ts';
import { isTable, withoutRules } from './blocks/kinds.ts';
import { isDatedHeading } from './structure/outline/datelineHeading.ts';
import type { Ground } from './structure/grounds.ts';
import { isDatelineBlock, hasContent, saysMoreThanWhen } from './structure/lede.ts';
import { contentsIn } from './structure/lists/contentsLists.ts';
import { Ids } from './structure/ids.ts';
import { runsOf } from './structure/runs.ts';
import { longFootnotes } from './structure/longFootnotes.ts';
import { withoutHeadlineNumber } from './text/headlineNumber.ts';
import { isLinkParagraph } from './items/linksAsItems.ts';
import { introduces, passagesOf, type Piece, areColophon, textOfBlocks } from './structure/passages.ts';
import { type SectionParts, type Structure, structureOf, type TakeawayParts } from './structure/structure.ts';
import { columnNames } from './items/tableRows.ts';
import { lineRange } from './text/sourceText.ts';
import { takeawayKey } from './text/wordsKey.ts';

/** An item to read in one go: a takeaway or a passage. */
export interface ReadingItem {
  readonly kind: 'takeaway' | 'passage';
  /** Stable, and unique in the briefing. For a takeaway, it is the takeaway's id. */
  readonly id: string;
  /** A hash of its words, by which the reading log remembers the item. */
  readonly key: string;
  /** For a passage, the title of its section, without a number; above the sections, the title of the briefing. */
  readonly label?: string;
  /** Plain text without the label, after the text that introduces the item. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly range: Range;
  /** The id of the section that holds it; undefined above the sections, and for a note below them. */
  readonly section?: string;
  /** For a passage that was divided: which part this is, counted from 1, and of how many. */
  readonly part?: { readonly number: number; readonly of: number };
}

/**
 * An item without the text that introduces it, as it is quoted, found and shared. If some items name their own
 * sources, one that does not name any has at most one reference: of several, none is known to be its own.
 */
export interface Item extends Takeaway, Pick<ReadingItem, 'kind' | 'key' | 'section' | 'part'> {}

/** An item, and the parts of the document that it is made of. */
export interface ItemParts {
  /** With its introduction. */
  readonly readingItem: ReadingItem;
  /** Without it. */
  readonly item: Item;
  /**
   * What introduces it: the line above a list's first item; for the briefing's first item, also what says when and by
   * whom the text was made.
   */
  readonly intro: readonly Block[];
  /** Blocks below the last item that say how the text was made. */
  readonly outro: readonly Block[];
  /** The names of a table's columns, for the item of each of its rows; otherwise ''. */
  readonly columns: string;
  /** Undefined for a passage. */
  readonly takeaway: TakeawayParts | undefined;
  /** Of a passage, in document order; empty for a takeaway. Items of a divided list have that list as `of`. */
  readonly pieces: readonly Piece[];
  /** Whether the references are its own, and not inherited from a reference section. */
  readonly hasOwnReferences: boolean;
}

/**
 * Returns everything to read in a briefing, item by item: its takeaways, and the running text outside them, divided
 * if it is long. Items are in document order, except those that are not news, which come last. Together they hold
 * every word once, without the title, headings, front matter, comments and reference sections.
 */
export function readingItems(briefing: Briefing): readonly ReadingItem[] {
  return itemParts(briefing).map(({ readingItem }) => readingItem);
}

/** Returns the same items without the text that introduces them. */
export function itemsIn(briefing: Briefing): readonly Item[] {
  return found(briefing, structureOf(briefing)).items;
}

/** Returns the same items with the parts that they are made of, which belong to `structure`. */
export function itemParts(briefing: Briefing, structure = structureOf(briefing)): readonly ItemParts[] {
  return found(briefing, structure).parts;
}

const FOUND = Symbol('items');

interface Found {
  readonly parts: readonly ItemParts[];
  readonly items: readonly Item[];
}

/** Memoized on the structure. */
function found(briefing: Briefing, structure: Structure & { [FOUND]?: Found }): Found {
  if (structure[FOUND]) return structure[FOUND];
  const parts = withoutOthersSources(new Items(briefing, structure).all());
  return (structure[FOUND] = { parts, items: parts.map(({ item }) => item) });
}

/**
 * Leaves out the sources of the whole briefing if another item has some of its own. Names without an address that are
 * not listed lead nowhere, and do not count.
 */
function withoutOthersSources(parts: readonly ItemParts[]): readonly ItemParts[] {
  const listed = new Set(
    parts.filter(({ hasOwnReferences }) => !hasOwnReferences).flatMap(({ item }) => item.references),
  );
  const isSource = (reference: Reference) => reference.url !== undefined || listed.has(reference);
  if (!parts.some(({ hasOwnReferences, item }) => hasOwnReferences && item.references.some(isSource)))
    return parts;
  return parts.map((part) => {
    const { item, hasOwnReferences } = part;
    const hasOthers = !hasOwnReferences && item.references.length > 1;
    return hasOthers ? { ...part, item: { ...item, references: [] } } : part;
  });
}

class Items {
  readonly #briefing: Briefing;
  readonly #structure: Structure;
  readonly #ids = new Ids();
  readonly #news: ItemParts[] = [];
  readonly #others: ItemParts[] = [];
  /**
   * Runs that say how the text was made, with those of their blocks that are read. A run is not an item of its own: it
   * introduces the next news item.
   */
  readonly #above = new Map<readonly Block[], readonly Block[]>();

  constructor(briefing: Briefing, structure: Structure) {
    this.#briefing = briefing;
    this.#structure = structure;
  }

  all(): readonly ItemParts[] {
    const { lede, sections } = this.#structure;
    const { title } = this.#briefing;
    const below = sections[0]?.node.from ?? Infinity;
    const contents = contentsIn(lede, undefined);
    const isContents = (block: Block) => contents.has(block);
    const kindOf = (block: Block) => (isDatedHeading(block) ? 'date' : isContents(block));
    for (const run of runsOf(lede, kindOf)) {
      const [first = NO_BLOCK] = run;
      // A date heading is not part of an item, and separates the text above it from the text below it.
      if (isDatedHeading(first)) continue;
      if (isContents(first)) this.#addPassages(run, title, undefined, this.#others);
      else if (first.from < below && this.#areColophon(run)) this.#above.set(run, this.#written(run));
      else this.#addPassages(run, title, undefined, this.#news);
    }
    for (const section of sections) this.#addSection(section);
    // The last run comes first, so that the runs above it introduce it.
    for (const run of [...this.#above.keys()].reverse()) this.#flushAbove(run, title, undefined);
    for (const notes of longFootnotes(this.#structure))
      this.#addPassages(notes, title, undefined, this.#others);
    this.#news.sort((a, b) => a.readingItem.range.start.line - b.readingItem.range.start.line);
    this.#joinLast();
    return [...this.#news, ...this.#others];
  }

  /** Joins a last passage that only says how the text was made to the item above it, as its `outro`. */
  #joinLast(): void {
    const [before, last] = this.#news.slice(-2);
    if (!before || !last || last.takeaway || last.hasOwnReferences || last.intro.length > 0) return;
    if (before.item.section !== last.item.section || last.item.part) return;
    const outro = withoutRules(last.pieces);
    if (outro.some(isPicture) || !areColophon(outro)) return;
    const { text, range } = before.readingItem;
    const readingItem: ReadingItem = {
      ...before.readingItem,
      text: `${text}\n${last.item.text}`,
      range: { start: range.start, end: last.item.range.end },
    };
    this.#news.splice(-2, 2, { ...before, readingItem, outro });
  }

  /** Whether blocks only say how the text was made. If they name a source or show a picture, they are read for that. */
  #areColophon(blocks: readonly Block[], section?: SectionParts): boolean {
    if (blocks.some(isPicture) || !areColophon(this.#written(blocks, section))) return false;
    return !this.#groundOf(blocks, section).hasOwnReferences;
  }

  #takeAbove(target: ItemParts[]): readonly Block[] {
    if (target !== this.#news) return [];
    const above = [...this.#above.values()].flat();
    this.#above.clear();
    return above;
  }

  #addSection(section: SectionParts): void {
    const { node, isNews, blocks, sections } = section;
    const { kicker } = node;
    const label = this.#labelOf(section);
    if (kicker) this.#above.set(kicker, kicker);
    let open: Block[] = [];
    const flush = (target: ItemParts[]) => {
      this.#addPassages(open, label, section, target);
      open = [];
    };
    const contents = contentsIn(
      blocks.map(({ block }) => block),
      node.heading,
    );
    for (const { block, takeaways } of blocks) {
      if (open[0] && contents.has(block) !== contents.has(open[0]))
        flush(contents.has(block) ? this.#own(isNews) : this.#others);
      if (takeaways.length === 0) {
        if (node.kind !== 'references' || isRest(block)) open.push(block);
        continue;
      }
      const last = open.at(-1);
      // A link has a source of its own: `All is online:` / `[The films](https://a.example)` / a list of other links.
      const isStory = takeaways[0]?.ground.hasOwnReferences === true && last && isLinkParagraph(last);
      const intro = last && !isStory && introduces(last, block) ? open.pop() : undefined;
      flush(this.#news);
      const columns = isTable(block) ? columnNames(block) : '';
      takeaways.forEach((takeaway, at) => {
        this.#news.push(
          this.#takeaway(takeaway, section, {
            intro: at === 0 ? intro : undefined,
            columns,
            isFirst: at === 0,
          }),
        );
      });
    }
    const target = open[0] && contents.has(open[0]) ? this.#others : this.#own(isNews);
    const above = open;
    const isAtTop = blocks.every(({ takeaways }) => takeaways.length === 0);
    if (isAtTop && sections.length > 0 && target === this.#news && this.#areColophon(above, section))
      this.#above.set(above, this.#written(above, section));
    else flush(target);
    this.#addPassages(node.closing ?? [], this.#briefing.title, undefined, this.#news);
    for (const nested of sections) this.#addSection(nested);
    this.#flushAbove(above, label, section);
    if (kicker) this.#flushAbove(kicker, label, section);
  }

  /** Adds blocks that were meant to introduce an item, if there was none. */
  #flushAbove(blocks: readonly Block[], label: string, section: SectionParts | undefined): void {
    if (this.#above.delete(blocks)) this.#addPassages(blocks, label, section, this.#news);
  }

  /** The list that takes a section's text after its last takeaway. */
  #own(isNews: boolean): ItemParts[] {
    return isNews ? this.#news : this.#others;
  }

  #labelOf({ title }: SectionParts): string {
    return title === '' ? this.#briefing.title : withoutHeadlineNumber(title);
  }

  /** `columns`: the names of a table's columns, which are part of the text of its first row alone. */
  #takeaway(
    takeaway: TakeawayParts,
    section: SectionParts,
    {
      intro,
      columns,
      isFirst,
    }: { readonly intro: Block | undefined; readonly columns: string; readonly isFirst: boolean },
  ): ItemParts {
    const { id, node, ground } = takeaway;
    const { label, text, emoji, from, to } = node;
    const { lines } = this.#structure.document;
    const item: Item = {
      kind: 'takeaway',
      id,
      key: takeawayKey({ text, ...(label !== undefined && { label }) }),
      ...(label !== undefined && { label }),
      text,
      ...(emoji !== undefined && { emoji }),
      references: ground.references,
      range: lineRange(lines, from, to),
      section: section.id,
    };
    const intros = [...this.#takeAbove(this.#news), ...(intro ? [intro] : [])];
    const readingItem: ReadingItem = {
      ...item,
      text: joinFilled([textOfBlocks(intros), text, isFirst ? columns : ''], '\n'),
      range: lineRange(lines, intros[0]?.from ?? from, to),
    };
    const { hasOwnReferences } = ground;
    return { readingItem, item, intro: intros, outro: [], columns, takeaway, pieces: [], hasOwnReferences };
  }

  #addPassages(
    blocks: readonly Block[],
    label: string,
    section: SectionParts | undefined,
    target: ItemParts[],
  ): void {
    if (this.#written(blocks, section).length === 0) return;
    const { document } = this.#structure;
    const passages = passagesOf(blocks);
    passages.forEach(({ pieces, text, sources }, at) => {
      const [from, to] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
      const ground = this.#groundOf([...pieces, ...sources], section);
      const item: Item = {
        kind: 'passage',
        id: this.#ids.passage(text),
        key: takeawayKey({ label, text }),
        label,
        text,
        references: ground.references,
        range: lineRange(document.lines, from, to),
        ...(section && { section: section.id }),
        ...(passages.length > 1 && { part: { number: at + 1, of: passages.length } }),
      };
      const intro = this.#takeAbove(target);
      const readingItem = intro[0]
        ? {
            ...item,
            text: `${textOfBlocks(intro)}\n${text}`,
            range: lineRange(document.lines, intro[0].from, to),
          }
        : item;
      target.push({
        readingItem,
        item,
        intro,
        outro: [],
        columns: '',
        takeaway: undefined,
        pieces,
        hasOwnReferences: ground.hasOwnReferences,
      });
    });
  }

  /**
   * The blocks with text that is read; above the sections (without `section`), that excludes mere datelines. A section
   * of nothing but pictures has their words.
   */
  #written(blocks: readonly Block[], section?: SectionParts): readonly Block[] {
    const { document } = this.#structure;
    if (section && blocks.every(isPicture)) return blocks.filter((block) => blockText(block) !== '');
    const isDateline = (block: Block) => isDatelineBlock(block, this.#structure) && !saysMoreThanWhen(block);
    return blocks.filter(
      (block) => hasContent(document, block) && (section !== undefined || !isDateline(block)),
    );
  }

  #groundOf(blocks: readonly Block[], section?: SectionParts): Ground {
    // If the heading is a link, the text below it comes from there.
    const heading = section?.node.heading?.tokens ?? [];
    const tokens = [...heading, ...blocks.flatMap((block) => block.tokens)];
    return this.#structure.grounds.of(tokens, section?.node, section?.sources);
  }
}

const NO_BLOCK: Block = { tokens: [], from: 0, to: 0 };
