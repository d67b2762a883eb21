import { safeUrl } from './safeUrl.ts';
import { isTracking } from './sourceKey.ts';

/** Pages that count a click before they redirect it, and the parameter that holds the target. */
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

/** A host that is named after its redirects, and a path that no page has. */
const TRACKER = /^(?:clicks?|links?|trk|track(?:ing)?|lnk|redirect|redir|r|t|go|email)\d?\./;
const TRACKER_PATH =
  /^\/(?:(?:c|l|r|t|ls|click|clicks|go|link|out|redir|redirect|track|tracking|url)(?:\.php|\.aspx)?\/?){0,2}$/;
const TARGETS = ['url', 'u', 'redirect', 'redirect_url', 'target', 'dest', 'destination', 'to'] as const;

/** Maximum number of wrappers that are nested in each other. */
const WRAPPINGS = 3;

/**
 * The target of an address, without parameters that only track who clicks. An address without any of those stays as
 * written.
 */
export function cleanAddress(address: string): string {
  let target = address;
  for (let i = 0; i < WRAPPINGS; i++) target = unwrapped(target) ?? target;
  return withoutTracking(target);
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

/** Removes tracking parameters. The rest of the address stays as written. */
export function withoutTracking(address: string): string {
  const [, before = address, query, fragment = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? [];
  if (query === undefined || address.startsWith('mailto:')) return address;
  const kept = query.split('&').filter((pair) => !isTracking(pair.split('=', 1)[0] ?? ''));
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
}
