import type { Token } from 'markdown-it';
import type { Reference } from '../model.ts';
import type { References } from './references/references.ts';
import type { SectionNode } from './sections.ts';

/** What a piece of the text rests on. */
export interface Ground {
  readonly references: readonly Reference[];
  /** False where they are those of a reference section, for want of its own. */
  readonly isOwn: boolean;
}

/** Finds what each piece of a briefing rests on: what it names, cites or links to, or else the nearest reference section. */
export class Grounds {
  readonly #used: ReadonlyMap<Token, readonly Reference[]>;
  readonly #parents = new Map<SectionNode, SectionNode>();
  readonly #sources = new Map<SectionNode, readonly Reference[]>();
  /** What their headings link to, or those above. */
  readonly #linked = new Map<SectionNode, readonly Reference[]>();
  /** The reference sections inside of each section, at any depth, in document order; `undefined`: all of them. */
  readonly #inside = new Map<SectionNode | undefined, SectionNode[]>();
  /** Of a briefing with one reference section, or with none. */
  readonly #shared: readonly Reference[];

  /** `shared`: what all pieces rest on that have nothing of their own, where there is one reference section at most. */
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
      if (named.length > 0) {
        this.#sources.set(node, [...new Set(named.map(({ reference }) => reference))]);
        for (const one of around)
          this.#inside
            .set(one, this.#inside.get(one) ?? [])
            .get(one)
            ?.push(node);
      }
      for (const nested of node.sections) {
        this.#parents.set(nested, node);
        visit(nested, [...around, node]);
      }
    };
    for (const root of roots) visit(root, [undefined]);
  }

  /** `shared`: what the section names of its own accord, for all that stands in it. */
  of(tokens: readonly Token[], node: SectionNode | undefined, shared: readonly Reference[] = []): Ground {
    const own = this.own(tokens);
    if (own.length > 0) return { references: own, isOwn: true };
    if (shared.length > 0) return { references: shared, isOwn: true };
    const linked = this.#linkedAbove(node);
    return linked.length > 0
      ? { references: linked, isOwn: true }
      : { references: this.#inherited(node), isOwn: false };
  }

  /** What the nearest heading above links to, `### [Ferry stops](https://a.example)`: all below it is from there. */
  #linkedAbove(node: SectionNode | undefined): readonly Reference[] {
    if (!node) return [];
    const known = this.#linked.get(node);
    if (known) return known;
    const own = this.own(node.heading?.tokens ?? []);
    const linked = own.length > 0 ? own : this.#linkedAround(node);
    this.#linked.set(node, linked);
    return linked;
  }

  /** Of several, `## What they say (CNN, BBC)`, each section inside may be from another. */
  #linkedAround(node: SectionNode): readonly Reference[] {
    const around = this.#linkedAbove(this.#parents.get(node));
    return around.length === 1 ? around : [];
  }

  /** What the words themselves name, cite and link to: each reference once, in the order of the words. */
  own(tokens: readonly Token[]): readonly Reference[] {
    const own = new Set<Reference>();
    for (const token of tokens)
      if (token.type === 'inline') for (const reference of this.#used.get(token) ?? []) own.add(reference);
    return [...own];
  }

  /** Whether the only reference section is inside another section, as `### Sources` is, that ends above `node`. */
  #isElsewhere(node: SectionNode | undefined): boolean {
    const [only] = this.#sources.keys();
    const owner = only && this.#parents.get(only);
    return owner !== undefined && node !== undefined && node.from >= owner.to;
  }

  /** Of several reference sections, the nearest: in the section itself, or else in the next one around it. */
  #inherited(node: SectionNode | undefined): readonly Reference[] {
    if (this.#sources.size < 2) return this.#isElsewhere(node) ? [] : this.#shared;
    let around = node;
    while (around && !this.#inside.has(around)) around = this.#parents.get(around);
    const nearest = nearestTo(node?.from ?? 0, this.#inside.get(around) ?? []);
    return (nearest && this.#sources.get(nearest)) ?? [];
  }
}

/** The first below a line, or else the last above it: of thousands, found by halves. */
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
