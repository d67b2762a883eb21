import { addToGroup } from '../../base/collections/groupBy.ts';
import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { AddressBudget } from './budgets.ts';
import type { Element } from './elements.ts';
import type { Region } from './pageFrame.ts';
import type { ParsedPage } from './parsePage.ts';
import type { TextStyle } from './textStyle.ts';

/** The parts of an element: `from` up to, but without, `to`. */
export interface Box {
  readonly from: number;
  readonly to: number;
}

/** The context of an element. */
export interface ElementContext extends Region {
  readonly style: TextStyle;
  readonly link: string | undefined;
  /** The link of a heading in a link around a whole story. */
  readonly headingLink?: string | undefined;
  readonly isInFooter: boolean;
}

/** The data that all readers of a page share. */
export interface PageFacts {
  readonly page: ParsedPage;
  readonly base: string | undefined;
  readonly sizes: Map<Part, number>;
  readonly addresses: AddressBudget;
  /** The addresses that words link to. */
  readonly linked: Set<string>;
  /** The paragraphs that are images and nothing else. */
  readonly images: Set<Part>;
  /** The paragraphs that are titles of sections by their class. */
  readonly titles: Set<Part | undefined>;
  /** The parts that begin an element, with the numbers of parts in the elements that they begin, inner ones first. */
  readonly firsts: Map<Part | undefined, number[]>;
  /** The elements that may be cards, by what these have in common. */
  readonly boxes: Map<string, Box[]>;
  /** Where the last two elements of a kind begin that are one after the other. */
  pair: number;
}

/** What an element has in common with others of its kind: its name and class, or the first word of that. */
function kindsOfBox({ name, attributes }: Element): readonly string[] {
  const classes = attributes['class']?.slice(0, 400).trim() ?? '';
  const kinds = new Set([classes, classes.split(/\s/, 1)[0], name === 'article' ? '' : classes]);
  return [...kinds].flatMap((some) => (some === '' && name !== 'article' ? [] : `${name} ${some}`));
}

/**
 * Remembers the parts of an element, which may be a card; not if it holds two of a kind, one after the other, which were
 * remembered right before.
 */
export function addBox(facts: PageFacts, element: Element, box: Box): void {
  if (facts.pair >= box.from) return;
  for (const kind of kindsOfBox(element)) {
    const before = facts.boxes.get(kind)?.at(-1);
    if (before && before.to <= box.from) facts.pair = Math.max(facts.pair, before.from);
    addToGroup(facts.boxes, kind, box);
  }
}

export function factsOf(page: ParsedPage, base: string | undefined, addresses: AddressBudget): PageFacts {
  return {
    page,
    base,
    sizes: new Map(),
    addresses,
    linked: new Set(),
    images: new Set(),
    titles: new Set(),
    firsts: new Map(),
    boxes: new Map(),
    pair: -1,
  };
}
