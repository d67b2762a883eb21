import { escapeInvisible } from '../../../base/escapeInvisible.ts';

/** The target of a link that does not lead to the web: a section of the same briefing, or a file beside it. */
export type LocalTarget =
  /** `#europes-role` -> `europes-role`: the section's anchor, decoded. */
  | { readonly kind: 'section'; readonly name: string }
  /** `my%20notes/b.md#part` -> its decoded path, `my notes/b.md`. */
  | { readonly kind: 'file'; readonly href: string; readonly path: string };

/** A file that another briefing may be in. */
const TEXT_FILE = /[^/]\.(?:md|markdown|txt|org|rst|adoc)$/i;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Reads the target of a link that is not live. Undefined for a target that must not be reachable: another scheme, an
 * absolute path or one of Windows, another kind of file, and anything that would be displayed differently from what
 * it is.
 */
export function localTarget(href: string): LocalTarget | undefined {
  if (href.startsWith('#')) {
    const name = decode(href.slice(1));
    return name === undefined || name === '' ? undefined : { kind: 'section', name };
  }
  const [, written] = /^([^?#]+)(?:#.*)?$/.exec(href) ?? [];
  const path = written === undefined ? undefined : decode(written);
  const whole = decode(href);
  if (path === undefined || whole === undefined) return undefined;
  const isHidden = CONTROL.test(whole) || escapeInvisible(whole) !== whole;
  // A colon in the first part ends a scheme or a drive.
  const isRelative = !path.startsWith('/') && !path.includes('\\') && !/^[^/]*:/.test(path);
  return isRelative && !isHidden && TEXT_FILE.test(path) ? { kind: 'file', href, path } : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
