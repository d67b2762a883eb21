import { parseUrl } from '../../base/parseUrl.ts';
import { isPublicAddress } from './publicAddress.ts';

/** The address that a request may go to, or the reason why it may not. */
export type CheckedAddress =
  | { readonly kind: 'address'; readonly url: string; readonly host: string }
  | { readonly kind: 'refused'; readonly reason: AddressFault };

/** `internal`: on this machine, or in a network that is not reachable from outside. */
export type AddressFault = 'noAddress' | 'scheme' | 'credentials' | 'internal' | 'tooLong';

/** Longer addresses are not genuine feed addresses. */
const MAX_LENGTH = 4000;

/** Endings of host names that cannot be public. */
const INTERNAL =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|corp|home|lan|home\.arpa|invalid|test)$/;

/**
 * Checks whether an address may be requested: http or https, without user name and password, on the public web. An
 * internal host is allowed only if `written`, the address in the setting, has that very host and port. Names are not
 * resolved, so a public name that leads into an internal network is not noticed.
 */
export function checkAddress(url: string, written?: string): CheckedAddress {
  if (url.length > MAX_LENGTH) return { kind: 'refused', reason: 'tooLong' };
  const parsed = parseUrl(url.trim());
  if (!parsed) return { kind: 'refused', reason: 'noAddress' };
  if (!/^https?:$/.test(parsed.protocol)) return { kind: 'refused', reason: 'scheme' };
  if (parsed.username !== '' || parsed.password !== '') return { kind: 'refused', reason: 'credentials' };
  const isWritten = written !== undefined && parseUrl(written.trim())?.host === parsed.host;
  if (!isWritten && !isPublicHost(parsed.hostname)) return { kind: 'refused', reason: 'internal' };
  parsed.hash = '';
  return { kind: 'address', url: parsed.href, host: parsed.host };
}

/**
 * Adds a scheme to an address without one: `news.example/feed`, `news.example:8443`. It is http for this machine and
 * private networks (`localhost:8080`), where few hosts have a certificate.
 */
export function completeAddress(typed: string): string {
  const text = typed.trim();
  // `localhost:8080/feed` starts like `mailto:a@b.example`: only the port tells them apart.
  if (/^[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(text)) return text;
  const host = parseUrl(`https://${text}`)?.hostname;
  return `${host === undefined || isPublicHost(host) ? 'https' : 'http'}://${text}`;
}

/**
 * Whether a host is public. `hostname`: as the URL parser normalizes it: `127.1`, `0x7f000001` and `１２７.0.0.1` are
 * `127.0.0.1` there.
 */
function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, '').toLowerCase();
  const address = isPublicAddress(host.replace(/^\[|\]$/g, ''));
  return address ?? (host.includes('.') && !INTERNAL.test(host));
}
