import { hasWord } from '../../base/hasWord.ts';
import { isAddress } from '../text/links/isAddress.ts';
import type { Token } from 'markdown-it';
import { markCitations, unresolvedLinks } from './references/citations.ts';
import {
  type Block,
  type Document,
  inlineTokens,
  citationLabel,
  readDocument,
  nodesIn,
} from '../blocks/document.ts';
import { isLinkOpen, wordsOf } from '../grammar/tokens.ts';
import { Ids } from './ids.ts';
import type { Briefing, Problem, Reference } from '../model.ts';
import { type Ground, Grounds } from './grounds.ts';
import { NamedSources } from './references/sourceNames.ts';
import { hasLinks, type NamedLink } from '../blocks/links.ts';
import { isAnyHeading, isList, isListOrTable, isRule, withoutRules } from '../blocks/kinds.ts';
import { type PageOf, References } from './references/references.ts';
import { sourceLinksOf } from './references/sourceLinks.ts';
import { SectionTitles } from './outline/headings.ts';
import { outline } from './outline/outline.ts';
import type { SectionNode } from './outline/sectionNode.ts';
import { itemLists } from './lists/itemLists.ts';
import { isOneLink } from '../items/linksAsItems.ts';
import { hasLinkSign, leadsToSource, pageBeside, siteBelow } from '../items/sourceLines.ts';
import { introduces } from './passages.ts';
import type { TakeawayNode } from '../items/takeaways.ts';

/** The structure of a text, with its tokens. The model and the HTML are both made from it. */
export interface Structure {
  readonly document: Document;
  /** The heading or line that gives the title; undefined if the text gives none. */
  readonly titleBlock: Block | undefined;
  readonly lede: readonly Block[];
  readonly sections: readonly SectionParts[];
  readonly references: References;
  readonly grounds: Grounds;
  /** The references that the text names, cites or links to. */
  readonly used: ReadonlySet<Reference>;
  /** The problems found while reading; checks.ts finds the others. */
  readonly problems: readonly Problem[];
}

export interface SectionParts {
  readonly id: string;
  readonly title: string;
  readonly node: SectionNode;
  /** False for a log, a program's report about its own work. */
  readonly isNews: boolean;
  /** The sources that it names for all of its blocks. */
  readonly sources: readonly Reference[];
  /** The blocks directly under the heading, each with its takeaways; none if it is not a list or table of them. */
  readonly blocks: readonly { readonly block: Block; readonly takeaways: readonly TakeawayParts[] }[];
  readonly sections: readonly SectionParts[];
}

export interface TakeawayParts {
  readonly id: string;
  readonly node: TakeawayNode;
  readonly ground: Ground;
}

const STRUCTURE = Symbol('structure');

/** Attaches its structure to a briefing, so that its text is parsed once. Copies of the briefing do not carry it. */
export function carryStructure(briefing: Briefing, structure: Structure): void {
  Object.defineProperty(briefing, STRUCTURE, { value: structure });
}

/** Returns the structure that a briefing carries; reads it from the text if the briefing carries none. */
export function structureOf(briefing: Briefing & { readonly [STRUCTURE]?: Structure }): Structure {
  return briefing[STRUCTURE] ?? readStructure(briefing.text);
}

function headingOf(block: Block | undefined): Token | undefined {
  return isAnyHeading(block) ? block?.tokens[1] : undefined;
}

/** Returns the inline tokens of each item of a list; undefined for any other block. */
function itemsOf(block: Block): readonly (readonly Token[])[] | undefined {
  return isList(block) ? nodesIn(block).map(inlineTokens) : undefined;
}

/** Reads the structure of a text, from its lines to its takeaways. Never throws, whatever the text is. */
export function readStructure(text: string): Structure {
  const document = readDocument(text);
  const { titleBlock, lede, sections } = outline(document);
  const nodes = flatten(sections);
  const sources = sourcesOf(document, nodes);
  const { references } = sources;
  const cited = new CitedReferences(document, sources);
  for (const { kind, blocks } of nodes) if (kind === 'references') cited.readReferenceSection(blocks);
  const written = titleBlock ? [titleBlock, ...lede] : [...lede];
  for (const { heading, kicker = [], kind, blocks, closing = [] } of nodes) {
    for (const block of kicker) written.push(block);
    if (heading) written.push(heading);
    for (const block of kind === 'references' ? closing : blocks) written.push(block);
  }
  references.detectStyle(written);
  cited.readText([...written, ...document.footnotes.values()]);
  // A footnote is the source of what cites it.
  const own = new Set(sources.notes.filter((note) => references.labelOf(note) !== undefined));
  const shared =
    [sources.listed.filter((one) => !own.has(one)), sources.given].find(({ length }) => length > 0) ??
    references.onlyRunIn(sections.map(({ from }) => from));
  const grounds = new Grounds(sections, references, cited.byInline, shared);
  return {
    document,
    titleBlock,
    lede,
    sections: partsOf(sections, references, grounds),
    references,
    grounds,
    used: cited.all,
    problems: [...document.problems, ...cited.problems],
  };
}

