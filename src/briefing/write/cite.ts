import { joinFilled } from '../../base/joinFilled.ts';
import { inSingleSpaces } from '../../base/tidy.ts';
import type { Token } from 'markdown-it';
import { copyOf, tokenOf } from '../grammar/tokens.ts';
import type { Reference, Takeaway } from '../model.ts';
import { safeUrl, shownUrl } from '../text/links/safeUrl.ts';
import { sourceKey } from '../text/links/sourceKey.ts';
import { repeatsAddress } from './trailingSources.ts';
import { contentOf, type ItemMarkup } from './itemContent.ts';
import { escapeWords, writeBlocks, writeQuotation } from './writeMarkdown.ts';
import { writeItemContent } from './writeItemContent.ts';
import { endsSentence } from '../text/sentences.ts';

/** Characters that have a meaning in a link's target, even between `<` and `>`. */
const LINK_MARKS = /[<>\\]|&(?=#?\w+;)/g;

/**
 * Returns an item as plain text that can be pasted anywhere: its words, then on lines of their own the `briefing`
 * (its title and date) and each source. The emoji follows the words, or their first block if the last is not a
 * paragraph.
 *
 * `Talks with Putin?: He softened … 📞` / `— Talks at the White House, 2025-08-19` / `— Q&A: Why … (https://cgtn.com)`
 */
export function citeItem(item: Takeaway, briefing: string, written?: ItemMarkup): string {
  const { emoji = '', references } = item;
  const said = contentOf({ ...item, emoji: '' }, written);
  const words = [...writeItemContent(said)];
  const at = said.at(-1)?.type === 'paragraph_close' ? words.length - 1 : 0;
  words[at] = joinFilled([words[at], emoji], ' ');
  const sources = eachAddressOnce(references).map(({ title, url }) => titleAndUrl(title, url));
  return [...words, ...[briefing, ...sources].map((source) => `— ${source}`)].join('\n');
}

/** Gives each address only once. Another title for the same address is kept without it, if it says more. */
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
    if (title === before || repeatsAddress(title, url)) return [];
    return [{ title, ...(site !== undefined && { site }), range }];
  });
}

/** A reference as plain text: `Q&A: Why …. cgtn.com (https://cgtn.com)`; its site is left out if it is the title. */
export function citeReference({ title, url, site }: Reference): string {
  const isWithSite = site !== undefined && site !== '' && site !== title;
  if (!isWithSite || title === '') return titleAndUrl(isWithSite ? site : title, url);
  return titleAndUrl(`${title}${endsSentence(title) ? ' ' : '. '}${site}`, url);
}

/** `Report (https://a.example/r)`; without a title `https://a.example/r`, and not `a.example (https://a.example/r)`. */
function titleAndUrl(title: string, url: string | undefined): string {
  if (url === undefined) return title;
  return repeatsAddress(title, url)
    ? shownUrl(url).replace(/^mailto:(?=[^?])/i, '')
    : `${title} (${shownUrl(url)})`;
}

/**
 * Returns an item as a quotation in Markdown, with the `briefing` (see {@link citeItem}) and its linked sources
 * below.
 *
 * `> **Talks with Putin?** He softened …` / `>` / `> — Talks at the White House, 2025-08-19` / `>` / `> — [Q&A: Why
 * …](<…>)`
 */
export function quoteItem(item: Takeaway, briefing: string, written?: ItemMarkup): string {
  const words = writeBlocks(contentOf(item, written).map(asWords));
  const sources = eachAddressOnce(item.references).map(({ title, url }) => {
    const { href } = safeUrl(url ?? '') ?? {};
    const link = href?.replace(LINK_MARKS, (mark) => (mark === '&' ? '&amp;' : encodeURIComponent(mark)));
    return `— ${link === undefined ? inLine(title) : `[${inLine(title)}](<${link}>)`}`;
  });
  return writeQuotation(joinFilled([words, `— ${inLine(briefing)}`, ...sources], '\n\n'));
}

/** Escaped words on a single line, so that they stay in the quotation. */
function inLine(words: string): string {
  return escapeWords(inSingleSpaces(words));
}

/** To Markdown, a joint and an emoji are words. Every `[` is escaped, because in another text it may begin a link. */
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
