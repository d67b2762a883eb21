import type { Token } from 'markdown-it';
import { markCitations } from './citations.ts';
import { type Block, type Document, labelOf, readDocument } from './document.ts';
import { Ids } from './ids.ts';
import type { Problem, Reference } from './model.ts';
import { linksOf, References } from './references.ts';
import { blockText, inlineTokens, outline, type SectionNode, sectionTitle } from './sections.ts';
import { isList, type TakeawayNode, takeawaysOf, textOf } from './takeaways.ts';

/** Everything that the text says of its structure, tokens included: what the model and the HTML are both made of. */
export interface Structure {
  readonly document: Document;
  /** The title that the text gives itself, '' if it does not. */
  readonly title: string;
  readonly lede: readonly Block[];
  readonly sections: readonly SectionParts[];
  readonly references: References;
  /** What a takeaway without a reference of its own rests on. */
  readonly sectionReferences: readonly Reference[];
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
  readonly text: string;
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
  const sectionReferences = [...references.all];

  const problems = [...document.frontMatter.problems];
  const prose = [
    ...(titleBlock ? [titleBlock] : []),
    ...lede,
    ...nodes.flatMap((n) => [n.heading, ...(n.kind === 'references' ? [] : n.blocks)]),
  ];
  for (const { tokens } of prose) {
    references.addLinks(tokens);
    for (const inline of inlineTokens(tokens))
      problems.push(...markCitations(inline, references, document.lines));
  }

  const ids = new Ids();
  const partsOf = (node: SectionNode): SectionParts => {
    const title = sectionTitle(node.heading);
    return {
      id: ids.section(title),
      title,
      node,
      blocks: node.blocks.map((block) => ({
        block,
        takeaways: isList(block) && node.kind !== 'references' ? takeawaysOf(block).map(takeawayParts) : [],
      })),
      sections: node.sections.map(partsOf),
    };
  };
  const takeawayParts = (node: TakeawayNode): TakeawayParts => {
    const words = textOf(node);
    const own = ownReferences(node.tokens, references);
    return {
      id: ids.takeaway(`${node.label ?? ''} ${words}`),
      node,
      text: words,
      references: own.length > 0 ? own : sectionReferences,
    };
  };
  return {
    document,
    title: titleBlock ? blockText(titleBlock) : '',
    lede,
    sections: sections.map(partsOf),
    references,
    sectionReferences,
    problems,
  };
}

/** A takeaway's own: what it links to and what it cites, each once, in the order of its words. */
function ownReferences(tokens: readonly Token[], references: References): Reference[] {
  const own = new Set<Reference>();
  for (const { children } of inlineTokens(tokens)) {
    for (const token of children ?? []) {
      const found = token.type === 'citation' ? references.cited(labelOf(token)) : undefined;
      if (found) own.add(found);
    }
    for (const { url } of linksOf(children ?? [])) {
      const found = references.linked(url);
      if (found) own.add(found);
    }
  }
  return [...own];
}

/** Sections in document order, the nested ones after theirs. */
function flatten(sections: readonly SectionNode[]): SectionNode[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}