/** The references in a text's reference sections and footnotes (`listed`), and in its metadata (`given`). */
interface Sources {
  /** All references. `CitedReferences` adds those that the text only links to. */
  readonly references: References;
  readonly listed: readonly Reference[];
  /** Those that only footnotes name. */
  readonly notes: readonly Reference[];
  readonly given: readonly Reference[];
}

function sourcesOf(document: Document, nodes: readonly SectionNode[]): Sources {
  const references = new References(document.lines);
  for (const { kind, blocks } of nodes) if (kind === 'references') references.addSection(blocks);
  const inSections = references.all.length;
  for (const [label, note] of document.footnotes) references.addFootnote(label, note);
  const listed = [...references.all];
  return {
    references,
    listed,
    notes: listed.slice(inSections),
    given: references.addGiven(document.frontMatter.sources),
  };
}

/** Finds the references that the words of a text name, cite or link to, and marks its citations. */
class CitedReferences {
  /** The references of each inline token. */
  readonly byInline = new Map<Token, readonly Reference[]>();
  readonly all = new Set<Reference>();
  readonly problems: Problem[] = [];
  readonly #lines: readonly string[];
  readonly #references: References;
  readonly #named: NamedSources;

  constructor({ lines }: Document, { references, listed }: Sources) {
    this.#lines = lines;
    this.#references = references;
    this.#named = new NamedSources(listed);
  }

