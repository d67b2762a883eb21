import type { Token } from 'markdown-it';
import { copyOf, tokenOf } from '../grammar/tokens.ts';
import type { Reference, Takeaway } from '../model.ts';
import { safeUrl, shownUrl } from '../text/links/safeUrl.ts';
import { sourceKey } from '../text/links/sourceKey.ts';
import { isAddress } from './givenBelow.ts';
import { saidBy, type Written } from './said.ts';
import { escapeWords, writeBlocks, writeQuotation } from './writeMarkdown.ts';
import { writeSaid } from './writeSaid.ts';

/** What means something in a link's target, even between `<` and `>`. */
const LINK_MARKS = /[<>\\]|&(?=#?\w+;)/g;

/**
 * An item as plain text that can be pasted anywhere: its words, then on lines of their own the briefing where they were
 * read (`readIn`: its title, and its date), and each source. Its emoji stands behind its words, or the first of them if it
 * ends in anything but words.
 * `Talks with Putin?: He softened … 📞` / `— Talks at the White House, 2025-08-19` / `— Q&A: Why … (https://cgtn.com)`
 */
export function citeItem(item: Takeaway, readIn: string, written?: Written): string {
  const { emoji = '', references } = item;
  const said = saidBy({ ...item, emoji: '' }, written);
  const words = [...writeSaid(said)];
  const at = said.at(-1)?.type === 'paragraph_close' ? words.length - 1 : 0;
  words[at] = [words[at], emoji].filter(Boolean).join(' ');
  const sources = eachAddressOnce(references).map(({ title, url }) => titleAndUrl(title, url));
  return [...words, ...[readIn, ...sources].map((source) => `— ${source}`)].join('\n');
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

/**
 * An item as a quotation in Markdown, with the briefing where it was read (`readIn`, as above) and its linked sources below.
 * `> **Talks with Putin?** He softened …` / `>` / `> — Talks at the White House, 2025-08-19` / `>` / `> — [Q&A: Why …](<…>)`
 */
export function quoteItem(item: Takeaway, readIn: string, written?: Written): string {
  const words = writeBlocks(saidBy(item, written).map(asWords));
  const sources = eachAddressOnce(item.references).map(({ title, url }) => {
    const { href } = safeUrl(url ?? '') ?? {};
    const link = href?.replace(LINK_MARKS, (mark) => (mark === '&' ? '&amp;' : encodeURIComponent(mark)));
    return `— ${link === undefined ? inLine(title) : `[${inLine(title)}](<${link}>)`}`;
  });
  return writeQuotation([words, `— ${inLine(readIn)}`, ...sources].filter(Boolean).join('\n\n'));
}

/** Words that stay in their line of the quotation. */
function inLine(words: string): string {
  return escapeWords(words.replace(/\s+/g, ' ').trim());
}

/** To Markdown, a joint and an emoji are words. In another text, any bracket may begin the name of a link. */
function asWords(token: Token): Token {
  if (token.type !== 'inline') return token;
  const children = (token.children ?? []).flatMap((child) =>
    /^(?:text|joint|emoji)$/.test(child.type)
      ? child.content
          .split(/(?=\[)|(?<=\[)/)
          .map((content) =>
            tokenOf(content === '[' ? 'escaped_bracket' : 'text', '', 0, { block: false, content }),
          )
      : child,
  );
  return copyOf(token, { children });
}
