import { groupBy } from '../../base/collections/groupBy.ts';
import type { Writable } from '../../base/writable.ts';
import type { Briefing, Reference, Section } from '../../briefing/model.ts';
import { type Item, itemsIn } from '../../briefing/readingItems.ts';
import type { BrokenEntry, ReadableEntry } from '../entry.ts';
import type { RowPrefix } from './rowPrefixes.ts';

/** A node of the sidebar. Its id is unique in the whole tree; id and node stay the same as long as the words do. */
export type TreeNode = FoundNode | StandingNode;

/** Any node but a search result, which refers to one of these. */
export type StandingNode =
  SearchNode | SourcesNode | SourceNode | LooseNode | GroupNode | BriefingNode | BrokenNode | ContentNode;

/** A node inside a briefing. */
export type ContentNode = SectionNode | ItemNode | ReferencesNode | ReferenceNode;

/** A saved search. */
export interface SearchNode {
  readonly kind: 'search';
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly parent: undefined;
  /** The number of items that it finds; undefined while that is unknown. */
  count: number | undefined;
  /** Whether there are more than `count`. */
  hasMore: boolean;
}

/** A search result, with the content from the search index, so that the briefing need not be read. */
export interface FoundNode {
  readonly kind: 'found';
  readonly id: string;
  readonly uri: string;
  readonly parent: SearchNode;
  readonly of: 'takeaway' | 'passage' | 'section';
  /** The id of the item or section in its briefing. */
  readonly itemId: string;
  /** The key of the item; '' for a section. */
  readonly key: string;
  /** An item's label ('' if none), or a section's title. */
  readonly title: string;
  readonly text: string;
  readonly hasLink: boolean;
  /** The title and the day of its briefing. */
  readonly where: string;
}

/** The feeds that the user has added. */
export interface SourcesNode {
  readonly kind: 'sources';
  readonly id: string;
  readonly parent: undefined;
  children: readonly SourceNode[];
}

/** A feed, and its state. */
export interface SourceNode {
  readonly kind: 'source';
  readonly id: string;
  readonly parent: SourcesNode;
  readonly url: string;
  name: string;
  /** The URI of the folder of its briefings. */
  readonly folder: string;
  /** When it was last checked, in ms since 1970; 0 for never. */
  checked: number;
  /** The number of its unread briefings. */
  unread: number;
  /** Why it could not be read, as a sentence. */
  problem: string | undefined;
  isChecking: boolean;
}

/** The Markdown files of the workspace that are not read as briefings. */
export interface LooseNode {
  readonly kind: 'loose';
  readonly id: 'loose';
  readonly parent: undefined;
  count: number;
}

/** The briefings of a period, or of a folder. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: undefined;
  children: readonly EntryNode[];
  /** The number of children with unread items. */
  unread: number;
  /** How many more entries belong to the group, but are not shown in it. */
  more?: number | undefined;
  /** How often the extension has collapsed its row, see {@link rowIdOf}. */
  folds?: number;
  /** Whether its row was last expanded; undefined if that has never changed. */
  isExpanded?: boolean;
}

export type EntryNode = BriefingNode | BrokenNode;

/** One node for each file, even if the file changes. Its contents are read when it is expanded. */
export interface BriefingNode {
  readonly kind: 'briefing';
  readonly id: string;
  readonly uri: string;
  parent: GroupNode | undefined;
  entry: ReadableEntry;
  /** Undefined if its title is unique. */
  prefix?: RowPrefix | undefined;
  /** How often the extension has collapsed its row, see {@link rowIdOf}. */
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
  /** False for the only section of a briefing if it has the briefing's title: its rows are right below the briefing. */
  readonly hasRow: boolean;
  /** The passages of its own text. They have no rows, but are marked together with the section. */
  readonly passages: readonly ItemNode[];
}

/** An item. A passage has a row only among search results, or if only starred items are shown. */
export interface ItemNode extends Content {
  readonly kind: 'item';
  readonly item: Item;
}

/** The references that are not in a reference section, but only linked in the text. */
export interface ReferencesNode extends Content {
  readonly kind: 'references';
}

