import { safeUrl } from '../../briefing/text/safeUrl.ts';
import { isTracking } from '../../briefing/text/sourceKey.ts';

/** Where a click is counted before it is let through, and the parameter that says where it goes. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameter: string }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameter: 'q' },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameter: 'url' },
  { host: /^lm?\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, parameter: 'u' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, parameter: 'url' },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameter: 'q' },
  { host: /^out\.reddit\.com$/, path: /^\//, parameter: 'url' },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameter: 'url' },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/redir\/redirect$/, parameter: 'url' },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameter: 'z' },
  { host: /^(?:m\.)?vk\.com$/, path: /^\/away\.php$/, parameter: 'to' },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter\/$/, parameter: 'url' },
  { host: /^(?:www\.)?getpocket\.com$/, path: /^\/redirect$/, parameter: 'url' },
];

/** A host that is named after what it does, with a path that is no page's. */
const TRACKER = /^(?:clicks?|links?|trk|track(?:ing)?|lnk|redirect|redir|r|t|go|email)\d?\./;
const TRACKER_PATH =
  /^\/(?:(?:c|l|r|t|ls|click|clicks|go|link|out|redir|redirect|track|tracking|url)(?:\.php|\.aspx)?\/?){0,2}$/;
const TARGETS = ['url', 'u', 'redirect', 'redirect_url', 'target', 'dest', 'destination', 'to'] as const;

/** A wrapper may be in another. */
const WRAPPINGS = 3;

/**
 * Where a link leads, as an address that may be live: absolute, and without what only follows who clicks. Undefined where
 * it leads nowhere, or into its own page.
 */
export function addressOf(href: string, base: string | undefined): string | undefined {
  const url = resolved(href, base);
  if (url === undefined) return undefined;
  let target = url;
  for (let i = 0; i < WRAPPINGS; i++) target = unwrapped(target) ?? target;
  return safeUrl(withoutTracking(target))?.href;
}

/** What addresses are relative to: what the page says, which may itself be relative to its own address. */
export function baseOf(base: string | undefined, address: string | undefined): string | undefined {
  const own = address === undefined ? undefined : safeUrl(address)?.href;
  return base === undefined ? own : (resolved(base, own) ?? own);
}

function resolved(href: string, base: string | undefined): string | undefined {
  const written = href.trim();
  if (written === '' || written.startsWith('#')) return undefined;
  const around = base ?? (written.startsWith('//') ? 'https://relative.invalid' : undefined);
  try {
    const { href } = around === undefined ? new URL(written) : new URL(written, around);
    return safeUrl(href)?.href;
  } catch {
    return undefined;
  }
}

function unwrapped(address: string): string | undefined {
  const url = safeUrl(address);
  if (!url || url.search === '') return undefined;
  const { hostname, pathname, searchParams } = url;
  const known = WRAPPERS.filter(({ host, path }) => host.test(hostname) && path.test(pathname));
  const isTracker = TRACKER.test(hostname) && TRACKER_PATH.test(pathname);
  const parameters = [...known.map(({ parameter }) => parameter), ...(isTracker ? TARGETS : [])];
  for (const parameter of parameters) {
    const target = safeUrl(searchParams.get(parameter) ?? '');
    if (target && target.protocol !== 'mailto:' && target.hostname.includes('.')) return target.href;
  }
  return undefined;
}

/** The rest of the address stays as it is written. */
function withoutTracking(address: string): string {
  const [, before = address, query, fragment = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? [];
  if (query === undefined || address.startsWith('mailto:')) return address;
  const kept = query.split('&').filter((pair) => !isTracking(pair.split('=', 1)[0] ?? ''));
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
}
