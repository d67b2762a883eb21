import type { Token } from 'markdown-it';
import { plainText } from '../grammar/tokens.ts';
import { tidy } from '../../base/tidy.ts';
import type { LocalTarget } from '../text/links/localLinks.ts';
import { isGenericLabel, isReadMore } from '../text/links/genericWords.ts';
import { safeUrl, urlOfBareDomain } from '../text/links/safeUrl.ts';
import { isTitleLine } from '../text/title.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

export interface Link {
  /** As it is written; `href` is the same as a browser spells it. */
  readonly url: string;
  readonly href: string;
  readonly host: string | undefined;
  readonly inside: readonly Token[];
  /** The title of the Markdown link: `[1]: https://… "Title"`. */
  readonly hint?: string;
}

/** The parts of a link's URL that the grammar has stored, so that it is parsed once. */
function hrefOf({ meta }: Token): Pick<Link, 'href' | 'host'> {
  const { href, site } = meta as { readonly href: string; readonly site: string | undefined };
  return { href, host: site };
}

/** The target of a link that is not live, which the grammar has stored on its opening token. */
export function localTargetOf({ meta }: Token): LocalTarget | undefined {
  return (meta as { readonly target?: LocalTarget } | null)?.target;
}

/** The live links among inline tokens. Links do not nest. */
export function linksOf(tokens: readonly Token[]): readonly Link[] {
  // Most words have no link.
  if (!tokens.some(({ type }) => type === 'link_open')) return [];
  const links: Link[] = [];
  let open: Token | undefined;
  let start = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'link_open') {
      open = token;
      start = at + 1;
    }
    if (token.type !== 'link_close' || !open) continue;
    const { href, host } = hrefOf(open);
    const hint = tidy(String(open.attrGet('title') ?? ''));
    const inside = tokens.slice(start, at);
    links.push({ url: String(open.attrGet('href')), href, host, inside, ...(hint !== '' && { hint }) });
    open = undefined;
  }
  return links;
}

/** Whether a block, or anything else that has tokens, has a live link. */
export function hasLinks({ tokens }: { readonly tokens: readonly Token[] }): boolean {
  return tokens.some(({ children }) => linksOf(children ?? []).length > 0);
}

/** A link with the name of its target. */
export interface NamedLink extends Pick<Link, 'url' | 'href' | 'host'> {
  /** The name that its {@link nameOf own} words give. */
  readonly ownName: string | undefined;
  /** The same, or the title before an address. */
  readonly name: string | undefined;
}

export function namedLinksOf({ children }: Token): readonly NamedLink[] {
  const words = children ?? [];
  const links = linksOf(words);
  return links.map((link) => {
    const { url, href, host } = link;
    const ownName = nameOf(link);
    return {
      url,
      href,
      host,
      ownName,
      name: ownName ?? (links.length === 1 ? nameBefore(words) : undefined),
    };
  });
}

/** `📍 The last ferry stops - https://a.example/ferry`: the title before the address that ends a line. */
function nameBefore(words: readonly Token[]): string | undefined {
  const open = words.findIndex(({ type }) => type === 'link_open');
  if (words.at(-1)?.type !== 'link_close' || words.some(({ type }) => type.endsWith('break')))
    return undefined;
  const before = plainText(words.slice(0, open));
  if (!/\s[-–—|]$/.test(before)) return undefined;
  // In `Ferry stops | score 6 - `, the words after the bar are not part of the title.
  const [title = ''] = before.slice(0, -1).split(' | ');
  const name = title.trim().replace(/^[^\p{L}\p{N}\p{P}]+/u, '');
  if (!describesTarget(name) || !isTitleLine(name)) return undefined;
  // In `It stops at nine. Full text - `, the last sentence is not the end of a title.
  const [, last = name] = /[.!?…]\s([^.!?…]+)$/.exec(name) ?? [];
  return isGenericLabel(last) ? undefined : name;
}

/**
 * The name that a link gives its target; undefined if it has none. `[1](https://…)`, `[Read more](https://…)` and a
 * bare address do not describe the target.
 */
export function nameOf({ url, inside, host, hint }: Link): string | undefined {
  const written = plainText(inside);
  if (written === url) return hint;
  const words = written.replace(ANNOUNCED, (all, name: string) => (isForSources(name) ? '' : all));
  return describesTarget(words) || words.toLowerCase() === host ? words : hint;
}

/** `[Source: Gazette](https://a.example)` names the Gazette. */
const ANNOUNCED = /^([^:：]{2,20})[:：]\s*(?=\S)/;

function isForSources(name: string): boolean {
  return kindOfTitle(name) === 'references';
}

/** Whether words describe the target of a link. An address, a number or `Read more` does not. */
export function describesTarget(words: string): boolean {
  return (
    /\p{L}/u.test(words) &&
    safeUrl(words) === undefined &&
    urlOfBareDomain(words) === undefined &&
    !isReadMore(words)
  );
}
