import { addToGroup } from '../../base/collections/groupBy.ts';
import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { addressOf, IMAGE_FILE, leadsAround, NOTE } from './addresses.ts';
import { withBigTitles } from './bigTitles.ts';
import type { AddressBudget } from './budgets.ts';
import { bulletListIn } from './bullets.ts';
import { isControl, isTabPanel } from './controls.ts';
import { addBox, type ElementContext, factsOf, type PageFacts } from './pageFacts.ts';
import { isFooter, isPageFrame } from './pageFrame.ts';
import {
  BLOCKS,
  type Element,
  elementsIn,
  hasClass,
  headingLevel,
  isBlank,
  NESTED,
  startOf,
  textIn,
} from './elements.ts';
import { isDeliveryNotice } from './deliveryNotices.ts';
import { altTextOf } from './altText.ts';
import { withoutLinksOfImages } from './imageLinks.ts';
import { inOneLine, withBold, withoutLineBreaks } from './inOneLine.ts';
import { withHeadlineFirst, withKickers } from './kickers.ts';
import { meantWords } from './literalMarks.ts';
import { withNumberedParagraphs } from './numberedParagraphs.ts';
import { isMain, type ParsedPage } from './parsePage.ts';
import { withOutlookLists } from './outlookLists.ts';
import { listItems, mayHead, PartList, withoutNumbers } from './partList.ts';
import { RunList, textOfRuns } from './runList.ts';
import { areApart, isListed, isStacked } from './siblings.ts';
import { isSectionTitle, withSectionTitles } from './sectionTitles.ts';
import { isCard, isHidden, isTitle, isAroundStory, textStyleOf, PLAIN_STYLE, styleOf } from './textStyle.ts';
import { isDataTable, drawnListItem, hasNames, type Row, rowOf, rowsOf } from './tables.ts';
import { withCardsAndTiles } from './tiles.ts';

/** Maximum depth of nested lists or quotations; deeper ones are added at this depth. */
const MAX_DEPTH = 10;

