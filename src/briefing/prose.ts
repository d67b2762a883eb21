import type { Token } from 'markdown-it';
import { inlineTokens } from './document.ts';
import type { Briefing } from './model.ts';
import { plainText } from './plainTokens.ts';
import { readStructure, type SectionParts } from './structure.ts';

/** The words of a briefing outside of its takeaways and references, a line for each paragraph. */
export interface Prose {
  readonly lede: string;
  /** By the section's id; without what nests in it, and '' where there is none. */
  readonly sections: ReadonlyMap<string, string>;
}

export function proseOf({ text }: Briefing): Prose {
  const { lede, sections } = readStructure(text);
  const found = new Map<string, string>();
  const visit = ({ id, node, blocks, sections: nested }: SectionParts): void => {
    const own = node.kind === 'references' ? [] : blocks.filter(({ takeaways }) => takeaways.length === 0);
    found.set(id, wordsIn(own.flatMap(({ block }) => block.tokens)));
    nested.forEach(visit);
  };
  sections.forEach(visit);
  return { lede: wordsIn(lede.flatMap(({ tokens }) => tokens)), sections: found };
}

function wordsIn(tokens: readonly Token[]): string {
  return inlineTokens(tokens)
    .map((inline) => plainText([inline]))
    .filter((line) => line !== '')
    .join('\n');
}