export interface ReferenceNode extends Content {
  readonly kind: 'reference';
  readonly reference: Reference;
}

/** The contents of a briefing as nodes. */
export interface Contents {
  /** The top-level nodes, in document order. */
  readonly nodes: readonly ContentNode[];
  /** All items, in reading order, including those without a row. */
  readonly items: readonly ItemNode[];
}

export function contentsOf(root: BriefingNode, briefing: Briefing): Contents {
  const { uri } = root;
  const { sections, references } = briefing;
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const unlisted = new Set(references);
  const bySection = groupBy(itemsIn(briefing), ({ section }) => section);
  const items = new Map<Item, ItemNode>();
  const lone = loneSection(briefing);

  const itemNode = (item: Item, parent: ContentParent): ItemNode => {
    const node: ItemNode = { kind: 'item', id: `${uri}#${item.id}`, uri, parent, item, children: [] };
    items.set(item, node);
    return node;
  };
  const referenceNodes = (parent: ContentParent, of: readonly Reference[]): ReferenceNode[] =>
    of.map((reference) => {
      unlisted.delete(reference);
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
      hasRow: section !== lone,
      passages: [],
      children: [],
    };
    const own = (bySection.get(section.id) ?? []).map((item) => itemNode(item, node));
    node.passages = own.filter(({ item }) => item.kind === 'passage');
    const nested = section.sections.map((inner) => sectionNode(inner, node));
    const sources =
      section.kind === 'references'
        ? references.filter((r) => unlisted.has(r) && isInSection(r, section))
        : [];
    node.children = [
      ...own.filter(({ item }) => item.kind === 'takeaway'),
      ...referenceNodes(node, sources),
      ...nested,
    ];
    return node;
  };

  for (const item of bySection.get(undefined) ?? []) itemNode(item, root);
  const nodes: ContentNode[] = sections.map((section) => sectionNode(section, root));
  if (unlisted.size > 0) {
    const id = `${uri}#links`;
    const links: Writable<ReferencesNode> = { kind: 'references', id, uri, parent: root, children: [] };
    links.children = referenceNodes(links, [...unlisted]);
    nodes.push(links);
  }
  return { nodes, items: itemsIn(briefing).flatMap((item) => items.get(item) ?? []) };
}

/** The section that has all takeaways, but no name of its own. */
function loneSection({ title, sections }: Briefing): Section | undefined {
  const [only, ...others] = sections.filter(({ kind }) => kind !== 'references');
  return others.length === 0 && only?.title === title && only.takeaways.length > 0 ? only : undefined;
}

/** Whether a node is inside a briefing. */
export function isContent(node: TreeNode): node is ContentNode {
  const { kind } = node;
  return kind === 'section' || kind === 'item' || kind === 'references' || kind === 'reference';
}

/** Whether a node is a section without a row. */
export function isHidden(node: ContentParent): node is SectionNode {
  return node.kind === 'section' && !node.hasRow;
}

/** The id of a row for VS Code, which remembers by it whether the row is expanded: a new id collapses the row. */
export function rowIdOf({ id, folds = 0 }: BriefingNode | GroupNode): string {
  return folds === 0 ? id : `${id}#folded-${folds}`;
}

/** The items of a node and of all nodes below it. */
export function itemNodesUnder(node: ContentNode): readonly ItemNode[] {
  switch (node.kind) {
    case 'item':
      return [node];
    case 'section':
      return [...node.passages, ...node.children.flatMap(itemNodesUnder)].sort(
        (a, b) => a.item.range.start.line - b.item.range.start.line,
      );
    case 'references':
    case 'reference':
      return [];
  }
}

/** Whether a reference is in a section or in one nested in it, by its line. */
export function isInSection({ range }: Reference, section: Section): boolean {
  return section.range.start.line <= range.start.line && range.start.line <= section.range.end.line;
}

/** Finds a node by its id among some nodes and all nodes below them. */
export function findNode(nodes: readonly ContentNode[], id: string): ContentNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found) return found;
  }
  return undefined;
}