/** The content of a page as a list of parts. */
export function partsOfPage(
  page: ParsedPage,
  base: string | undefined,
  addresses: AddressBudget,
): readonly Part[] {
  const facts = factsOf(page, base, addresses);
  const reader = new PartReader(facts, 0);
  reader.readInside(page.root, {
    style: PLAIN_STYLE,
    link: undefined,
    isInMain: !page.hasMain,
    isInArticle: !page.hasMain,
    isInFooter: false,
  });
  const cleaned = (some: readonly Part[]) => withoutLinksOfImages(some, facts);
  const titled = withCardsAndTiles(withBigTitles(reader.parts(), facts.sizes), facts, cleaned);
  const written = cleaned(withNumberedParagraphs(titled));
  return withKickers(withSectionTitles(written, facts.titles), facts.firsts);
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

  readInside(parent: Element, context: ElementContext): void {
    const element = { ...parent, children: withOutlookLists(parent.children) };
    element.children.forEach((child, i, all) => {
      const isLeftOut = typeof child !== 'string' && context.link === undefined && isControl(element, i);
      if (isLeftOut || (!context.style.isCode && areApart(all, i)))
        this.#runs.addUnsized(' ', context.style, context.link);
      if (isLeftOut) return;
      if (typeof child !== 'string') this.#read(child, context, element, i);
      else if (context.style.size > 0) this.#readText(child, context);
    });
  }

  #readText(text: string, { style, link }: ElementContext): void {
    if (link !== undefined && text.trim() !== '') this.#facts.linked.add(link);
    const words = style.isCode ? [text] : meantWords(text, this.#facts.page.hasLiteralBold);
    for (const [i, part] of words.entries())
      this.#runs.add(part, i % 2 === 0 ? style : { ...style, isStrong: true }, link);
  }

  /** Reads a child of an element. */
  #read(element: Element, around: ElementContext, parent: Element, at: number): void {
    const css = styleOf(element);
    const { page } = this.#facts;
    const { id = '' } = element.attributes;
    const tab = page.tabs.get(id);
    if (!tab && isHidden(element, css) && !isTabPanel(element) && !isStacked(element, parent, at)) return;
    if (hasClass(element, page.hiddenClass) || isPageFrame(element, around, page)) return;
    const context = {
      ...around,
      style: textStyleOf(element, css, around.style),
      link: around.link ?? (isTitle(element) ? around.headingLink : undefined),
      isInMain: around.isInMain || isMain(element),
      isInArticle: around.isInArticle || element.name === 'article',
      isInFooter: around.isInFooter || (page.hasOnlyFooter && isFooter(element)),
    };
    if (this.#heading === undefined && !context.isInFooter && isListed(element, parent, at)) {
      this.#endParagraph();
      this.#parts.addItems([this.#partsIn({ ...parent, children: [element] }, context)], undefined);
    } else if (!BLOCKS.has(element.name) && (this.#heading !== undefined || !isCard(element)))
      this.#readInline(element, context);
    else {
      this.#endParagraph();
      if (tab && page.tabs.delete(id)) this.#readTab(tab);
      const start = this.#parts.all.length;
      this.#readBlock(element, context);
      this.#endParagraph();
      const { all } = this.#parts;
      const size = all.length - start;
      if (size > 0 && this.#depth === 0) {
        // What is in a footer is none of the news.
        if (!context.isInFooter) addBox(this.#facts, element, { from: start, to: all.length });
        else if (!around.isInFooter && start > 0) this.#parts.addRule(start);
      }
      addToGroup(this.#facts.firsts, all[start], size);
      if (size === 1 && isSectionTitle(element, parent)) this.#facts.titles.add(all[start]);
    }
  }

  /** Adds the words of a tab as the title of its panel. */
  #readTab(tab: Element): void {
    this.#runs.addUnsized(textIn(tab, 100).slice(0, 100), { ...PLAIN_STYLE, isStrong: true }, undefined);
    this.#endParagraph();
    this.#facts.titles.add(this.#parts.all.at(-1));
  }

  #readInline(element: Element, context: ElementContext): void {
    switch (element.name) {
      case 'br':
        if (this.#runs.endLine()) this.#endParagraph();
        break;
      case 'img':
      case 'svg': {
        const words = altTextOf(element);
        this.#runs.addUnsized(words, context.style, words === ' ' ? undefined : context.link);
        break;
      }
      case 'a':
        this.#readLink(element, context);
        break;
      case 'sup':
        this.#readRaised(element, context);
        break;
      case 'q':
        this.#runs.add('“', context.style, context.link);
        this.readInside(element, context);
        this.#runs.add('”', context.style, context.link);
        break;
      default:
        this.readInside(element, context);
    }
  }

  /**
   * A number that links to a note on the same page is written as its mark: `[1]`. If a link is around a whole story, only
   * the story's heading or title is one.
   */
  #readLink(element: Element, context: ElementContext): void {
    const { href = '' } = element.attributes;
    const words = textIn(element, 10);
    if (leadsAround(element, words)) return;
    const number = href.startsWith('#') ? NOTE.exec(words)?.[1] : undefined;
    if (number !== undefined) this.#runs.add(`[${number}]`, context.style, context.link);
    else {
      const { base, addresses } = this.#facts;
      const address = addresses.spend(href) === undefined ? undefined : addressOf(href, base);
      const link = address ?? context.link;
      this.#runs.addLink(textIn(element, 100));
      const isStory = isAroundStory(element);
      // An image that links to a larger version of itself.
      const isPicture = IMAGE_FILE.test(address ?? '') && textIn(element, 1000).trim() === '';
      const headingLink = isStory ? link : undefined;
      this.readInside(element, { ...context, link: isStory || isPicture ? undefined : link, headingLink });
    }
  }

  /** Writes `2<sup>80</sup>` as `2^80`, not as 280. */
  #readRaised(element: Element, context: ElementContext): void {
    if (elementsIn(element).length === 0 && this.#runs.takesExponent(textIn(element, 10)))
      this.#runs.add('^', context.style, context.link);
    this.readInside(element, context);
  }

  #readBlock(element: Element, context: ElementContext): void {
    const level = headingLevel(element.name);
    if (level !== undefined) {
      this.#heading = level;
      this.readInside(element, { ...context, link: context.link ?? context.headingLink });
      this.#endParagraph();
      this.#heading = undefined;
      return;
    }
    switch (this.#depth >= MAX_DEPTH && NESTED.has(element.name) ? '' : element.name) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.#readList(element, context);
        break;
      case 'blockquote':
        this.#readQuotation(element, context);
        break;
      case 'pre':
        this.#readCode(element);
        break;
      case 'hr':
        if (this.#depth === 0) this.#parts.addRule();
        break;
      case 'dt':
        this.readInside(element, { ...context, style: { ...context.style, isStrong: true } });
        break;
      case 'table':
        this.#readTable(element, context);
        break;
      case 'tr':
        this.#readRow(rowOf(element), context);
        break;
      case 'a':
        this.#readLink(element, context);
        break;
      default:
        this.readInside(element, context);
    }
  }

  #readList(list: Element, context: ElementContext): void {
    const items: Part[][] = [];
    for (const child of list.children) {
      if (isBlank(child)) continue;
      const isItem = typeof child !== 'string' && child.name === 'li';
      const parts = this.#partsIn({ ...list, children: [child] }, context);
      const last = items.at(-1);
      if (parts.length === 0) continue;
      // A list directly in a list belongs to the item before it; one that starts an item is replaced by its own items.
      if (isItem || !last) for (const item of listItems(parts)) items.push(item);
      else for (const part of parts) last.push(part);
    }
    const start = list.name === 'ol' ? startOf(list) : undefined;
    this.#parts.addList(withoutNumbers(items, start), start, this.#depth === 0);
  }

  #readQuotation(element: Element, context: ElementContext): void {
    const parts = this.#partsIn(element, context);
    if (parts.length > 0) this.#parts.push({ kind: 'quotation', parts });
  }

  #readCode(element: Element): void {
    const children = element.children.filter((_, i) => !isControl(element, i));
    const text = textIn({ ...element, children })
      .replace(/\r\n?/g, '\n')
      .replace(/^\n/, '')
      .trimEnd();
    if (/\S/.test(text)) this.#parts.push({ kind: 'code', text });
  }

  #readTable(table: Element, context: ElementContext): void {
    const rows = rowsOf(table);
    if (!isDataTable(table, rows)) {
      this.readInside(table, context);
      return;
    }
    this.readInside(
      { ...table, children: elementsIn(table).filter(({ name }) => name === 'caption') },
      context,
    );
    const written = rows
      .map(({ cells }) =>
        cells.map((cell) => inOneLine(this.#partsIn({ ...cell, children: [cell] }, context))),
      )
      .filter((row) => row.some((runs) => runs.length > 0));
    if (written.length === 0) return;
    const [first = []] = written;
    if (hasNames(rows)) written[0] = first.map((runs) => withBold(runs, false));
    else written.unshift(first.map(() => []));
    this.#parts.push({ kind: 'table', rows: written });
  }

  #readRow(row: Row, context: ElementContext): void {
    const mark = drawnListItem(row);
    if (!mark) {
      this.readInside(row.element, context);
      return;
    }
    const parts = this.#partsIn(mark.words, context);
    if (parts.length > 0) this.#parts.addItems([parts], mark.start);
  }

  #endParagraph(): void {
    const paragraph = this.#runs.flush();
    if (!paragraph || isDeliveryNotice(paragraph)) return;
    const runs = withHeadlineFirst(paragraph.runs);
    const level = this.#heading;
    if (level !== undefined && mayHead(textOfRuns(runs))) {
      this.#parts.addHeading({ kind: 'heading', level, runs: withoutLineBreaks(runs) });
      return;
    }
    const bullets = bulletListIn(runs);
    for (const part of bullets ?? []) {
      if (part.kind === 'list') this.#parts.addItems(part.items, part.start);
      else this.#parts.push(part);
    }
    if (bullets) return;
    const part = { kind: 'paragraph', runs } as const;
    this.#parts.addParagraph(part);
    this.#facts.sizes.set(part, paragraph.size);
    if (paragraph.isImage) this.#facts.images.add(part);
  }

  /** The content of an element as a list of parts of its own. */
  #partsIn(element: Element, context: ElementContext): readonly Part[] {
    const inside = new PartReader(this.#facts, this.#depth + 1);
    inside.readInside(element, context);
    return inside.parts();
  }
}