  /** Looks only for citations and broken links: the words of a reference section are references, and cite none. */
  readReferenceSection(blocks: readonly Block[]): void {
    for (const inline of inlineTokens(blocks.flatMap(({ tokens }) => tokens))) {
      for (const found of unresolvedLinks(inline, this.#lines)) this.problems.push(found);
      markCitations(inline, this.#references, this.#lines);
    }
  }

  /** Reads all other blocks. They are in document order, so that the block after a heading is the one below it. */
  readText(blocks: readonly Block[]): void {
    for (const [at, block] of blocks.entries()) {
      const heading = headingOf(blocks[at - 1]);
      const items = itemsOf(block);
      const inlines = inlineTokens(block.tokens);
      let i = 0;
      for (const item of items ?? [inlines]) {
        const head = items ? item[0] : headingOf(block);
        const below = () => (items ? item.slice(1) : inlineTokens(blocks[at + 1]?.tokens ?? []));
        for (const inline of item) {
          const place = i++;
          const pageOf: PageOf = (source) => pageBeside(source, inlines, place, [items && head, heading]);
          const links = sourceLinksOf(inline);
          this.#references.addRunIn(inline, pageOf);
          const site = inline === head && links.length === 1 ? siteBelow(inline, below()) : undefined;
          this.#references.addLinks(inline, links, site);
          this.#readInline(inline, links);
        }
      }
    }
  }

  #readInline(inline: Token, links: readonly NamedLink[]): void {
    for (const found of unresolvedLinks(inline, this.#lines)) this.problems.push(found);
    for (const found of markCitations(inline, this.#references, this.#lines)) this.problems.push(found);
    const own = referencesIn(inline, links, this.#references);
    const found = own.length > 0 ? own : this.#named.in(inline.content);
    if (found.length > 0) this.byInline.set(inline, found);
    for (const reference of found) this.all.add(reference);
  }
}

function partsOf(
  sections: readonly SectionNode[],
  references: References,
  grounds: Grounds,
): readonly SectionParts[] {
  const titles = new SectionTitles();
  const lists = itemLists(sections, titles);
  const ids = new Ids();
  const sectionOf = (node: SectionNode): SectionParts => {
    // Sources at the end of a text may have no heading.
    const title = !node.heading && node.kind === 'references' ? 'References' : titles.of(node);
    // Ids are handed out in document order: a section's before those inside it.
    const id = ids.section(title);
    const runIn = runInOf(node, references, grounds);
    const takeawaysOf = (block: Block, i: number): TakeawayParts[] => {
      const items = lists.takeaways.get(block) ?? [];
      const leadIn = leadInGround(node.blocks[i - 1], block, items, grounds);
      return items.map((item) => ({
        id: ids.takeaway(`${item.label ?? ''} ${item.text}`),
        node: item,
        ground: grounds.of(item.tokens, node, leadIn.length > 0 ? leadIn : runIn),
      }));
    };
    return {
      id,
      title,
      node,
      isNews: !lists.logs.has(node),
      sources: runIn,
      blocks: node.blocks.map((block, i) => ({ block, takeaways: takeawaysOf(block, i) })),
      sections: node.sections.map(sectionOf),
    };
  };
  return sections.map(sectionOf);
}

/** The references of a lead-in like `The office has new rules [1]:`, if no item of the list below has any. */
function leadInGround(
  above: Block | undefined,
  list: Block,
  items: readonly TakeawayNode[],
  grounds: Grounds,
): readonly Reference[] {
  const isLeadIn =
    above !== undefined &&
    introduces(above, list) &&
    items.every(({ tokens }) => grounds.own(tokens).length === 0);
  return isLeadIn ? grounds.own(above.tokens) : [];
}

/** The blocks at the end of a section that are two or more lines of nothing but addresses, if its lists have no links. */
function addressesAtEnd(written: readonly Block[]): ReadonlySet<Block> {
  const blocks = withoutRules(written);
  const linesIn = ({ tokens }: Block) => inlineTokens(tokens).flatMap(({ content }) => content.split('\n'));
  // Code has no such lines.
  const last = blocks.findLastIndex((block) => {
    const lines = linesIn(block);
    return lines.length === 0 || !lines.every(isAddress);
  });
  const found = blocks.slice(last + 1);
  const lists = blocks.slice(0, last + 1).filter(isListOrTable);
  const areOfList = found.flatMap(linesIn).length > 1 && lists.length > 0 && !lists.some(hasLinks);
  return new Set(areOfList ? found : []);
}

/**
 * The sources of a section's own lines: `Source: Gazette`; above its first list `URL: https://a.example`, or a link that
 * the section begins with; and below its lists, which have none, several addresses.
 */
function runInOf({ blocks }: SectionNode, references: References, grounds: Grounds): readonly Reference[] {
  const firstItems = blocks.findIndex(isListOrTable);
  const last = blocks.findLastIndex((block) => !isRule(block));
  const addresses = addressesAtEnd(blocks);
  const found: Reference[] = [];
  for (const [i, block] of blocks.entries()) {
    if (isListOrTable(block) && !addresses.has(block)) continue;
    const above = blocks[i - 1];
    const isOfList = i === last && above && isList(above) && !hasLinks(above) && hasLinkSign(block);
    const sources =
      isOfList ||
      addresses.has(block) ||
      (i < firstItems && (leadsToSource(block) || (i === 0 && isOneLink(block))))
        ? grounds.of(block.tokens, undefined).references
        : inlineTokens(block.tokens).flatMap((inline) => references.runIn(inline));
    for (const source of sources) found.push(source);
  }
  return found;
}

/**
 * Returns the references of an inline token, each once: the sources that it names, cites and links to. The page of the
 * headline comes first: `**[Ferry stops](https://a.example/1)**`, `Source: [Gazette](https://a.example)`.
 */
function referencesIn(
  inline: Token,
  links: readonly NamedLink[],
  references: References,
): readonly Reference[] {
  const words = wordsOf(inline);
  const cited = words
    .filter(({ type }) => type === 'citation')
    .map((one) => references.cite(citationLabel(one)));
  const linked = links.map((link) => references.linked(link));
  const first = linked.length > 0 && beginWithLink(words) ? linked.slice(0, 1) : [];
  const found = [...first, ...references.runIn(inline), ...cited, ...linked].filter(
    (one) => one !== undefined,
  );
  return found.length > 1 ? [...new Set(found)] : found;
}

/** Whether there are no words before a link; bold marks and emoji are none. */
function beginWithLink(words: readonly Token[]): boolean {
  return words.find((token) => isLinkOpen(token) || hasWord(token.content))?.nesting === 1;
}

/** Returns all sections in document order, each followed by those nested in it. */
export function flatten<T extends { readonly sections: readonly T[] }>(sections: readonly T[]): T[] {
  const all: T[] = [];
  const visit = (section: T): void => {
    all.push(section);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return all;
}
