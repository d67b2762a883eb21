import type { Briefing, Range, Reference, Takeaway } from './model.ts';
import { isRest } from './blocks/density.ts';
import { type Block, isPicture } from './blocks/document.ts';
import { isDatelineHeading } from './structure/datelineHeading.ts';
import type { Ground } from './structure/grounds.ts';
import { isDateline, isWritten } from './structure/lede.ts';
import { contentsIn } from './structure/lists/contentsLists.ts';
import { Ids } from './structure/ids.ts';
import { runsOf } from './structure/runs.ts';
import { notesOf } from './structure/tellingNotes.ts';
import { HEADLINE_NUMBER } from './text/headlineNumber.ts';
import { introduces, passagesOf, type Piece, sayHowMade, wordsOf } from './structure/passages.ts';
import { type SectionParts, type Structure, structureOf, type TakeawayParts } from './structure/structure.ts';
import { headOf, isTable } from './items/tableRows.ts';
import { lineRange } from './text/sourceText.ts';
import { takeawayKey } from './text/wordsKey.ts';

/** What is read in one go. */
export interface ReadingItem {
  readonly kind: 'takeaway' | 'passage';
  /** Stable, and unique in the briefing; a takeaway's is its own. */
  readonly id: string;
  /** Of its words: what the reading log remembers it by. */
  readonly key: string;
  /** A passage's is its section's title, without a number; that of what stands above the sections, the briefing's. */
  readonly label?: string;
  /** Plain text without the label; what introduces an item stands before it. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly range: Range;
  /** The id of the section that it stands in; none where it stands above them, or is a note below them. */
  readonly section?: string;
  /** Of a passage that was divided: which part it is, from 1 on, and of how many. */
  readonly part?: { readonly number: number; readonly of: number };
}

/**
 * An item in its own words: a takeaway without the line that introduces it. It is quoted, found and shared so. Where some
 * takeaways name their own sources, what names none has none: of several, none is known to be its own.
 */
export interface Item extends Takeaway, Pick<ReadingItem, 'kind' | 'key' | 'section' | 'part'> {}

/** An item, and what it is made of. */
export interface ItemParts {
  readonly item: ReadingItem;
  readonly own: Item;
  /** What introduces it: a line above a list's first item, and above the first of all what was made when, and by whom. */
  readonly intro: readonly Block[];
  /** What stands below the last of all, and says how the text was made. */
  readonly outro: readonly Block[];
  /** What the table calls its columns that it is a row of; '' for none. The words are those of the first row's item. */
  readonly columns: string;
  /** A takeaway's. */
  readonly takeaway: TakeawayParts | undefined;
  /** A passage's, in document order; `from` where one is a part of another. */
  readonly pieces: readonly Piece[];
  /** Its references are its own, and not those of a reference section for want of them. */
  readonly isGrounded: boolean;
}

/**
 * All that is to be read in a briefing, piece by piece: its takeaways, and the running text that is in none, divided
 * where it is long. In document order, but for what is no news, which comes last. Together they hold every word once,
 * but for title, headings, front matter, comments and reference sections.
 */
export function readingItems(briefing: Briefing): readonly ReadingItem[] {
  return itemParts(briefing).map(({ item }) => item);
}

/** The same in their own words. */
export function itemsIn(briefing: Briefing): readonly Item[] {
  return found(briefing, structureOf(briefing)).items;
}

/** The same, with what they are made of: `structure` is the one that these are parts of. */
export function itemParts(briefing: Briefing, structure = structureOf(briefing)): readonly ItemParts[] {
  return found(briefing, structure).parts;
}

const FOUND = Symbol('items');

interface Found {
  readonly parts: readonly ItemParts[];
  readonly items: readonly Item[];
}

/** Once for a structure. */
function found(briefing: Briefing, structure: Structure & { [FOUND]?: Found }): Found {
  if (structure[FOUND]) return structure[FOUND];
  const parts = withoutOthersSources(new Items(briefing, structure).all());
  return (structure[FOUND] = { parts, items: parts.map(({ own }) => own) });
}

function withoutOthersSources(parts: readonly ItemParts[]): readonly ItemParts[] {
  if (!parts.some(({ takeaway, isGrounded }) => takeaway && isGrounded)) return parts;
  return parts.map((part) => {
    const { own, isGrounded } = part;
    const hasOthers = !isGrounded && own.references.length > 1;
    return hasOthers ? { ...part, own: { ...own, references: [] } } : part;
  });
}

