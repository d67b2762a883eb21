import type { Token } from 'markdown-it';
import { markCitations, unresolvedLinks } from './references/citations.ts';
import {
  type Block,
  type Document,
  inlineTokens,
  labelOf,
  readDocument,
  topLevelNodes,
} from '../blocks/document.ts';
import { Ids } from './ids.ts';
import type { Briefing, Problem, Reference } from '../model.ts';
import { type Ground, Grounds } from './grounds.ts';
import { NamedSources } from './references/sourceNames.ts';
import { type NamedLink, namedLinksOf } from '../blocks/links.ts';
import { References } from './references/references.ts';
import { sectionTitle } from './headings.ts';
import { outline, type SectionNode } from './sections.ts';
import { sendingLinks } from '../text/links/sendingLinks.ts';
import { itemLists } from './lists/itemLists.ts';
import { leadsToSource, pageBeside, siteBelow } from '../items/sourceLines.ts';
import { introduces } from './passages.ts';
import { holdsItems, isList, type TakeawayNode } from '../items/takeaways.ts';

/** Everything that the text says of its structure, tokens included: what the model and the HTML are both made of. */
export interface Structure {
  readonly document: Document;
  /** What gives the text its title; none where it does not. */
  readonly titleBlock: Block | undefined;
  readonly lede: readonly Block[];
  readonly sections: readonly SectionParts[];
  readonly references: References;
  readonly grounds: Grounds;
  /** The references that the text names, cites or links to. */
  readonly used: ReadonlySet<Reference>;
  /** What the reading itself has met; see checks.ts for the rest. */
  readonly problems: readonly Problem[];
}

export interface SectionParts {
  readonly id: string;
  readonly title: string;
  readonly node: SectionNode;
  /** False for what a program says of its own work. */
  readonly isNews: boolean;
  /** The blocks under the heading; a list's takeaways beside it. */
  readonly blocks: readonly { readonly block: Block; readonly takeaways: readonly TakeawayParts[] }[];
  readonly sections: readonly SectionParts[];
}

export interface TakeawayParts {
  readonly id: string;
  readonly node: TakeawayNode;
  readonly ground: Ground;
}

const STRUCTURE = Symbol('structure');

/** Has a briefing carry its structure, so that its text is parsed once. A copy of the briefing does not carry it. */
export function carryStructure(briefing: Briefing, structure: Structure): void {
  Object.defineProperty(briefing, STRUCTURE, { value: structure });
}

/** The structure that a briefing carries; read from its text where it carries none. */
export function structureOf(briefing: Briefing & { readonly [STRUCTURE]?: Structure }): Structure {
  return briefing[STRUCTURE] ?? readStructure(briefing.text);
}

function headingOf(block: Block | undefined): Token | undefined {
  return block?.tokens[0]?.type === 'heading_open' ? block.tokens[1] : undefined;
}

/** For the words of a list, all those of the item that they stand in. */
function itemsOf(block: Block): ReadonlyMap<Token, readonly Token[]> {
  const items = isList(block) ? topLevelNodes(block.tokens.slice(1, -1)).map(inlineTokens) : [];
  return new Map(items.flatMap((item) => item.map((inline) => [inline, item] as const)));
}

