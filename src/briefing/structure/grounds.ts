import type { Token } from 'markdown-it';
import type { Reference } from '../model.ts';
import type { References } from './references/references.ts';
import type { SectionNode } from './outline/sectionNode.ts';
import { blockText } from '../blocks/document.ts';
import { addToGroup } from '../../base/collections/groupBy.ts';
import { isMailLink } from '../text/links/mailLink.ts';
import { announcesPeople } from '../text/people.ts';

/** The references that a piece of the text rests on. */
export interface Ground {
  readonly references: readonly Reference[];
  /** False if they are those of a reference section: neither the piece, nor its section, nor a heading names any. */
  readonly hasOwnReferences: boolean;
}

/**
 * Finds the references of each piece of a briefing: those that it names, cites or links to, or else those of the
 * nearest reference section.
 */
export class Grounds {
  readonly #used: ReadonlyMap<Token, readonly Reference[]>;
  readonly #parents = new Map<SectionNode, SectionNode>();
  readonly #sources = new Map<SectionNode, readonly Reference[]>();
  /** The references of each section's heading, or of those above it. */
  readonly #linked = new Map<SectionNode, readonly Reference[]>();
  /** The reference sections inside each section, at any depth, in document order; all of them under `undefined`. */
  readonly #inside = new Map<SectionNode | undefined, SectionNode[]>();
  /** The references of pieces that have none of their own, if there is at most one reference section. */
  readonly #shared: readonly Reference[];

  constructor(
    roots: readonly SectionNode[],
    references: References,
    used: ReadonlyMap<Token, readonly Reference[]>,
    shared: readonly Reference[],
  ) {
    this.#used = used;
    this.#shared = shared;
    const visit = (node: SectionNode, around: readonly (SectionNode | undefined)[]): void => {
      const named = node.kind === 'references' ? references.mentionsIn(node.from, node.to) : [];
      // `### Primary` in `## Sources` is a part of that.
      if (named.length > 0 && around.at(-1)?.kind !== 'references') {
        this.#sources.set(node, [...new Set(named.map(({ reference }) => reference))]);
        for (const one of around) addToGroup(this.#inside, one, node);
      }
      for (const nested of node.sections) {
        this.#parents.set(nested, node);
        visit(nested, [...around, node]);
      }
    };
    for (const root of roots) visit(root, [undefined]);
  }

  /**
   * Returns the references of tokens in a section. `ofSection`: the sources that the section names for all of its
   * blocks.
   */
  of(tokens: readonly Token[], node: SectionNode | undefined, ofSection: readonly Reference[] = []): Ground {
    const own = this.own(tokens);
    if (own.length > 0) return { references: own, hasOwnReferences: true };
    if (ofSection.length > 0) return { references: ofSection, hasOwnReferences: true };
    const linked = this.#linkedAbove(node);
    return linked.length > 0
      ? { references: linked, hasOwnReferences: true }
      : { references: this.#inherited(node), hasOwnReferences: false };
  }

  /**
   * The references in the nearest heading above, `### [Ferry stops](https://a.example)`: all blocks below it are from
   * that page. A mailbox there is its author's: `v1.2 Ann <ann@a.example>`. The page of the people at a meeting says
   * nothing of what they say.
   */
  #linkedAbove(node: SectionNode | undefined): readonly Reference[] {
    if (!node) return [];
    const known = this.#linked.get(node);
    if (known) return known;
    const { heading } = node;
    const own =
      heading && !announcesPeople(blockText(heading))
        ? this.own(heading.tokens).filter(({ url }) => !isMailLink(url))
        : [];
    const linked = own.length > 0 ? own : this.#linkedAround(node);
    this.#linked.set(node, linked);
    return linked;
  }

  /**
   * Returns the reference of the headings above; none if there are several, because each section inside `## What they
   * say (CNN, BBC)` may be from another one.
   */
  #linkedAround(node: SectionNode): readonly Reference[] {
    const around = this.#linkedAbove(this.#parents.get(node));
    return around.length === 1 ? around : [];
  }

  /** Returns the references that the words themselves name, cite and link to: each once, in the order of the words. */
  own(tokens: readonly Token[]): readonly Reference[] {
    const found: (readonly Reference[])[] = [];
    for (const token of tokens) {
      const used = token.type === 'inline' ? this.#used.get(token) : undefined;
      if (used) found.push(used);
    }
    const [first = [], ...others] = found;
    return others.length === 0 ? first : [...new Set(found.flat())];
  }

  /**
   * Whether a section comes after the one that has `### Sources` inside it: those sources apply to that section alone.
   * If several sections have their own, the introduction above them is elsewhere, too.
   */
  #isElsewhere(
    node: SectionNode | undefined,
    sources: SectionNode | undefined,
    isOneOfSeveral: boolean,
  ): boolean {
    const owner = sources && this.#parents.get(sources);
    const from = node?.from ?? 0;
    return owner !== undefined && (from >= owner.to || (isOneOfSeveral && from < owner.from));
  }

  /**
   * Returns the references of the reference section that is nearest: inside the section itself, or else inside the
   * closest one around it that has any.
   */
  #inherited(node: SectionNode | undefined): readonly Reference[] {
    if (this.#sources.size < 2) {
      const [only] = this.#sources.keys();
      return this.#isElsewhere(node, only, false) ? [] : this.#shared;
    }
    let around = node;
    while (around && !this.#inside.has(around)) around = this.#parents.get(around);
    const inside = this.#inside.get(around) ?? [];
    const nearest = nearestTo(node?.from ?? 0, inside);
    return nearest && !this.#isElsewhere(node, nearest, inside.length > 1)
      ? (this.#sources.get(nearest) ?? [])
      : [];
  }
}

/** Returns the first section from a line on, or else the last above it. A binary search: there may be thousands. */
function nearestTo(line: number, sections: readonly SectionNode[]): SectionNode | undefined {
  let from = 0;
  let to = sections.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sections[middle]?.from ?? 0) < line) from = middle + 1;
    else to = middle;
  }
  return sections[from] ?? sections.at(-1);
}
