import { isPublicAddress } from './publicAddress.ts';

/** Where a request may go, or why it may not. */
export type CheckedAddress =
  | { readonly kind: 'address'; readonly url: string; readonly host: string }
  | { readonly kind: 'refused'; readonly reason: AddressFault };

/** `internal`: of this machine, or of a network that only those inside can reach. */
export type AddressFault = 'noAddress' | 'scheme' | 'credentials' | 'internal' | 'tooLong';

/** Longer ones are no address that somebody gave to a feed. */
const LONGEST = 4000;

/** Ends of names that no one outside of a network can have. */
const INTERNAL =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|corp|home|lan|home\.arpa|invalid|test)$/;

/**
 * Whether an address may be asked: http and https, without a name and a password, and on the open web. A host that is
 * not is asked only where the person `wrote` that very one, with its port, as their source. Names are not looked up
 * here: one that leads into a network is not known.
 */
export function checkAddress(url: string, written?: string): CheckedAddress {
  if (url.length > LONGEST) return { kind: 'refused', reason: 'tooLong' };
  const parsed = parse(url.trim());
  if (!parsed) return { kind: 'refused', reason: 'noAddress' };
  if (!/^https?:$/.test(parsed.protocol)) return { kind: 'refused', reason: 'scheme' };
  if (parsed.username !== '' || parsed.password !== '') return { kind: 'refused', reason: 'credentials' };
  const isWritten = written !== undefined && parse(written.trim())?.host === parsed.host;
  if (!isWritten && !isPublicHost(parsed.hostname)) return { kind: 'refused', reason: 'internal' };
  parsed.hash = '';
  return { kind: 'address', url: parsed.href, host: parsed.host };
}

/**
 * An address as a person types it, with the scheme that is left out: `news.example/feed`, `news.example:8443`. On this
 * machine and in a private network, `localhost:8080`, few have a certificate: there it is http.
 */
export function completeAddress(typed: string): string {
  const text = typed.trim();
  // `localhost:8080/feed` begins as `mailto:a@b.example` does: only the port tells.
  if (/^[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(text)) return text;
  const host = parse(`https://${text}`)?.hostname;
  return `${host === undefined || isPublicHost(host) ? 'https' : 'http'}://${text}`;
}

/** Of a host as the URL parser spells it: `127.1`, `0x7f000001` and `１２７.0.0.1` are `127.0.0.1` there. */
function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, '').toLowerCase();
  const address = isPublicAddress(host.replace(/^\[|\]$/g, ''));
  return address ?? (host.includes('.') && !INTERNAL.test(host));
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