/** Reads a text once, from its lines to its takeaways. Total: whatever the text is. */
export function readStructure(text: string): Structure {
  const document = readDocument(text);
  const { titleBlock, lede, sections } = outline(document);
  const references = new References(document.lines);
  const nodes = flatten(sections);
  for (const node of nodes) if (node.kind === 'references') references.addSection(node.blocks);
  for (const [label, note] of document.footnotes) references.addFootnote(label, note);
  const listed = [...references.all];
  const named = new NamedSources(listed);
  const given = references.addGiven(document.frontMatter.sources);

  const used = new Map<Token, readonly Reference[]>();
  const cited = new Set<Reference>();
  const problems = [...document.problems];
  const texts = [
    ...(titleBlock ? [titleBlock] : []),
    ...lede,
    ...nodes.flatMap((n) => [
      ...(n.heading ? [n.heading] : []),
      ...(n.kind === 'references' ? [] : n.blocks),
    ]),
    ...document.footnotes.values(),
  ];
  for (const node of nodes.filter(({ kind }) => kind === 'references')) {
    for (const inline of inlineTokens(node.blocks.flatMap(({ tokens }) => tokens))) {
      for (const found of unresolvedLinks(inline, document.lines)) problems.push(found);
      markCitations(inline, references, document.lines);
    }
  }
  texts.forEach((block, at) => {
    const inlines = inlineTokens(block.tokens);
    const items = itemsOf(block);
    /** What stands below a heading, or the first words of an item. */
    const below = (inline: Token): readonly Token[] => {
      const [head, ...others] = items.get(inline) ?? [];
      if (head === inline) return others;
      return headingOf(block) === inline ? inlineTokens(texts[at + 1]?.tokens ?? []) : [];
    };
    inlines.forEach((inline, i) => {
      const links = sourceLinksOf(inline);
      references.addRunIn(inline, (source) =>
        pageBeside(source, inlines, i, [items.get(inline)?.[0], headingOf(texts[at - 1])]),
      );
      references.addLinks(inline, links, links.length === 1 ? siteBelow(inline, below(inline)) : undefined);
      for (const found of unresolvedLinks(inline, document.lines)) problems.push(found);
      for (const found of markCitations(inline, references, document.lines)) problems.push(found);
      const rests = referencesIn(inline, links, references);
      const found = rests.length > 0 ? rests : named.in(inline.content);
      if (found.length > 0) used.set(inline, found);
      for (const reference of found) cited.add(reference);
    });
  });

  const shared =
    [listed, given].find(({ length }) => length > 0) ?? references.onlyRunIn(sections[0]?.from ?? Infinity);
  const grounds = new Grounds(sections, references, used, shared);
  const lists = itemLists(sections);
  const ids = new Ids();
  const partsOf = (node: SectionNode): SectionParts => {
    // Sources may stand at the end of a text without a heading.
    const title = !node.heading && node.kind === 'references' ? 'References' : sectionTitle(node.heading);
    const firstItems = node.blocks.findIndex(holdsItems);
    const runIn = node.blocks.flatMap((block, i) => {
      if (holdsItems(block)) return [];
      // `URL: https://a.example` above a list says where its items come from.
      const isAbove = i < firstItems && leadsToSource(block);
      return isAbove ? grounds.of(block.tokens, undefined).references : runInOf(block, references);
    });
    const takeawayPartsOf = (block: Block, i: number): TakeawayParts[] => {
      const items = lists.takeaways.get(block) ?? [];
      const above = node.blocks[i - 1];
      // `The office has new rules [1]:`, and items that name nothing.
      const isLeadIn =
        above && introduces(above, block) && items.every(({ tokens }) => grounds.own(tokens).length === 0);
      const leadIn = isLeadIn ? grounds.own(above.tokens) : [];
      return items.map((item) => ({
        id: ids.takeaway(`${item.label ?? ''} ${item.text}`),
        node: item,
        ground: grounds.of(item.tokens, node, leadIn.length > 0 ? leadIn : runIn),
      }));
    };
    return {
      id: ids.section(title),
      title,
      node,
      isNews: !lists.logs.has(node),
      blocks: node.blocks.map((block, i) => ({ block, takeaways: takeawayPartsOf(block, i) })),
      sections: node.sections.map(partsOf),
    };
  };
  return {
    document,
    titleBlock,
    lede,
    sections: sections.map(partsOf),
    references,
    grounds,
    used: cited,
    problems,
  };
}

function runInOf({ tokens }: Block, references: References): readonly Reference[] {
  return inlineTokens(tokens).flatMap((inline) => references.runIn(inline));
}

/** The links of an inline token, without those of the sending: `Unsubscribe`, `View in browser`. */
function sourceLinksOf(inline: Token): readonly NamedLink[] {
  const links = namedLinksOf(inline);
  if (links.length === 0) return links;
  const names = links.map(({ name, url }) => name ?? url);
  const isSending = sendingLinks(names, inline.content);
  return isSending.includes(true) ? links.filter((_, i) => isSending[i] !== true) : links;
}

/** What an inline token with some links rests on: the sources that it names, cites and links to. */
function referencesIn(
  inline: Token,
  links: readonly NamedLink[],
  references: References,
): readonly Reference[] {
  const found: Reference[] = [...references.runIn(inline)];
  const add = (reference: Reference | undefined) => {
    if (reference) found.push(reference);
  };
  for (const token of inline.children ?? [])
    if (token.type === 'citation') add(references.cite(labelOf(token)));
  for (const link of links) add(references.linked(link));
  return found;
}

/** Sections in document order, the nested ones after theirs. */
export function flatten<T extends { readonly sections: readonly T[] }>(sections: readonly T[]): T[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}
