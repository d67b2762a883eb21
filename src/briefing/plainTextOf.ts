import { parseMarkdown } from './markdown.ts';
import { plainText } from './plainTokens.ts';
import { inlineTokens } from './document.ts';

/** The words of a piece of Markdown, a line for each of its paragraphs. */
export function plainTextOf(source: string): string {
  return inlineTokens(parseMarkdown(source))
    .map((inline) => plainText([inline]))
    .join('\n\n');
}
