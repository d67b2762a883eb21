import type { Briefing, Reference, Section, Takeaway } from '../../briefing/model.ts';
import { takeawayKey } from '../../briefing/text/wordsKey.ts';
import type { BrokenEntry, ReadableEntry } from '../entry.ts';

/** What the sidebar shows. Ids are unique in the whole tree, and stay while the words do; so do the nodes themselves. */
export type TreeNode = FoundNode | StandingNode;

/** All but what a search has found, which stands for one of these. */
export type StandingNode = SearchNode | GroupNode | BriefingNode | BrokenNode | ContentNode;

/** What stands in a briefing. */
export type ContentNode = SectionNode | TakeawayNode | ReferencesNode | ReferenceNode;

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
  readonly of: 'takeaway' | 'section';
  /** Of what it stands for, in its briefing. */
  readonly itemId: string;
  /** What a takeaway is remembered by; '' for a section. */
  readonly key: string;
  /** A takeaway's label ('' if none), or a section's title. */
  readonly title: string;
  readonly text: string;
  readonly hasLink: boolean;
}

/** Briefings of one time, or of one folder. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: undefined;
  children: readonly EntryNode[];
}

export type EntryNode = BriefingNode | BrokenNode;

/** One for each file, whatever becomes of it. Its contents are read when they are looked at. */
export interface BriefingNode {
  readonly kind: 'briefing';
  readonly id: string;
  readonly uri: string;
  parent: GroupNode | undefined;
  entry: ReadableEntry;
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
}

export interface TakeawayNode extends Content {
  readonly kind: 'takeaway';
  readonly takeaway: Takeaway;
  /** What it is remembered by. */
  readonly key: string;
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

/** The nodes of what stands in a briefing, in document order, each knowing its parent. */
export function contentsOf(root: BriefingNode, { sections, references }: Briefing): readonly ContentNode[] {
  const { uri } = root;
  const numbers = new Map(references.map((reference, i) => [reference, i]));
  const left = new Set(references);

  const referenceNodes = (parent: ContentParent, of: readonly Reference[]): ReferenceNode[] =>
    of.map((reference) => {
      left.delete(reference);
      const id = `${uri}#r-${numbers.get(reference) ?? 0}`;
      return { kind: 'reference', id, uri, parent, reference, children: [] };
    });
  const sectionNode = (section: Section, parent: ContentParent): SectionNode => {
    const id = `${uri}#${section.id}`;
    const node: Writable<SectionNode> = { kind: 'section', id, uri, parent, section, children: [] };
    const takeaways = section.takeaways.map((takeaway): TakeawayNode => ({
      kind: 'takeaway',
      id: `${uri}#${takeaway.id}`,
      uri,
      parent: node,
      takeaway,
      key: takeawayKey(takeaway),
      children: [],
    }));
    const nested = section.sections.map((inner) => sectionNode(inner, node));
    const own =
      section.kind === 'references' ? references.filter((r) => left.has(r) && isIn(r, section)) : [];
    node.children = [...takeaways, ...referenceNodes(node, own), ...nested];
    return node;
  };

  const contents: ContentNode[] = sections.map((section) => sectionNode(section, root));
  if (left.size > 0) {
    const id = `${uri}#links`;
    const links: Writable<ReferencesNode> = { kind: 'references', id, uri, parent: root, children: [] };
    links.children = referenceNodes(links, [...left]);
    contents.push(links);
  }
  return contents;
}

function isIn({ range }: Reference, section: Section): boolean {
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
