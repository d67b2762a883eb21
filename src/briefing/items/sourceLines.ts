import { hasWord } from '../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { closeOf, linesOf, plainText, wordsOf } from '../grammar/tokens.ts';
import { type RunInSource, runInSources } from './runInSources.ts';
import { mayNameSources, opensSources } from '../text/sourceLabels.ts';
import { isGenericLabel, isReadMore } from '../text/links/genericWords.ts';
import { sendingLinks } from '../text/links/sendingLinks.ts';
import { safeUrl, urlOfBareDomain } from '../text/links/safeUrl.ts';
import { blankEmoji } from './emojiWords.ts';
import { namesTitle } from './titleFields.ts';
import type { Block } from '../blocks/document.ts';
import { inlineOf } from '../blocks/kinds.ts';
import { describesTarget, type Link, linksOf } from '../blocks/links.ts';

/** A signature, alone on its line: `— Reuters`. */
const SIGNED = /^[—–-]{1,2}\s*(?=[\p{Lu}\p{Lo}])[^.!?。]{2,40}$/u;
/** Maximum length of the name of a source. In words. */
const NAME = 3;

/** Whether a paragraph only gives the source of the words above it: `🔗 https://…`, `[Read more](url)`. */
export function isSourceParagraph(block: Pick<Block, 'tokens'>): boolean {
  const inline = inlineOf(block);
  return inline !== undefined && linesOf(inline).every(isSourceLine);
}

/** Whether a source is marked as such by a sign, which needs no label beside it: `🔗 [Gazette](https://a.example)`. */
export function hasLinkSign(block: Block): boolean {
  return inlineOf(block)?.content.startsWith(SIGN) === true && isSourceParagraph(block);
}
const SIGN = '🔗';

/** Whether a paragraph has links, and all belong to the sending of a newsletter: `[Unsubscribe](…) | [Archive](…)`. */
export function isOfSending(block: Block): boolean {
  const words = wordsOf(inlineOf(block));
  const names = linksOf(words).map(({ inside }) => plainText(inside));
  return names.length > 0 && sendingLinks(names, plainText(words)).every(Boolean);
}

