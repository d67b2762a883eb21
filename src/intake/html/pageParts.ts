import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { addressOf } from './addresses.ts';
import { type Sizes, withBigTitles } from './bigTitles.ts';
import type { AddressBudget } from './budgets.ts';
import { bulletsIn } from './bullets.ts';
import { type Region, isChrome } from './pageFrame.ts';
import { BLOCKS, type Element, elementsIn, headingLevel, textIn } from './elements.ts';
import { isDeliveryNotice } from './deliveryNotices.ts';
import { wordsOfImage } from './altText.ts';
import { inOneLine, withoutLines } from './inOneLine.ts';
import { isMain, type ParsedPage } from './parsePage.ts';
import { listItems, PartList } from './partList.ts';
import { RunList } from './runList.ts';
import { isHidden, type Look, lookOf, PLAIN_LOOK, styleOf } from './textStyle.ts';
import { isData, markOf, type Row, rowOf, rowsOf } from './tables.ts';

/** The depth of lists in lists, or of quotations in quotations; what is nested deeper is added at this depth. */
const MAX_DEPTH = 10;
/** The longest heading; longer ones are read as paragraphs. */
const MAX_HEADING_LENGTH = 300;

const IMAGE_FILE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i;
const NOTE = /^\s*\[?(\d{1,3})\]?\s*$/;
const EXPONENT = /^\s*[-+−]?(?:\d{1,4}|[a-z])\s*$/i;

/** The data that all readers of a page share. */
interface PageFacts {
  readonly page: ParsedPage;
  readonly base: string | undefined;
  readonly sizes: Map<Part, number>;
  readonly addresses: AddressBudget;
}

/** The context of an element. */
interface Place extends Region {
  readonly look: Look;
  readonly link: string | undefined;
}

/** The content of a page as a list of parts. */
export function partsOfPage(
  page: ParsedPage,
  base: string | undefined,
  addresses: AddressBudget,
): readonly Part[] {
  const sizes: Sizes & Map<Part, number> = new Map();
  const reader = new PartReader({ page, base, sizes, addresses }, 0);
  const isInMain = !page.hasMain;
  reader.readInside(page.root, { look: PLAIN_LOOK, link: undefined, isInMain, isInArticle: isInMain });
  return withBigTitles(reader.parts(), sizes);
}

class PartReader {
  readonly #facts: PageFacts;
  readonly #depth: number;
  readonly #parts = new PartList();
  readonly #runs: RunList;
  #heading: number | undefined;

  constructor(facts: PageFacts, depth: number) {
    this.#facts = facts;
    this.#depth = depth;
    this.#runs = new RunList(facts.addresses);
  }

  parts(): readonly Part[] {
    this.#endParagraph();
    return this.#parts.all;
  }

  readInside({ children }: Element, place: Place): void {
    for (const child of children) {
      if (typeof child !== 'string') this.#read(child, place);
      else if (place.look.size > 0) this.#runs.add(child, place.look, place.link);
    }
  }

  #read(element: Element, around: Place): void {
    const style = styleOf(element);
    if (isHidden(element, style) || isChrome(element, around, this.#facts.page)) return;
    const place = {
      ...around,
      look: lookOf(element, style, around.look),
      isInMain: around.isInMain || isMain(element),
      isInArticle: around.isInArticle || element.name === 'article',
    };
    if (!BLOCKS.has(element.name)) this.#readInline(element, place);
    else {
      this.#endParagraph();
      this.#readBlock(element, place);
      this.#endParagraph();
    }
  }

  #readInline(element: Element, place: Place): void {
    const { name, attributes } = element;
    switch (name) {
      case 'br':
        if (this.#runs.endLine()) this.#endParagraph();
        break;
      case 'img':
        this.#runs.add(wordsOfImage(element), place.look, place.link);
        break;
      case 'a':
        this.#readLink(element, attributes['href'] ?? '', place);
        break;
      case 'sup':
        this.#readRaised(element, place);
        break;
      case 'q':
        this.#runs.add('“', place.look, place.link);
        this.readInside(element, place);
        this.#runs.add('”', place.look, place.link);
        break;
      default:
        this.readInside(element, place);
    }
  }

  /** A number that links to a note on the same page is written as its mark: `[1]`. */
  #readLink(element: Element, href: string, place: Place): void {
    const number = href.startsWith('#') ? NOTE.exec(textIn(element, 10))?.[1] : undefined;
    if (number !== undefined) this.#runs.add(`[${number}]`, place.look, place.link);
    else {
      const { base, addresses } = this.#facts;
      const address = addresses.take(href) === undefined ? undefined : addressOf(href, base);
      // An image that links to a larger version of itself.
      const isPicture =
        address !== undefined && IMAGE_FILE.test(address) && textIn(element, 1000).trim() === '';
      this.readInside(element, { ...place, link: isPicture ? undefined : (address ?? place.link) });
    }
  }

