import type { Briefing } from '../../../src/briefing/model.ts';
import { readFrontMatter } from '../../../src/briefing/grammar/frontMatter.ts';
import { splitLines } from '../../../src/briefing/text/sourceText.ts';

/** What Markdown, HTML and links are made of, and a reader does not see; by form, not by the grammar under test. */
const UNSEEN: readonly RegExp[] = [
  /<!--[^]*?-->/g,
  /^ {0,3}<(script|style|think|thinking)[ >][^]*?<\/\1\s*>\s*$/gim,
  // Liquid.
  /\{%[^]*?%\}|\{\{[^]*?\}\}/g,
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi,
  // The targets and titles of links, definitions and what they are called by.
  /\]\(\s*<?[^() \t\n<>]*(?:\([^() \t\n]*\)[^() \t\n<>]*)*>?(?:\s+"[^"]*")?\s*\)/g,
  /\]\[[^\]]*\]/g,
  /\[\[[^[\]|]*\|/g,
  /^ {0,3}\[[^\]]+\]:.*$/gm,
  /\[\^[^\]]+\]/g,
  /https?:\/\/\S+/g,
  /^\s*(?:`{3,}|~{3,}).*$/gm,
  /&#?\w+;/g,
  // A list's numbers are made by the browser.
  /^[ \t]*[(]?\d{1,3}[.)、]/gm,
];

/** The words of a source that its rendering does not show as often, front matter, comments and targets aside. */
export function lostWords({ text }: Briefing, html: string): string[] {
  const lines = splitLines(text);
  const body = lines.slice(readFrontMatter(lines).end).join('\n');
  // Regular expressions end a line at these as well; Markdown does not.
  const source = UNSEEN.reduce(
    (words, form) => words.replace(form, ' '),
    body.replace(/[\u2028\u2029\ufeff]/g, ' '),
  );
  const shown = countsOf(html.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' '));
  const lost = [...countsOf(source)].filter(([word, count]) => (shown.get(word) ?? 0) < count);
  return lost.map(([word]) => word);
}

/** A word, or a character of those that no space parts: whether a mark stands between two of them says nothing. */
const WORD =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{N}])+/gu;

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
