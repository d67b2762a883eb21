import type { Reference, Takeaway } from '../model.ts';
import { safeUrl, showsSite, shownUrl, siteOf } from '../text/links/safeUrl.ts';
import { sourceKey } from '../text/links/sourceKey.ts';
import { sidesOf, usualJoint } from './joint.ts';
import { escapeWords } from './writeMarkdown.ts';

/** What means something in a link's target, even between `<` and `>`. */
const LINK_MARKS = /[<>\\]|&(?=#?\w+;)/g;

/**
 * An item as plain text that can be pasted anywhere: its words, then on lines of their own the briefing where they were
 * read (`readIn`: its title, and its date), and each source. `joint`: what stands between label and text, see joint.ts.
 * `Talks with Putin?: He softened … 📞` / `— Talks at the White House, 2025-08-19` / `— Q&A: Why … (https://cgtn.com)`
 */
export function citeItem(
  { label, text, emoji, references }: Takeaway,
  readIn: string,
  joint = usualJoint(label ?? ''),
): string {
  const { end, gap } = sidesOf(joint);
  const said = withoutAddresses(text, references);
  const words = [label === undefined ? said : `${label}${end}${gap}${said}`, emoji ?? ''];
  const sources = eachAddressOnce(references).map(({ title, url }) => titleAndUrl(title, url));
  return [words.filter(Boolean).join(' '), ...[readIn, ...sources].map((source) => `— ${source}`)].join('\n');
}

/**
 * A text without the bare addresses that it ends with, `It stops. 🔗 https://a.example/b`: they are the sources below it. One
 * that its last sentence ends in stays: `It stops, see https://a.example/b`.
 */
function withoutAddresses(text: string, references: readonly Reference[]): string {
  const given = new Set(
    references.flatMap(({ title, url }) => (url !== undefined && isAddress(title, url) ? url : [])),
  );
  let left = text.trimEnd();
  let isCut = false;
  let isMarked = false;
  for (;;) {
    const start = Math.max(left.lastIndexOf(' '), left.lastIndexOf('\n')) + 1;
    const word = left.slice(start);
    const isMark = isCut && word !== '' && !/[\p{L}\p{N}]/u.test(word);
    if (!isMark && !given.has(word)) break;
    isCut = true;
    isMarked ||= isMark;
    left = left.slice(0, start).trimEnd();
  }
  const isApart = isMarked || /[.!?…。！？]["'”’»)]?$/u.test(left);
  return isCut && left !== '' && isApart ? left : text;
}

/** An address that was given is not given again: another title of the same page, or of a whole site, is words. */
export function eachAddressOnce(references: readonly Reference[]): readonly Reference[] {
  const given = new Map<number | string, string>();
  return references.flatMap((reference) => {
    const { title, url, site, range } = reference;
    if (url === undefined) return [reference];
    const key = sourceKey(url) ?? url;
    const before = given.get(key);
    if (before === undefined) {
      given.set(key, title);
      return [reference];
    }
    if (title === before || isAddress(title, url)) return [];
    return [{ title, ...(site !== undefined && { site }), range }];
  });
}

/** A reference as plain text: `Q&A: Why …. cgtn.com (https://cgtn.com)`; its site only where the title is not that. */
export function citeReference({ title, url, site }: Reference): string {
  const isWithSite = site !== undefined && site !== '' && site !== title;
  if (!isWithSite || title === '') return titleAndUrl(isWithSite ? site : title, url);
  return titleAndUrl(`${title}${/[.!?…。！？]$/u.test(title) ? ' ' : '. '}${site}`, url);
}

/** `Report (https://a.example/r)`; without a title `https://a.example/r`, and not `a.example (https://a.example/r)`. */
function titleAndUrl(title: string, url: string | undefined): string {
  if (url === undefined) return title;
  return isAddress(title, url)
    ? shownUrl(url).replace(/^mailto:(?=[^?])/i, '')
    : `${title} (${shownUrl(url)})`;
}

/** Whether a title says no more than where its link leads: the reference has none of its own. */
function isAddress(title: string, url: string): boolean {
  return title === url || title === siteOf(url) || showsSite(title, url);
}

/**
 * An item as a quotation in Markdown, with the briefing where it was read (`readIn`, as above) and its linked sources below.
 * `> **Talks with Putin?** He softened …` / `>` / `> — Talks at the White House, 2025-08-19` / `>` / `> — [Q&A: Why …](<…>)`
 */
export function quoteItem(item: Takeaway, readIn: string, joint?: string): string {
  const { references } = item;
  const words = paragraphsOf(item, { words: inLine, strong: (name) => `**${name}**` }, joint);
  const sources = eachAddressOnce(references).map(({ title, url }) => {
    const { href } = safeUrl(url ?? '') ?? {};
    const link = href?.replace(LINK_MARKS, (mark) => (mark === '&' ? '&amp;' : encodeURIComponent(mark)));
    return `— ${link === undefined ? inLine(title) : `[${inLine(title)}](<${link}>)`}`;
  });
  return [...words, `— ${inLine(readIn)}`, ...sources].map((line) => `> ${line}`).join('\n>\n');
}

/** How a language writes words that mean nothing but themselves, and stresses some. */
export interface Hand {
  /** Where an emoji is not simply its own. */
  readonly emoji?: (emoji: string) => string;
  readonly words: (text: string) => string;
  readonly strong: (words: string) => string;
}

/** What an item says, a paragraph each, with the joint that was written: `🤝 **Clock:** It strikes.` */
export function paragraphsOf(
  { label, text, emoji = '', references }: Takeaway,
  { words, strong, emoji: sign = words }: Hand,
  joint = usualJoint(label ?? ''),
): readonly string[] {
  const [first = '', ...rest] = withoutAddresses(text, references).split('\n').map(words).filter(Boolean);
  const { end, gap } = sidesOf(joint);
  const name = label === undefined ? '' : strong(words(label + end));
  const said = name === '' ? [first] : gap === '\n' ? [name, first] : [name + writtenGap(gap, words) + first];
  const [line = '', ...lines] = [...said, ...rest];
  return [[sign(emoji), line.trim()].filter(Boolean).join(' '), ...lines].filter(Boolean);
}

/** Within a line, no other mark of a joint means anything in any language. */
function writtenGap(gap: string, words: Hand['words']): string {
  return gap.replace(/[:|]/, words);
}

/** Words that stay in their line of the quotation. */
function inLine(words: string): string {
  return escapeWords(words.replace(/\s+/g, ' ').trim());
}
