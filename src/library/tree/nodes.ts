import type { Briefing, Reference, Section } from '../../briefing/model.ts';
import { type Item, itemsIn } from '../../briefing/readingItems.ts';
import type { BrokenEntry, ReadableEntry } from '../entry.ts';
import type { Lead } from './leads.ts';

/** What the sidebar shows. Ids are unique in the whole tree, and stay while the words do; so do the nodes themselves. */
export type TreeNode = FoundNode | StandingNode;

/** All but what a search has found, which stands for one of these. */
export type StandingNode =
  SearchNode | SourcesNode | SourceNode | GroupNode | BriefingNode | BrokenNode | ContentNode;

/** What stands in a briefing. */
export type ContentNode = SectionNode | ItemNode | ReferencesNode | ReferenceNode;

/** A search that was saved. */
export interface SearchNode {
  readonly kind: 'search';
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly parent: undefined;
  /** How many items it finds; undefined while that is not known. */
  count: number | undefined;
  /** There are more than that. */
  hasMore: boolean;
}

/** What a search has found, as its index has it: the briefing itself need not be read for it. */
export interface FoundNode {
  readonly kind: 'found';
  readonly id: string;
  readonly uri: string;
  readonly parent: SearchNode;
  readonly of: 'takeaway' | 'passage' | 'section';
  /** Of what it stands for, in its briefing. */
  readonly itemId: string;
  /** What an item is remembered by; '' for a section. */
  readonly key: string;
  /** An item's label ('' if none), or a section's title. */
  readonly title: string;
  readonly text: string;
  readonly hasLink: boolean;
  /** The title and the day of the briefing that it stands in. */
  readonly where: string;
}

/** The feeds that a person has added. */
export interface SourcesNode {
  readonly kind: 'sources';
  readonly id: string;
  readonly parent: undefined;
  children: readonly SourceNode[];
}

/** One of them, and how it is with it. */
export interface SourceNode {
  readonly kind: 'source';
  readonly id: string;
  readonly parent: SourcesNode;
  readonly url: string;
  name: string;
  /** When it last answered, in ms since 1970; 0 for never. */
  checked: number;
  /** How many of its briefings are unread. */
  unread: number;
  /** Why it has nothing to say, in a sentence. */
  problem: string | undefined;
  isAsked: boolean;
}

/** Briefings of one time, or of one folder. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: undefined;
  children: readonly EntryNode[];
  /** How many of them have something unread. */
  unread: number;
  /** How many more would stand there, if it had room for them. */
  more?: number | undefined;
  /** How often it was folded for the person. */
  folds?: number;
}

export type EntryNode = BriefingNode | BrokenNode;

/** One for each file, whatever becomes of it. Its contents are read when they are looked at. */
export interface BriefingNode {
  readonly kind: 'briefing';
  readonly id: string;
  readonly uri: string;
  parent: GroupNode | undefined;
  entry: ReadableEntry;
  /** What its row begins with; undefined where its title tells which it is. */
  lead?: Lead | undefined;
  /** How often it was folded for the person. */
  folds?: number;
}

export interface BrokenNode {
  readonly kind: 'broken';
  readonly id: string;
  readonly uri: string;
  parent: GroupNode | undefined;
  entry: BrokenEntry;
}

interface Content {
  readonly id: string;
  readonly uri: string;
  readonly parent: ContentParent;
  readonly children: readonly ContentNode[];
}

export type ContentParent = BriefingNode | ContentNode;

export interface SectionNode extends Content {
  readonly kind: 'section';
  readonly section: Section;
  /** Its own text: no rows below it, but marked with it. */
  readonly passages: readonly ItemNode[];
}

/** What is read in one go. A passage is a row only where it was searched for, or where only stars are shown. */
export interface ItemNode extends Content {
  readonly kind: 'item';
  readonly item: Item;
}

/** The references that are in no reference section: those that the text only links to. */
export interface ReferencesNode extends Content {
  readonly kind: 'references';
}

export interface ReferenceNode extends Content {
  readonly kind: 'reference';
  readonly reference: Reference;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What stands in a briefing, as nodes. */
export interface Contents {
  /** The rows, in document order, each knowing its parent. */
  readonly nodes: readonly ContentNode[];
  /** All of its items, in the order in which they are read, those without a row as well. */
  readonly items: readonly ItemNode[];
}

export function contentsOf(root: BriefingNode, briefing: Briefing): Contents {
  const { uri } = root;
  const { sections, references } = briefing;
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const left = new Set(references);
  const bySection = new Map<string | undefined, Item[]>();
  for (const item of itemsIn(briefing)) {
    const there = bySection.get(item.section);
    if (there) there.push(item);
    else bySection.set(item.section, [item]);
  }
  const items = new Map<Item, ItemNode>();

  const itemNode = (item: Item, parent: ContentParent): ItemNode => {
    const node: ItemNode = { kind: 'item', id: `${uri}#${item.id}`, uri, parent, item, children: [] };
    items.set(item, node);
    return node;
  };
  const referenceNodes = (parent: ContentParent, of: readonly Reference[]): ReferenceNode[] =>
    of.map((reference) => {
      left.delete(reference);
      const id = `${uri}#r-${numbers.get(reference) ?? 0}`;
      return { kind: 'reference', id, uri, parent, reference, children: [] };
    });
  const sectionNode = (section: Section, parent: ContentParent): SectionNode => {
    const node: Writable<SectionNode> = {
      kind: 'section',
      id: `${uri}#${section.id}`,
      uri,
      parent,
      section,
      passages: [],
      children: [],
    };
    const own = (bySection.get(section.id) ?? []).map((item) => itemNode(item, node));
    node.passages = own.filter(({ item }) => item.kind === 'passage');
    const nested = section.sections.map((inner) => sectionNode(inner, node));
    const sources =
      section.kind === 'references' ? references.filter((r) => left.has(r) && isIn(r, section)) : [];
    node.children = [
      ...own.filter(({ item }) => item.kind === 'takeaway'),
      ...referenceNodes(node, sources),
      ...nested,
    ];
    return node;
  };

  for (const item of bySection.get(undefined) ?? []) itemNode(item, root);
  const nodes: ContentNode[] = sections.map((section) => sectionNode(section, root));
  if (left.size > 0) {
    const id = `${uri}#links`;
    const links: Writable<ReferencesNode> = { kind: 'references', id, uri, parent: root, children: [] };
    links.children = referenceNodes(links, [...left]);
    nodes.push(links);
  }
  return { nodes, items: itemsIn(briefing).flatMap((item) => items.get(item) ?? []) };
}

/** A row's id. VS Code remembers by it what is unfolded: with another one, the row is folded. */
export function rowIdOf({ id, folds = 0 }: BriefingNode | GroupNode): string {
  return folds === 0 ? id : `${id}#folded-${folds}`;
}

/** The items that a node stands for: its own, and those of all that it holds. */
export function itemsUnder(node: ContentNode): readonly ItemNode[] {
  switch (node.kind) {
    case 'item':
      return [node];
    case 'section':
      return [...node.passages, ...node.children.flatMap(itemsUnder)].sort(
        (a, b) => a.item.range.start.line - b.item.range.start.line,
      );
    case 'references':
    case 'reference':
      return [];
  }
}

/** Whether a section, or one in it, lists a reference. */
export function isIn({ range }: Reference, section: Section): boolean {
  return section.range.start.line <= range.start.line && range.start.line <= section.range.end.line;
}

/** A node in some others or in what they hold, by its id. */
export function findNode(nodes: readonly ContentNode[], id: string): ContentNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found) return found;
  }
  return undefined;
}
