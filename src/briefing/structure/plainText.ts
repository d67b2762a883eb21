import { boundedLines } from '../blocks/density.ts';
import { plainText } from '../grammar/tokens.ts';
import { inlineTokens } from '../blocks/document.ts';
import { parseMarkdown } from '../grammar/markdown.ts';
import { tidy } from '../../base/tidy.ts';

/**
 * The words of a piece of Markdown, with blank lines between paragraphs; the text that is too dense to parse comes
 * last.
 */
export function plainTextOf(source: string): string {
  const { lines, end } = boundedLines(source);
  const paragraphs = inlineTokens(parseMarkdown(lines.slice(0, end).join('\n'))).map((inline) =>
    plainText([inline]),
  );
  if (end < lines.length) paragraphs.push(tidy(lines.slice(end).join('\n')));
  return paragraphs.join('\n\n');
}