/** Whether a line is only links and their marks, names after a word like `Source:`, or a signature. */
export function isSourceLine(line: readonly Token[]): boolean {
  if (!mayBeSource(line)) return false;
  const words = plainText(line);
  if (words.length > 600) return false;
  const links = linkWords(line);
  const opens = /[:：]/.test(words) && opensSources(blankEmoji(words).replace(/^[\s([*_>–—-]+/, ''));
  if (links.length === 0) return (opens && words.length <= 160) || SIGNED.test(words);
  if (opens) return true;
  if (hasOtherWords(line)) return false;
  const areNames = links.length > 1 || words.startsWith(SIGN);
  const isNamed = (name: string) => areNames && name.split(/\s+/).length <= NAME;
  return links.every((name) => isNamed(name) || isUninformative(name));
}

/**
 * A cheap first check, which most lines fail: words beside links are those of a source only if they have a colon, or
 * begin with a dash.
 */
function mayBeSource(line: readonly Token[]): boolean {
  let isInLink = false;
  let hasWords = false;
  for (const { type, content } of line) {
    if (type.endsWith('link_open')) isInLink = true;
    else if (type.endsWith('link_close')) isInLink = false;
    else if (/[:：]/.test(content)) return true;
    else if (!isInLink && !hasWords) {
      if (/^[^a-z\d]*[—–-]/i.test(content)) return true;
      hasWords = /[a-z]/i.test(content);
    }
  }
  return !hasWords;
}

/**
 * Whether an item is only links, with at least one that describes its target: `[Ferry stops](…)`, `[a.example](…)`,
 * and not `[Read more](…)` or `https://a.example/b`.
 */
export function isTitleLinks({ tokens: [, inline, ...rest] }: Block): boolean {
  const line = wordsOf(inline);
  return (
    rest.length === 1 &&
    !hasOtherWords(line) &&
    linkWords(line).some((name) => !isGenericLabel(blankEmoji(name)) && safeUrl(name) === undefined)
  );
}

/** Whether a line, or several, have words beside their links. */
export function hasOtherWords(line: readonly Token[]): boolean {
  let links = 0;
  const outside = line.filter(({ type, nesting }) => {
    if (/link_(?:open|close)$/.test(type)) links += nesting;
    return links === 0;
  });
  return hasWord(blankEmoji(plainText(outside)));
}

/** Whether the words of a link do not describe its target: `https://a.example`, `a.example`, `[1]`, `Read more →`. */
export function isUninformative(name: string): boolean {
  return !describesTarget(name) || isGenericLabel(blankEmoji(name));
}

/** Returns the words of each of a line's links. */
function linkWords(line: readonly Token[]): readonly string[] {
  return line.flatMap(({ type }, at) =>
    type.endsWith('link_open') ? [plainText(line.slice(at + 1, closeOf(line, at)))] : [],
  );
}

/** Where to look for the link of a source, as distances from the paragraph that names it, the likeliest first. */
const BESIDE = [0, 1, 2, -1, -2];

/**
 * Returns a source with the page that is given beside its name: the link of a line like `Link: https://a.example`, or
 * right beside it `[Read more](…)`; or else that of a title, `[Ferry stops](https://a.example)`, which is the first
 * line of the paragraph, or of the heading or item `above`.
 */
export function pageBeside(
  { title, url }: RunInSource,
  inlines: readonly Token[],
  at: number,
  above: readonly (Token | undefined)[],
): RunInSource | undefined {
  const link = url === undefined ? linkBeside(inlines, at) : undefined;
  if (link) return { title, url: link.url };
  for (const inline of [inlines[at], ...above]) {
    const page = inline && titleLink(inline);
    const isOfPage =
      page && page.url !== url && (url === undefined || urlOfBareDomain(page.host ?? '') === url);
    if (isOfPage) return { title: plainText(page.inside), url: page.url, site: title };
  }
  return undefined;
}

/** Returns the name of the one source below a heading that is a link: the site of the link's page. */
export function siteBelow(heading: Token, below: readonly Token[]): string | undefined {
  if (!below.some(({ content }) => mayNameSources(content)) || !titleLink(heading)) return undefined;
  const [first, ...others] = below.flatMap((inline) => linesOf(inline).flatMap(runInSources));
  return first?.url === undefined && others.length === 0 ? first?.title : undefined;
}

/** Returns the only link of the first line, if it is most of the line and names its target. */
function titleLink(inline: Token): Link | undefined {
  const [line = []] = linesOf(inline);
  const [link, ...others] = linksOf(line);
  const name = plainText(link?.inside ?? []);
  return others.length === 0 && describesTarget(name) && name.length * 2 >= plainText(line).length
    ? link
    : undefined;
}

function linkBeside(inlines: readonly Token[], at: number): Link | undefined {
  for (const step of BESIDE) {
    const inline = inlines[at + step];
    if (!inline?.children?.some(({ type }) => type === 'link_open')) continue;
    for (const line of linesOf(inline)) {
      const link = labelledLink(line) ?? (Math.abs(step) < 2 ? readMoreLink(line) : undefined);
      if (link) return link;
    }
  }
  return undefined;
}

/**
 * Returns the link that is the whole of a line and only says that there is more: `[Read more →](https://a.example)`.
 */
function readMoreLink(line: readonly Token[]): Link | undefined {
  const [link, ...others] = linksOf(line);
  const name = plainText(link?.inside ?? []);
  if (!link || others.length > 0 || !isReadMore(blankEmoji(name))) return undefined;
  return hasWord(blankEmoji(plainText(line).replace(name, ''))) ? undefined : link;
}

/** Returns the link of a line that is only a label and a link: `Link: https://a.example`. */
function labelledLink(line: readonly Token[]): Link | undefined {
  const [link, ...others] = linksOf(line);
  if (!link || others.length > 0) return undefined;
  const [label = '', rest] = plainText(line).split(/[:：]\s+/);
  if (label.length >= LABEL || rest !== plainText(link.inside)) return undefined;
  return isGenericLabel(label) || namesTitle(label) ? link : undefined;
}

/** Whether a line of a paragraph is only a label and a link, as above a list of points from that page. */
export function leadsToSource(block: Block): boolean {
  const inline = inlineOf(block);
  return inline !== undefined && linesOf(inline).some((line) => labelledLink(line) !== undefined);
}

const LABEL = 20;
