import type { Reference, Section, Takeaway } from '../briefing/model.ts';
import type { BrokenEntry, Entry, ReadableEntry } from './library.ts';

/** What the sidebar shows of an entry. Ids are unique in the whole tree and stay while the words do. */
export type OutlineNode =
  BriefingNode | BrokenNode | SectionNode | TakeawayNode | ReferencesNode | ReferenceNode;

interface Node {
  readonly id: string;
  readonly uri: string;
  readonly children: readonly OutlineNode[];
}

export interface BriefingNode extends Node {
  readonly kind: 'briefing';
  readonly parent: undefined;
  readonly entry: ReadableEntry;
  /** How many takeaways it has in all. */
  readonly takeaways: number;
}

export interface BrokenNode extends Node {
  readonly kind: 'broken';
  readonly parent: undefined;
  readonly entry: BrokenEntry;
}

export interface SectionNode extends Node {
  readonly kind: 'section';
  readonly parent: OutlineNode;
  readonly section: Section;
}

export interface TakeawayNode extends Node {
  readonly kind: 'takeaway';
  readonly parent: OutlineNode;
  readonly takeaway: Takeaway;
}

/** The references that are in no reference section: those that the text only links to. */
export interface ReferencesNode extends Node {
  readonly kind: 'references';
  readonly parent: OutlineNode;
}

export interface ReferenceNode extends Node {
  readonly kind: 'reference';
  readonly parent: OutlineNode;
  readonly reference: Reference;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Builds the nodes of one entry, in document order, each knowing its parent. */
export function outlineOf(entry: Entry): BriefingNode | BrokenNode {
  const { uri } = entry;
  if (entry.kind === 'broken')
    return { kind: 'broken', id: uri, uri, parent: undefined, entry, children: [] };
  const { sections, references } = entry.briefing;
  const root: Writable<BriefingNode> = {
    kind: 'briefing',
    id: uri,
    uri,
    parent: undefined,
    entry,
    takeaways: takeawaysIn(sections).length,
    children: [],
  };
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const left = new Set(references);

  const referenceNodes = (parent: OutlineNode, of: readonly Reference[]): ReferenceNode[] =>
    of.map((reference) => {
      left.delete(reference);
      return {
        kind: 'reference',
        id: `${uri}#r-${numbers.get(reference) ?? 0}`,
        uri,
        parent,
        reference,
        children: [],
      };
    });
  const sectionNode = (section: Section, parent: OutlineNode): SectionNode => {
    const node: Writable<SectionNode> = {
      kind: 'section',
      id: `${uri}#${section.id}`,
      uri,
      parent,
      section,
      children: [],
    };
    const takeaways = section.takeaways.map((takeaway): TakeawayNode => ({
      kind: 'takeaway',
      id: `${uri}#${takeaway.id}`,
      uri,
      parent: node,
      takeaway,
      children: [],
    }));
    const nested = section.sections.map((inner) => sectionNode(inner, node));
    const own =
      section.kind === 'references' ? references.filter((r) => left.has(r) && isIn(r, section)) : [];
    node.children = [...takeaways, ...referenceNodes(node, own), ...nested];
    return node;
  };

  const children: OutlineNode[] = sections.map((section) => sectionNode(section, root));
  if (left.size > 0) {
    const links: Writable<ReferencesNode> = {
      kind: 'references',
      id: `${uri}#links`,
      uri,
      parent: root,
      children: [],
    };
    links.children = referenceNodes(links, [...left]);
    children.push(links);
  }
  root.children = children;
  return root;
}

/** All takeaways in document order: the way that a reader goes through a briefing. */
export function takeawaysIn(sections: readonly Section[]): Takeaway[] {
  return sections.flatMap((section) => [...section.takeaways, ...takeawaysIn(section.sections)]);
}

/** All sections in document order, each before those inside it. */
export function sectionsIn(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...sectionsIn(section.sections)]);
}

function isIn({ range }: Reference, section: Section): boolean {
  return section.range.start.line <= range.start.line && range.start.line <= section.range.end.line;
}
