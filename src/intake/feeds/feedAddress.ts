import { parseUrl } from '../../base/parseUrl.ts';
import { isPublicAddress } from './publicAddress.ts';

/** The address that a request may go to, or the reason why it may not. */
export type CheckedAddress =
  | {
      readonly kind: 'address';
      readonly url: string;
      readonly host: string;
      /** Whether the person has entered this very host, so that it may lead into a private network. */
      readonly isWritten: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: AddressFault };

/** `internal`: on this machine, or in a network that is not reachable from outside. */
export type AddressFault = 'noAddress' | 'scheme' | 'credentials' | 'internal' | 'tooLong';

/** Longer addresses are not genuine feed addresses. */
const MAX_LENGTH = 4000;

/**
 * Names, and endings of names, that only private networks know: those that IANA and ICANN keep out of the public DNS, or
 * that RFC 6762 lists as private (appendix G); what programs and networks call their own machines, which root servers
 * are asked for in vain; and under which names routers answer, although some are delegated to others.
 *
 * A list of all public endings instead would refuse `grafana.monitoring` as well. But it takes 9 kB, refuses each new
 * ending until the next release, and cannot tell `grafana.dev`: that is a name in the public DNS and in a cluster. Where
 * a name leads is told only by its address: see {@link leadsInside}.
 */
const INTERNAL: ReadonlySet<string> = new Set(
  [
    'alt arpa corp home internal intranet invalid lan local localhost mail onion private test',
    'belkin cluster consul cpe dhcp dlink domain homestation intra localdomain localnet openstacklocal priv router svc',
    'workgroup easy.box fritz.box o2.box speedport.ip mafreebox.freebox.fr asusrouter.com router.asus.com',
    'linksyssmartwifi.com miwifi.com mwlogin.net mywifiext.net orbilogin.com orbilogin.net routerlogin.com',
    'routerlogin.net tendawifi.com tplinkap.net tplinkdeco.net tplinkextender.net tplinklogin.net tplinkmodem.net',
    'tplinkrepeater.net tplinkwifi.net',
  ].flatMap((names) => names.split(' ')),
);

/**
 * Checks whether an address may be requested: http or https, without user name and password, on the public web. An
 * internal host is allowed only if `written`, the address in the setting, has that very host and port. Names are not
 * resolved here: see {@link leadsInside}.
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
  return { kind: 'address', url: parsed.href, host: parsed.host, isWritten };
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
  const labels = host.split('.');
  return (
    isPublicAddress(host.replace(/^\[|\]$/g, '')) ??
    (labels.length > 1 && !labels.some((_, at) => INTERNAL.has(labels.slice(at).join('.'))))
  );
}

/**
 * Whether a public name that leads to these addresses may lead into a private network. Addresses of 198.18.0.0/15 say
 * nothing: programs that tunnel all connections (Clash, Surge) answer each name with one of their own of these.
 */
export function leadsInside(addresses: readonly string[]): boolean {
  return addresses.some((address) => isPublicAddress(address) === false && !/^198\.1[89]\./.test(address));
}