  /** Writes `2<sup>80</sup>` as `2^80`, not as 280. */
  #readRaised(element: Element, place: Place): void {
    if (elementsIn(element).length === 0 && EXPONENT.test(textIn(element, 10)) && this.#runs.endsInBase())
      this.#runs.add('^', place.look, place.link);
    this.readInside(element, place);
  }

  #readBlock(element: Element, place: Place): void {
    const level = headingLevel(element.name);
    if (level !== undefined) {
      this.#heading = level;
      this.readInside(element, place);
      this.#endParagraph();
      this.#heading = undefined;
      return;
    }
    switch (element.name) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.#readList(element, place);
        break;
      case 'blockquote':
        this.#readQuotation(element, place);
        break;
      case 'pre':
        this.#readCode(element);
        break;
      case 'hr':
        if (this.#depth === 0) this.#parts.push({ kind: 'rule' });
        break;
      case 'dt':
        this.readInside(element, { ...place, look: { ...place.look, isStrong: true } });
        break;
      case 'table':
        this.#readTable(element, place);
        break;
      case 'tr':
        this.#readRow(rowOf(element), place);
        break;
      default:
        this.readInside(element, place);
    }
  }

  #readList(list: Element, place: Place): void {
    if (this.#depth >= MAX_DEPTH) {
      this.readInside(list, place);
      return;
    }
    const items: Part[][] = [];
    for (const child of list.children) {
      if (typeof child === 'string' && child.trim() === '') continue;
      const inside = this.#inner();
      const isItem = typeof child !== 'string' && child.name === 'li';
      inside.readInside({ ...list, children: [child] }, place);
      const parts = inside.parts();
      const last = items.at(-1);
      if (parts.length === 0) continue;
      // A list directly in a list belongs to the item before it; one that starts an item is replaced by its own items.
      if (isItem || !last) for (const item of listItems(parts)) items.push(item);
      else for (const part of parts) last.push(part);
    }
    const start = list.name === 'ol' ? startOf(list) : undefined;
    if (items.length > 0) this.#parts.push({ kind: 'list', items, ...(start !== undefined && { start }) });
  }

  #readQuotation(element: Element, place: Place): void {
    if (this.#depth >= MAX_DEPTH) {
      this.readInside(element, place);
      return;
    }
    const inside = this.#inner();
    inside.readInside(element, place);
    const parts = inside.parts();
    if (parts.length > 0) this.#parts.push({ kind: 'quotation', parts });
  }

  #readCode(element: Element): void {
    const text = textIn(element).replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
    if (/\S/.test(text)) this.#parts.push({ kind: 'code', text });
  }

  #readTable(table: Element, place: Place): void {
    const rows = rowsOf(table);
    if (!isData(table, rows)) {
      this.readInside(table, place);
      return;
    }
    for (const child of elementsIn(table)) if (child.name === 'caption') this.#read(child, place);
    const written = rows
      .map(({ cells }) => cells.map((cell) => this.#runsIn(cell, place)))
      .filter((row) => row.some((runs) => runs.length > 0));
    if (written.length === 0) return;
    const isNamed = rows[0]?.cells.some(({ name }) => name === 'th') === true;
    const names = isNamed ? [] : [written[0]?.map(() => []) ?? []];
    this.#parts.push({ kind: 'table', rows: [...names, ...written] });
  }

  /** The content of a cell as a single line. */
  #runsIn(cell: Element, place: Place): readonly Run[] {
    const inside = this.#inner();
    inside.readInside({ ...cell, children: [cell] }, place);
    return inOneLine(inside.parts());
  }

  #readRow(row: Row, place: Place): void {
    const mark = markOf(row);
    if (!mark) {
      this.readInside(row.element, place);
      return;
    }
    const inside = this.#inner();
    inside.readInside(mark.words, place);
    const parts = inside.parts();
    if (parts.length > 0) this.#parts.addItems([parts], mark.start);
  }

  #endParagraph(): void {
    const paragraph = this.#runs.take();
    if (!paragraph || isDeliveryNotice(paragraph.runs)) return;
    const { runs, size } = paragraph;
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    if (this.#heading !== undefined && length <= MAX_HEADING_LENGTH) {
      this.#parts.push({ kind: 'heading', level: this.#heading, runs: withoutLines(runs) });
      return;
    }
    const bullets = bulletsIn(runs);
    for (const part of bullets ?? []) {
      if (part.kind === 'list') this.#parts.addItems(part.items, undefined);
      else this.#parts.push(part);
    }
    if (bullets) return;
    const part: Part = { kind: 'paragraph', runs };
    this.#parts.push(part);
    this.#facts.sizes.set(part, size);
  }

  #inner(): PartReader {
    return new PartReader(this.#facts, this.#depth + 1);
  }
}

function startOf({ attributes }: Element): number {
  const start = Number(attributes['start'] ?? 1);
  return Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1;
}
