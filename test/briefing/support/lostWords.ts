import type { Briefing } from '../../../src/briefing/model.ts';
import { readFrontMatter } from '../../../src/briefing/grammar/frontMatter.ts';
import { splitLines } from '../../../src/briefing/text/sourceText.ts';

/**
 * Markup of Markdown, HTML and links that readers do not see, matched by its form instead of the grammar under test.
 */
const UNSEEN: readonly RegExp[] = [
  /<!--[^]*?-->/g,
  /^ {0,3}<(script|style|think|thinking)[ >][^]*?<\/\1\s*>\s*$/gim,
  // Liquid.
  /\{%[^]*?%\}|\{\{[^]*?\}\}/g,
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi,
  // The targets and titles of links, definitions and their labels.
  /\]\(\s*<?[^() \t\n<>]*(?:\([^() \t\n]*\)[^() \t\n<>]*)*>?(?:\s+"[^"]*")?\s*\)/g,
  /\]\[[^\]]*\]/g,
  /\[\[[^[\]|]*\|/g,
  /^ {0,3}\[[^\]]+\]:.*$/gm,
  /\[\^[^\]]+\]/g,
  /https?:\/\/\S+/g,
  /^\s*(?:`{3,}|~{3,}).*$/gm,
  /&#?\w+;/g,
  // The browser draws the numbers of a list.
  /^[ \t]*[(]?\d{1,3}[.)、]/gm,
];

/** The words of a source that its rendering shows less often, except for front matter, comments and targets. */
export function lostWords({ text }: Briefing, html: string): string[] {
  const lines = splitLines(text);
  const body = lines.slice(readFrontMatter(lines).end).join('\n');
  // Regular expressions end a line at these characters as well; Markdown does not.
  const source = UNSEEN.reduce(
    (words, form) => words.replace(form, ' '),
    body.replace(/[\u2028\u2029\ufeff]/g, ' '),
  );
  const shown = countsOf(html.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' '));
  const lost = [...countsOf(source)].filter(([word, count]) => (shown.get(word) ?? 0) < count);
  return lost.map(([word]) => word);
}

/** A word, or one character in scripts without spaces, where a mark between two characters means nothing. */
const WORD =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{N}])+/gu;

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
