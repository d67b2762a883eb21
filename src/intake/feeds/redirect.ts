import { parseUrl } from '../../base/parseUrl.ts';
import { type AddressFault, type CheckedAddress, checkAddress } from './feedAddress.ts';

/** Why a redirect is not followed. */
export type RedirectFault = AddressFault | 'tooMany' | 'nowhere' | 'downgrade';

export type Redirect =
  Extract<CheckedAddress, { kind: 'address' }> | { readonly kind: 'refused'; readonly reason: RedirectFault };

/** The number of redirects that are followed. */
const MAX_REDIRECTS = 5;

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * The target of a redirect. `location`: the header, relative to `from`; `followed`: the number of redirects before;
 * `written`: the source's address as the user wrote it.
 */
export function redirectOf(
  from: string,
  location: string | null,
  followed: number,
  written: string,
): Redirect {
  if (location === null || location.trim() === '') return { kind: 'refused', reason: 'nowhere' };
  if (followed >= MAX_REDIRECTS) return { kind: 'refused', reason: 'tooMany' };
  const to = parseUrl(location.trim(), from)?.href;
  if (to === undefined) return { kind: 'refused', reason: 'noAddress' };
  const checked = checkAddress(to, written);
  const isDown = from.startsWith('https:') && checked.kind === 'address' && checked.url.startsWith('http:');
  return isDown ? { kind: 'refused', reason: 'downgrade' } : checked;
}
