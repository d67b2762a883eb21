import type { Token } from 'markdown-it';
import { isRest, REST, boundedLines } from '../blocks/density.ts';
import type { Briefing } from '../model.ts';
import { plainText } from '../grammar/tokens.ts';
import { type SectionParts, structureOf } from './structure.ts';
import { inlineTokens } from '../blocks/document.ts';
import { parseMarkdown } from '../grammar/markdown.ts';
import { tidy } from '../../base/tidy.ts';

/** The words of a briefing outside of its takeaways and references, a line for each paragraph. */
export interface Prose {
  readonly lede: string;
  /** By the section's id; without what nests in it, and '' where there is none. */
  readonly sections: ReadonlyMap<string, string>;
}

export function proseOf(briefing: Briefing): Prose {
  const { lede, sections } = structureOf(briefing);
  const found = new Map<string, string>();
  const visit = ({ id, node, blocks, sections: nested }: SectionParts): void => {
    const own = blocks.filter(({ block, takeaways }) =>
      node.kind === 'references' ? isRest(block) : takeaways.length === 0,
    );
    found.set(id, wordsIn(own.flatMap(({ block }) => block.tokens)));
    nested.forEach(visit);
  };
  sections.forEach(visit);
  return { lede: wordsIn(lede.flatMap(({ tokens }) => tokens)), sections: found };
}

function wordsIn(tokens: readonly Token[]): string {
  return tokens
    .filter(({ type }) => type === 'inline' || type === REST)
    .map((inline) => plainText([inline]))
    .filter((line) => line !== '')
    .join('\n');
}

/** The words of a piece of Markdown, a line for each of its paragraphs; where it is too dense, one for all of its rest. */
export function plainTextOf(source: string): string {
  const { lines, end } = boundedLines(source);
  const paragraphs = inlineTokens(parseMarkdown(lines.slice(0, end).join('\n'))).map((inline) =>
    plainText([inline]),
  );
  if (end < lines.length) paragraphs.push(tidy(lines.slice(end).join('\n')));
  return paragraphs.join('\n\n');
}
