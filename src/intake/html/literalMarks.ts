import { withoutControls } from '../../base/tidy.ts';

const ENTITY = /&(?:amp;)*(?:amp|#(x[\da-f]{2,4}|\d{2,5}));/gi;
/** Bold type of Markdown around words, and not a power, a path or a note: `a **big** ferry`. */
const BOLD = /(?<![\w*/])\*\*(?![\s*/])([^*<]{1,300})(?<![\s/])\*\*(?![\w*/])/g;
/** As many show that a page's Markdown was not rendered. */
const FEWEST = 3;

export function holdsLiteralBold(html: string): boolean {
  return (html.match(BOLD) ?? []).length >= FEWEST;
}

/**
 * What the words of a page were meant to be: those that are not in bold type and those that are, in turn. An entity
 * that is left was escaped twice: `Q&amp;amp;A`.
 */
export function meantWords(text: string, hasLiteralBold: boolean): readonly string[] {
  const words = text.replace(ENTITY, (_, code = 'x26') =>
    withoutControls(String.fromCharCode(Number(`0${code}`))),
  );
  return hasLiteralBold ? words.split(BOLD) : [words];
}
