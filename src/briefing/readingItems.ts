import type { Briefing, Range, Reference } from './model.ts';
import { isRest } from './blocks/density.ts';
import { type Block, blockText } from './blocks/document.ts';
import { isWritten } from './structure/lede.ts';
import { Ids } from './structure/ids.ts';
import { NUMBER } from './items/leads.ts';
import { introduces, passagesOf, wordsOf } from './structure/passages.ts';
import { type SectionParts, type Structure, structureOf, type TakeawayParts } from './structure/structure.ts';
import { headOf, isTable } from './items/tableRows.ts';
import { holdsItems } from './items/takeaways.ts';
import { announcesContents } from './text/vocabulary.ts';
import type { SectionNode } from './structure/sections.ts';
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
}

/**
 * All that is to be read in a briefing, piece by piece: its takeaways, and the running text that is in none, divided
 * where it is long. In document order, but for what is no news, which comes last. Together they hold every word once,
 * but for title, headings, front matter, comments and reference sections.
 */
export function readingItems(briefing: Briefing): readonly ReadingItem[] {
  return new Items(briefing).all();
}

class Items {
  readonly #briefing: Briefing;
  readonly #structure: Structure;
  readonly #ids = new Ids();
  readonly #news: ReadingItem[] = [];
  readonly #others: ReadingItem[] = [];

  constructor(briefing: Briefing) {
    this.#briefing = briefing;
    this.#structure = structureOf(briefing);
  }

  all(): readonly ReadingItem[] {
    const { lede, sections } = this.#structure;
    const { title } = this.#briefing;
    const contents = contentsIn(lede, undefined);
    const written = lede.filter((block) => !contents.has(block));
    this.#addPassages(written, title, undefined, this.#news);
    this.#addPassages([...contents], title, undefined, this.#others);
    for (const section of sections) this.#addSection(section);
    this.#addPassages(notesOf(this.#structure), title, undefined, this.#others);
    this.#news.sort((a, b) => a.range.start.line - b.range.start.line);
    return [...this.#news, ...this.#others];
  }

  #addSection(section: SectionParts): void {
    const { title, node, isNews, blocks, sections } = section;
    const label = title === '' ? this.#briefing.title : title.replace(NUMBER, '');
    let open: Block[] = [];
    const flush = (target: ReadingItem[]) => {
      this.#addPassages(open, label, node, target);
      open = [];
    };
    const contents = contentsIn(
      blocks.map(({ block }) => block),
      node.heading,
    );
    for (const { block, takeaways } of blocks) {
      if (contents.has(block)) continue;
      if (takeaways.length === 0) {
        if (node.kind !== 'references' || isRest(block)) open.push(block);
        continue;
      }
      const last = open.at(-1);
      const intro = last && introduces(last, block) ? open.pop() : undefined;
      flush(this.#news);
      const columns = isTable(block) ? headOf(block) : '';
      takeaways.forEach((takeaway, at) => {
        const beside = at === 0 ? { intro, columns } : {};
        this.#news.push(this.#takeaway(takeaway, beside));
      });
    }
    flush(isNews ? this.#news : this.#others);
    this.#addPassages([...contents], label, node, this.#others);
    for (const nested of sections) this.#addSection(nested);
  }

  /** `beside`: what introduces the first of some, and what a table calls its columns. */
  #takeaway(
    { id, node, ground }: TakeawayParts,
    { intro, columns = '' }: { readonly intro?: Block | undefined; readonly columns?: string },
  ): ReadingItem {
    const { label, text, from, to } = node;
    return {
      kind: 'takeaway',
      id,
      key: takeawayKey({ text, ...(label !== undefined && { label }) }),
      ...(label !== undefined && { label }),
      text: [intro ? wordsOf([intro]) : '', text, columns].filter(Boolean).join('\n'),
      references: ground.references,
      range: lineRange(this.#structure.document.lines, intro?.from ?? from, to),
    };
  }

  #addPassages(
    blocks: readonly Block[],
    label: string,
    node: SectionNode | undefined,
    target: ReadingItem[],
  ): void {
    const { document, grounds } = this.#structure;
    if (!blocks.some((block) => isWritten(document, block))) return;
    for (const { blocks: part, text } of passagesOf(blocks)) {
      const [from, to] = [part[0]?.from ?? 0, part.at(-1)?.to ?? 0];
      // A heading that is a link says where what stands below it comes from.
      const tokens = [...(node?.heading?.tokens ?? []), ...part.flatMap((block) => block.tokens)];
      target.push({
        kind: 'passage',
        id: this.#ids.passage(text),
        key: takeawayKey({ label, text }),
        label,
        text,
        references: grounds.of(tokens, node).references,
        range: lineRange(document.lines, from, to),
      });
    }
  }
}

/** `In this issue:`, and the list below it: what the document holds. */
function contentsIn(blocks: readonly Block[], heading: Block | undefined): ReadonlySet<Block> {
  const contents = new Set<Block>();
  blocks.forEach((block, i) => {
    const above = blocks[i - 1] ?? heading;
    if (!above || !holdsItems(block) || !announcesContents(blockText(above))) return;
    if (above !== heading) contents.add(above);
    contents.add(block);
  });
  return contents;
}

/** What is shorter names something. In UTF-16 units. */
const REMARK = 80;

/** Footnotes that say more than where something comes from. */
function notesOf({ document, references }: Structure): readonly Block[] {
  return [...document.footnotes]
    .filter(([label, note]) => {
      const isSource = references.noted(label).some(({ url }) => url !== undefined);
      return !isSource && blockText(note).length > REMARK;
    })
    .map(([, note]) => note);
}