class Items {
  readonly #briefing: Briefing;
  readonly #structure: Structure;
  readonly #ids = new Ids();
  readonly #news: ItemParts[] = [];
  readonly #others: ItemParts[] = [];
  /** What introduces the next of the news, and what is written of it: how it was made asks for no page of its own. */
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
    const kindOf = (block: Block) => (isDatelineHeading(block) ? 'date' : isContents(block));
    for (const run of runsOf(lede, kindOf)) {
      const [first = NO_BLOCK] = run;
      // A heading is no part of what is read, and parts what is above it from what is below.
      if (isDatelineHeading(first)) continue;
      if (isContents(first)) this.#addPassages(run, title, undefined, this.#others);
      else if (first.from < below && this.#sayHowMade(run)) this.#above.set(run, this.#written(run));
      else this.#addPassages(run, title, undefined, this.#news);
    }
    for (const section of sections) this.#addSection(section);
    // The last first: what stands above it introduces it.
    for (const run of [...this.#above.keys()].reverse()) this.#flushAbove(run, title, undefined);
    for (const notes of notesOf(this.#structure)) this.#addPassages(notes, title, undefined, this.#others);
    this.#news.sort((a, b) => a.item.range.start.line - b.item.range.start.line);
    this.#joinLast();
    return [...this.#news, ...this.#others];
  }

  /** At the end, too, how a text was made asks for no page of its own, where it stands below an item. */
  #joinLast(): void {
    const [before, last] = this.#news.slice(-2);
    if (!before || !last || last.takeaway || last.isGrounded || last.intro.length > 0) return;
    if (before.own.section !== last.own.section || last.own.part) return;
    const outro = last.pieces.filter(({ tokens }) => tokens[0]?.type !== 'hr');
    if (outro.some(isPicture) || !sayHowMade(outro)) return;
    const { text, range } = before.item;
    const item: ReadingItem = {
      ...before.item,
      text: `${text}\n${last.own.text}`,
      range: { start: range.start, end: last.own.range.end },
    };
    this.#news.splice(-2, 2, { ...before, item, outro });
  }

  /** Where they name a source, or show a picture, that is what they are read for. */
  #sayHowMade(blocks: readonly Block[], section?: SectionParts): boolean {
    if (blocks.some(isPicture) || !sayHowMade(this.#written(blocks, section))) return false;
    return !this.#groundOf(blocks, section).isOwn;
  }

  #takeAbove(target: ItemParts[]): readonly Block[] {
    if (target !== this.#news) return [];
    const above = [...this.#above.values()].flat();
    this.#above.clear();
    return above;
  }

  #addSection(section: SectionParts): void {
    const { node, isNews, blocks, sections } = section;
    const label = this.#labelOf(section);
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
      if (takeaways.length === 0 || contents.has(block)) {
        if (node.kind !== 'references' || isRest(block)) open.push(block);
        continue;
      }
      const last = open.at(-1);
      const intro = last && introduces(last, block) ? open.pop() : undefined;
      flush(this.#news);
      const columns = isTable(block) ? headOf(block) : '';
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
    if (sections.length > 0 && target === this.#news && this.#sayHowMade(above, section))
      this.#above.set(above, this.#written(above, section));
    else flush(target);
    for (const nested of sections) this.#addSection(nested);
    this.#flushAbove(above, label, section);
  }

  /** There may be no item that it introduces. */
  #flushAbove(blocks: readonly Block[], label: string, section: SectionParts | undefined): void {
    if (this.#above.delete(blocks)) this.#addPassages(blocks, label, section, this.#news);
  }

  /** Of a section's text behind its last takeaway. */
  #own(isNews: boolean): ItemParts[] {
    return isNews ? this.#news : this.#others;
  }

  #labelOf({ title }: SectionParts): string {
    return title === '' ? this.#briefing.title : title.replace(HEADLINE_NUMBER, '');
  }

  /** `beside`: what introduces the first of some, and what a table calls its columns, which are words of the first. */
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
    const own: Item = {
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
    const item: ReadingItem = {
      ...own,
      text: [wordsOf(intros), text, isFirst ? columns : ''].filter(Boolean).join('\n'),
      range: lineRange(lines, intros[0]?.from ?? from, to),
    };
    return { item, own, intro: intros, outro: [], columns, takeaway, pieces: [], isGrounded: ground.isOwn };
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
    passages.forEach(({ pieces, text }, at) => {
      const [from, to] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
      const ground = this.#groundOf(pieces, section);
      const own: Item = {
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
      const item = intro[0]
        ? { ...own, text: `${wordsOf(intro)}\n${text}`, range: lineRange(document.lines, intro[0].from, to) }
        : own;
      target.push({
        item,
        own,
        intro,
        outro: [],
        columns: '',
        takeaway: undefined,
        pieces,
        isGrounded: ground.isOwn,
      });
    });
  }

  /** Of what stands in a section, or above them. */
  #written(blocks: readonly Block[], section?: SectionParts): readonly Block[] {
    const { document, titleBlock } = this.#structure;
    return blocks.filter(
      (block) => isWritten(document, block) && (section !== undefined || !isDateline(block, titleBlock)),
    );
  }

  #groundOf(blocks: readonly Block[], section?: SectionParts): Ground {
    // A heading that is a link says where what stands below it comes from.
    const heading = section?.node.heading?.tokens ?? [];
    const tokens = [...heading, ...blocks.flatMap((block) => block.tokens)];
    return this.#structure.grounds.of(tokens, section?.node);
  }
}

const NO_BLOCK: Block = { tokens: [], from: 0, to: 0 };
