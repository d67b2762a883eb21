import type { Reference, Takeaway } from '../model.ts';
import { safeUrl, shownUrl } from '../text/safeUrl.ts';
import { escapeWords } from './writeMarkdown.ts';

/** What means something in a link's target, even between `<` and `>`. */
const LINK_MARKS = /[<>\\]|&(?=#?\w+;)/g;

/**
 * An item as plain text that can be pasted anywhere: its words, then each source on a line of its own.
 * `Talks with Putin?: He softened … 📞` / `— Q&A: Why … (https://cgtn.com)`
 */
export function citeItem({ label, text, emoji, references }: Takeaway): string {
  const words = [label === undefined ? '' : `${label}${colonAfter(label)}`, text, emoji ?? ''];
  const sources = references.map(({ title, url }) => `— ${titleAndUrl(title, url)}`);
  return [words.filter(Boolean).join(' '), ...sources].join('\n');
}

/** A reference as plain text: `Q&A: Why …. cgtn.com (https://cgtn.com)`; its site only where the title is not that. */
export function citeReference({ title, url, site }: Reference): string {
  return titleAndUrl([title, site === title ? undefined : site].filter(Boolean).join('. '), url);
}

function titleAndUrl(title: string, url: string | undefined): string {
  return `${title}${url === undefined ? '' : ` (${shownUrl(url)})`}`;
}

/**
 * An item as a quotation in Markdown, with its sources linked below it; without any, the briefing it stands in.
 * `> **Talks with Putin?** He softened …` / `>` / `> — [Q&A: Why …](<https://cgtn.com/>)`
 */
export function quoteItem({ label, text, emoji, references }: Takeaway, briefingTitle: string): string {
  const name = label === undefined ? '' : `**${inLine(label)}${colonAfter(label)}**`;
  const lines = text.split('\n').map(inLine);
  const words = [[inLine(emoji ?? ''), name, lines[0]].filter(Boolean).join(' '), ...lines.slice(1)];
  const sources = references.map(({ title, url }) => {
    const { href } = safeUrl(url ?? '') ?? {};
    const link = href?.replace(LINK_MARKS, (mark) => (mark === '&' ? '&amp;' : encodeURIComponent(mark)));
    return `— ${link === undefined ? inLine(title) : `[${inLine(title)}](<${link}>)`}`;
  });
  if (sources.length === 0) sources.push(`— ${inLine(briefingTitle)}`);
  return [...words, ...sources].map((line) => `> ${line}`).join('\n>\n');
}

/** What parts a label from its text; nothing where it ends in a mark of its own: `Does it?`. */
export function colonAfter(label: string): string {
  return /[.?!]$/.test(label) ? '' : ':';
}

/** Words that stay in their line of the quotation. */
function inLine(words: string): string {
  return escapeWords(words.replace(/\s+/g, ' ').trim());
}
