import type { Token } from 'markdown-it';
import { markCitations } from './citations.ts';
import { type Block, blockText, type Document, inlineTokens, labelOf, readDocument } from './document.ts';
import { Ids } from './ids.ts';
import type { Problem, Reference } from './model.ts';
import { linksOf, References } from './references.ts';
import { outline, type SectionNode, sectionTitle } from './sections.ts';
import { isList, type TakeawayNode, takeawaysOf } from './takeaways.ts';
import { unresolvedLinks } from './unresolvedLinks.ts';
import { announcesContents } from './vocabulary.ts';

/** Everything that the text says of its structure, tokens included: what the model and the HTML are both made of. */
export interface Structure {
  readonly document: Document;
  /** What gives the text its title; none where it does not. */
  readonly titleBlock: Block | undefined;
  readonly lede: readonly Block[];
  readonly sections: readonly SectionParts[];
  readonly references: References;
  /** What a takeaway without a reference of its own rests on. */
  readonly sectionReferences: readonly Reference[];
  /** The references that the text names, cites or links to. */
  readonly used: ReadonlySet<Reference>;
  /** What the reading itself has met; see checks.ts for the rest. */
  readonly problems: readonly Problem[];
}

export interface SectionParts {
  readonly id: string;
  readonly title: string;
  readonly node: SectionNode;
  /** The blocks under the heading; a list's takeaways beside it. */
  readonly blocks: readonly { readonly block: Block; readonly takeaways: readonly TakeawayParts[] }[];
  readonly sections: readonly SectionParts[];
}

export interface TakeawayParts {
  readonly id: string;
  readonly node: TakeawayNode;
  readonly references: readonly Reference[];
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

  const used = new Map<Token, readonly Reference[]>();
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
      problems.push(...unresolvedLinks(inline, document.lines));
      markCitations(inline, references, document.lines);
    }
  }
  for (const { tokens } of texts) {
    for (const inline of inlineTokens(tokens)) {
      references.addLinks(inline);
      references.addRunIn(inline);
      for (const found of unresolvedLinks(inline, document.lines)) problems.push(found);
      for (const found of markCitations(inline, references, document.lines)) problems.push(found);
      const found = referencesIn(inline, references);
      if (found.length > 0) used.set(inline, found);
    }
  }

  const sectionReferences = listed.length > 0 ? listed : references.onlyRunIn;
  const ids = new Ids();
  const partsOf = (node: SectionNode): SectionParts => {
    const title = sectionTitle(node.heading);
    const shared = node.blocks.flatMap((block) => (isList(block) ? [] : runInOf(block, references)));
    const takeawayParts = (item: TakeawayNode): TakeawayParts => {
      const own = referencesOf(item.tokens, used);
      return {
        id: ids.takeaway(`${item.label ?? ''} ${item.text}`),
        node: item,
        references: [own, shared].find(({ length }) => length > 0) ?? sectionReferences,
      };
    };
    return {
      id: ids.section(title),
      title,
      node,
      blocks: node.blocks.map((block, i) => ({
        block,
        takeaways: holdsTakeaways(node, i) ? takeawaysOf(block).map(takeawayParts) : [],
      })),
      sections: node.sections.map(partsOf),
    };
  };
  return {
    document,
    titleBlock,
    lede,
    sections: sections.map(partsOf),
    references,
    sectionReferences,
    used: new Set([...used.values()].flat()),
    problems,
  };
}

/** What tokens rest on: each reference once, in the order of their words. */
function referencesOf(
  tokens: readonly Token[],
  used: ReadonlyMap<Token, readonly Reference[]>,
): readonly Reference[] {
  const own = new Set<Reference>();
  for (const token of tokens)
    if (token.type === 'inline') for (const reference of used.get(token) ?? []) own.add(reference);
  return [...own];
}

function runInOf({ tokens }: Block, references: References): Reference[] {
  return tokens.flatMap((token) => references.runIn(token));
}

/** Whether a block is a list of takeaways: not of sources, and not of what the document holds. */
function holdsTakeaways({ kind, heading, blocks }: SectionNode, at: number): boolean {
  const block = blocks[at];
  if (!block || !isList(block) || kind === 'references') return false;
  const above = blocks[at - 1] ?? heading;
  return !(above && announcesContents(blockText(above)));
}

/** What an inline token rests on: the sources that it names, cites and links to. */
function referencesIn(inline: Token, references: References): readonly Reference[] {
  const found: Reference[] = [...references.runIn(inline)];
  const add = (reference: Reference | undefined) => {
    if (reference) found.push(reference);
  };
  const children = inline.children ?? [];
  for (const token of children) if (token.type === 'citation') add(references.cited(labelOf(token)));
  for (const { href } of linksOf(children)) add(references.linked(href));
  return found;
}

/** Sections in document order, the nested ones after theirs. */
function flatten(sections: readonly SectionNode[]): SectionNode[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}
