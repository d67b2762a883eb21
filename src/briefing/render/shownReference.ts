import { ellipsize, ellipsizeStart, truncate } from '../../base/shorten.ts';
import { uniqueIn } from '../../base/unique.ts';
import { withoutTracking } from '../text/links/cleanAddress.ts';
import { readableAddress } from '../text/links/readableAddress.ts';
import { showsSite, safeUrl, shownUrl, siteOf } from '../text/links/safeUrl.ts';
import type { Reference } from '../model.ts';
import { shortDestination } from './renderLinks.ts';

/** Maximum length of an address that is shown, in characters. Its host is never cut. */
const MAX_LENGTH = 56;
const MIN_PATH_LENGTH = 24;
/** Maximum length of a title that is shown, in UTF-16 units: every citation has it as a hint. */
const MAX_TITLE = 500;

/** The parts of a reference that are shown, none of them twice. */
export interface ShownReference {
  /** Its title, or its address if it has none. */
  readonly name: string;
  /** The site that the reference names. */
  readonly site?: string;
  /** The host that its link leads to, if neither name nor site shows it. */
  readonly host?: string;
}

/**
 * Returns the parts of a reference to show: `Report · a.example`; without a title `a.example/2026/report`, and not
 * `a.example · a.example`.
 */
export function shownReference({ title, url, site }: Omit<Reference, 'range'>): ShownReference {
  const isUntitled = url !== undefined && (title === url || title === siteOf(url) || showsSite(title, url));
  const name = isUntitled ? shortAddress(url) : ellipsize(title, MAX_TITLE);
  const host = url === undefined ? undefined : shortDestination(url);
  // A title may look like the address of another site. Only the link's own address shows where it leads.
  const said = isUntitled && (name === host || showsSite(name, url)) ? [title, host] : [title];
  // For a mail, the whole address must be shown.
  const named = url !== undefined && site === siteOf(url) ? host : site;
  const more = said.includes(named) ? undefined : named;
  return {
    name,
    ...(more !== undefined && { site: more }),
    ...(host !== undefined && host !== more && !said.includes(host) && { host }),
  };
}

/** Like {@link shownReference}, for references to choose from: those that look alike show their addresses. */
export function shownApart(references: readonly Omit<Reference, 'range'>[]): readonly ShownReference[] {
  const shown = references.map(shownReference);
  const isAlone = uniqueIn(shown, ({ name, site, host }) => [name, site, host].join('\n'));
  return shown.map((one, i) => {
    const url = references[i]?.url;
    return url === undefined || isAlone(one) ? one : { ...one, host: shortAddress(url) };
  });
}

/**
 * `https://www.a.example/2026/a-long-name` -> `a.example/2026/a-…-name`: only the path with its query is cut, in the
 * middle. Queries may be all that tells pages apart: `a.example/bug?id=3`.
 */
function shortAddress(url: string): string {
  const parsed = safeUrl(withoutTracking(url));
  const site = parsed && siteOf(parsed);
  // The recipient of a mail is never cut.
  if (!parsed || site === undefined || parsed.protocol === 'mailto:')
    return shownUrl(url).replace(/^mailto:(?=[^?])/i, '');
  const path = readableAddress(
    parsed.search === '' ? parsed.pathname.replace(/\/+$/, '') : parsed.pathname + parsed.search,
  );
  const room = Math.max(MIN_PATH_LENGTH, MAX_LENGTH - site.length);
  if (path.length <= room) return `${site}${path}`;
  const half = Math.floor((room - 1) / 2);
  return `${site}${truncate(path, room - 1 - half)}${ellipsizeStart(path, half + 1)}`;
}
