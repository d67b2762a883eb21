import { aloneIn } from '../../base/alone.ts';
import { showsSite, safeUrl, shownUrl, siteOf } from '../text/links/safeUrl.ts';
import type { Reference } from '../model.ts';
import { hostOf } from './renderLinks.ts';

/** How much of an address is shown, in characters; its host always is. */
const LONGEST = 56;
const SHORTEST_PATH = 24;

/** What a person sees of a reference, nothing of it twice. */
export interface ShownReference {
  /** Its title; where it has none, where it leads. */
  readonly name: string;
  /** The site that it names. */
  readonly site?: string;
  /** The one that its link leads to, where neither name nor site says so. */
  readonly host?: string;
}

/** `Report · a.example`; without a title `a.example/2026/report`, and not `a.example · a.example`. */
export function shownReference({ title, url, site }: Omit<Reference, 'range'>): ShownReference {
  const isUntitled = url !== undefined && (title === url || title === siteOf(url) || showsSite(title, url));
  const name = isUntitled ? shortAddress(url) : title;
  const host = url === undefined ? undefined : hostOf(url);
  // A title may be worded like another site's address: only its own says where it leads.
  const said = isUntitled && (name === host || showsSite(name, url)) ? [title, host] : [title];
  // Of a mail it is the whole address that has to be seen.
  const named = url !== undefined && site === siteOf(url) ? host : site;
  const more = said.includes(named) ? undefined : named;
  return {
    name,
    ...(more !== undefined && { site: more }),
    ...(host !== undefined && host !== more && !said.includes(host) && { host }),
  };
}

/** The same of references that one chooses from: those that look alike show their addresses. */
export function shownApart(references: readonly Omit<Reference, 'range'>[]): readonly ShownReference[] {
  const shown = references.map(shownReference);
  const isAlone = aloneIn(shown, ({ name, site, host }) => [name, site, host].join('\n'));
  return shown.map((one, i) => {
    const url = references[i]?.url;
    return url === undefined || isAlone(one) ? one : { ...one, host: shortAddress(url) };
  });
}

/** `https://www.a.example/2026/a-long-name` -> `a.example/2026/a-…-name`: its host whole, its path cut in the middle. */
function shortAddress(url: string): string {
  const parsed = safeUrl(url);
  const site = parsed && siteOf(parsed);
  // Who a mail goes to is never cut.
  if (!parsed || site === undefined || parsed.protocol === 'mailto:')
    return shownUrl(url).replace(/^mailto:(?=[^?])/i, '');
  const path = parsed.pathname.replace(/\/+$/, '');
  const room = Math.max(SHORTEST_PATH, LONGEST - site.length);
  if (path.length <= room) return `${site}${path}`;
  const half = Math.floor((room - 1) / 2);
  return `${site}${path.slice(0, room - 1 - half)}…${path.slice(-half)}`;
}
