import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';

/**
 * Where a link leads, as an address that may be live: absolute, and without what only follows who clicks. Undefined where
 * it leads nowhere, or into its own page.
 */
export function addressOf(href: string, base: string | undefined): string | undefined {
  const url = resolved(href, base);
  if (url === undefined) return undefined;
  return safeUrl(cleanAddress(url))?.href;
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
