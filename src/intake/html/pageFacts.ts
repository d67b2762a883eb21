import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { AddressBudget } from './budgets.ts';
import type { Box } from './cards.ts';
import type { ParsedPage } from './parsePage.ts';

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
  /** The parts that begin an element, with the number of parts in the outermost of these. */
  readonly firsts: Map<Part | undefined, number>;
  /** The elements that may be cards, by what these have in common. */
  readonly boxes: Map<string, Box[]>;
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
  };
}
