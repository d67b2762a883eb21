import type { Token } from 'markdown-it';
import { EMOJI } from '../../base/emoji.ts';
import { linesOf, plainText } from '../grammar/tokens.ts';
import { mayNameSources, opensSources, type RunInSource, runInSources } from '../plain/runInSources.ts';
import { isGeneric, onlyLeads } from '../text/links/genericWords.ts';
import { safeUrl, urlOfBareDomain } from '../text/links/safeUrl.ts';
import { foldTitle } from '../text/vocabulary.ts';
import type { Block } from '../blocks/document.ts';
import { isName, type Link, linksOf } from '../blocks/links.ts';

/** What stands before the title of what is told: `Title: [Ferry stops](https://a.example)`. */
const TITLES: ReadonlySet<string> = new Set(
  'title, título, titre, titel, titolo, 标题, タイトル, 제목, заголовок'.split(', ').map(foldTitle),
);

/** `— Reuters`: who has said it, alone on its line. */
const SIGNED = /^[—–-]{1,2}\s*(?=[\p{Lu}\p{Lo}])[^.!?。]{2,40}$/u;
/** A source's name is no longer. In words. */
const NAME = 3;
const EMOJIS = new RegExp(EMOJI, 'gu');

/** Whether a paragraph says nothing but where the words above it come from: `🔗 https://…`, `[Read more](url)`. */
export function isSourceParagraph({ tokens }: Block): boolean {
  const [open, inline] = tokens;
  return open?.type === 'paragraph_open' && inline !== undefined && linesOf(inline).every(isSourceLine);
}

/** Links and their marks, or names that a word like `Source:` announces, and nothing else. */
export function isSourceLine(line: readonly Token[]): boolean {
  const words = plainText(line);
  if (words.length > 600) return false;
  const links = linkWords(line);
  const opens = opensSources(words.replace(EMOJIS, ' ').replace(/^[\s([*_>–—-]+/, ''));
  if (links.length === 0) return (opens && words.length <= 160) || SIGNED.test(words);
  if (opens) return true;
  if (saysMore(line, links)) return false;
  const isNamed = (name: string) => links.length > 1 && name.split(/\s+/).length <= NAME;
  return links.every(({ name }) => saysNothing(name) || isNamed(name));
}

/**
 * Whether an item is links that say what is there, and nothing else: `[Ferry stops](…)`, `[a.example](…)`, and not `[Read
 * more](…)` or `https://a.example/b`.
 */
export function isTitleLinks({ tokens: [, inline, ...rest] }: Block): boolean {
  const line = inline?.children ?? [];
  const links = linkWords(line);
  return (
    rest.length === 1 &&
    !saysMore(line, links) &&
    links.some(({ name }) => !isGeneric(name.replace(EMOJIS, ' ')) && safeUrl(name) === undefined)
  );
}

/** Words beside the links of a line. */
function saysMore(line: readonly Token[], links: ReturnType<typeof linkWords>): boolean {
  const outside = plainText(line.filter((_, at) => !links.some(({ from, to }) => from < at && at < to)));
  return /[\p{L}\p{N}]/u.test(outside.replace(EMOJIS, ' '));
}

/** `https://a.example`, `a.example`, `[1]`, `Read more →` */
export function saysNothing(name: string): boolean {
  return (
    !/\p{L}/u.test(name) ||
    isGeneric(name.replace(EMOJIS, ' ')) ||
    safeUrl(name) !== undefined ||
    urlOfBareDomain(name) !== undefined
  );
}

/** The links of a line, with their places. */
function linkWords(
  line: readonly Token[],
): { readonly name: string; readonly from: number; readonly to: number }[] {
  const found: { name: string; from: number; to: number }[] = [];
  let from = -1;
  line.forEach(({ type }, at) => {
    if (type.endsWith('link_open')) from = at;
    if (type.endsWith('link_close') && from >= 0) {
      found.push({ name: plainText(line.slice(from + 1, at)), from, to: at });
      from = -1;
    }
  });
  return found;
}

/** Where a link stands beside the name of its source, the likeliest first. In paragraphs. */
const BESIDE = [0, 1, 2, -1, -2];

/**
 * The page that a source has beside its name: the link of a line like `Link: https://a.example`, or right beside it
 * `[Read more](…)`; or else the title of what it says, `[Ferry stops](https://a.example)`, which is the first line of the
 * paragraph, or of the heading or item `above`.
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

/** What names one source alone, below a heading that is a link: whose page that is. */
export function siteBelow(heading: Token, below: readonly Token[]): string | undefined {
  if (!below.some(({ content }) => mayNameSources(content)) || !titleLink(heading)) return undefined;
  const [first, ...others] = below.flatMap((inline) => linesOf(inline).flatMap(runInSources));
  return first?.url === undefined && others.length === 0 ? first?.title : undefined;
}

/** The only link of the first line, if it is most of that and names what it leads to. */
function titleLink(inline: Token): Link | undefined {
  const [line = []] = linesOf(inline);
  const [link, ...others] = linksOf(line);
  const name = plainText(link?.inside ?? []);
  return others.length === 0 && isName(name) && name.length * 2 >= plainText(line).length ? link : undefined;
}

function linkBeside(inlines: readonly Token[], at: number): Link | undefined {
  for (const step of BESIDE) {
    const inline = inlines[at + step];
    if (!inline?.children?.some(({ type }) => type === 'link_open')) continue;
    for (const line of linesOf(inline)) {
      const link = labelledLink(line) ?? (Math.abs(step) < 2 ? leadingLink(line) : undefined);
      if (link) return link;
    }
  }
  return undefined;
}

/** The link that is all of a line and says nothing but that it leads on: `[Read more →](https://a.example)`. */
function leadingLink(line: readonly Token[]): Link | undefined {
  const [link, ...others] = linksOf(line);
  const name = plainText(link?.inside ?? []);
  if (!link || others.length > 0 || !onlyLeads(name.replace(EMOJIS, ' '))) return undefined;
  return /[\p{L}\p{N}]/u.test(plainText(line).replace(name, '').replace(EMOJIS, ' ')) ? undefined : link;
}

/** The link of a line that is one and a word for it: `Link: https://a.example`. */
function labelledLink(line: readonly Token[]): Link | undefined {
  const [link, ...others] = linksOf(line);
  if (!link || others.length > 0) return undefined;
  const [label = '', rest] = plainText(line).split(/[:：]\s+/);
  if (label.length >= LABEL || rest !== plainText(link.inside)) return undefined;
  return isGeneric(label) || TITLES.has(foldTitle(label)) ? link : undefined;
}

/** Whether a line of a paragraph is a link and a word for it, as above the points of what is there. */
export function leadsToSource({ tokens: [open, inline] }: Block): boolean {
  return (
    open?.type === 'paragraph_open' &&
    inline !== undefined &&
    linesOf(inline).some((line) => labelledLink(line) !== undefined)
  );
}

const LABEL = 20;
