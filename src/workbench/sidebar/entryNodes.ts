import type { Entry } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import type { Grouping } from '../../library/tree/grouping.ts';
import type { Group } from '../../library/tree/group.ts';
import { type RowPrefix, rowPrefixesOf } from '../../library/tree/rowPrefixes.ts';
import type { EntryNode, GroupNode, TreeNode } from '../../library/tree/nodes.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';

/** Keeps one node for each file and each group: the same object for as long as the file or group exists. */
export class EntryNodes {
  readonly #library: Library;
  readonly #unread: UnreadBriefings;
  readonly #nodes = new Map<string, EntryNode>();
  readonly #groups = new Map<string, GroupNode>();

  constructor(library: Library, unread: UnreadBriefings) {
    this.#library = library;
    this.#unread = unread;
  }

  get(uri: string): EntryNode | undefined {
    return this.#nodes.get(uri);
  }

  /** Returns the node of an entry. `isOther`: whether it had another entry of the same file before. */
  nodeOf(entry: Entry): { readonly node: EntryNode; readonly isOther: boolean } {
    const known = this.#nodes.get(entry.uri);
    if (known?.kind === entry.kind) {
      const isOther = known.entry !== entry;
      known.entry = entry;
      return { node: known, isOther };
    }
    const { uri } = entry;
    const node: EntryNode =
      entry.kind === 'broken'
        ? { kind: 'broken', id: uri, uri, parent: undefined, entry }
        : { kind: 'briefing', id: uri, uri, parent: undefined, entry };
    this.#nodes.set(uri, node);
    return { node, isOther: false };
  }

  /**
   * Returns the nodes of groups, with those of their entries as children, or only the entries' nodes if nothing is
   * grouped; and which of them have to be redrawn. `isTouched`: whether an entry has to be, even if it keeps its place.
   */
  nodesFor(
    groups: readonly Group[],
    grouping: Grouping,
    isTouched: (entry: Entry) => boolean,
  ): { readonly nodes: readonly (EntryNode | GroupNode)[]; readonly stale: (EntryNode | GroupNode)[] } {
    const stale: (EntryNode | GroupNode)[] = [];
    const prefixes = rowPrefixesOf(groups.flatMap((group) => group.entries));
    const nodes = groups.flatMap((group): readonly (EntryNode | GroupNode)[] => {
      const members = group.entries.map((entry) => {
        const { node, isOther } = this.nodeOf(entry);
        const isRelabelled = setPrefix(node, prefixes.get(entry));
        if (isOther || isRelabelled || isTouched(entry)) stale.push(node);
        return node;
      });
      const above = grouping === 'none' ? undefined : this.#group(`${grouping}:${group.id}`);
      for (const member of members) member.parent = above;
      if (!above) return members;
      const isSame = haveSameItems(above.children, members);
      above.children = members;
      const isCounted = this.updateUnread(above) || above.more !== group.more;
      above.more = group.more;
      if (isCounted || !isSame) stale.push(above);
      return [above];
    });
    return { nodes, stale };
  }

  #group(id: string): GroupNode {
    const node = this.#groups.get(id) ?? { kind: 'group', id, parent: undefined, children: [], unread: 0 };
    this.#groups.set(id, node);
    return node;
  }

  /** Updates a group's number of unread briefings. Returns whether it has changed. */
  updateUnread(group: GroupNode): boolean {
    const before = group.unread;
    group.unread = group.children.filter(({ uri }) => this.#unread.has(uri)).length;
    return group.unread !== before;
  }

  /** Removes the nodes of files that no longer exist. */
  removeMissing(): void {
    if (this.#nodes.size <= this.#library.size) return;
    for (const uri of this.#nodes.keys()) if (!this.#library.get(uri)) this.#nodes.delete(uri);
  }
}

/** Sets what a row's label begins with. Returns whether that has changed. */
function setPrefix(node: EntryNode, prefix: RowPrefix | undefined): boolean {
  if (node.kind === 'broken' || node.prefix === prefix) return false;
  node.prefix = prefix;
  return true;
}

export function haveSameItems<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i]);
}

/** Leaves out nodes whose parent is listed: they are redrawn with it. */
export function withoutDescendants(nodes: readonly TreeNode[]): TreeNode[] {
  const listed = new Set(nodes);
  return nodes.filter(({ parent }) => !parent || !listed.has(parent));
}
