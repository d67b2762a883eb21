/** A name that is safe even for desktop mail programs, where it may become an argument of a command. */
const NAME = /^\w[\w.+=~'-]*$/;
/** A host in ASCII, as a browser requests it. */
const HOST = /^[a-z\d.-]+$/;
/** The fields that a link may fill in besides the address. The user sees both before sending the mail. */
const FIELDS: ReadonlySet<string> = new Set(['subject', 'body']);
/**
 * Text that is invisible, moves other text out of sight, or looks like more fields to a program that decodes too
 * early.
 */
const HIDING = /(?![\r\n])\p{C}|\p{DI}|[\u2028\u2029\u2800]|\s{8}|[?&;]\w+=|%[\da-f]{2}/iu;
/**
 * Maximum length of a body that a mail program shows without scrolling, so that nothing is out of sight. In UTF-16
 * units, and in lines.
 */
const MAX_LENGTH = 1000;
const MAX_LINES = 20;

/** Whether an address is that of a mailbox: `mailto:me@a.example`. */
export function isMailLink(url: string | undefined): boolean {
  return url !== undefined && /^mailto:/i.test(url);
}

/**
 * The only recipient of a mail link, `me@a.example`, with the host in ASCII. Undefined if the link does more than
 * that shows: `?bcc=`, `a@b.example,c@d.example`, `%2C`, `?attach=`, a body with hidden text; or if it has no address
 * at all.
 */
export function recipientOf({ pathname, search, hash }: URL): string | undefined {
  const [name = '', host = '', ...more] = pathname.split('@');
  if (more.length > 0 || hash !== '' || !NAME.test(name) || !hidesNothing(search)) return undefined;
  const ascii = inAscii(host);
  return ascii === undefined ? undefined : `${name}@${ascii}`;
}

/** The host in ASCII. It may be encoded twice: only the result of decoding matters. */
function inAscii(host: string): string | undefined {
  try {
    const { href, host: ascii } = new URL(`https://${host}`);
    return href === `https://${ascii}/` && HOST.test(ascii) ? ascii : undefined;
  } catch {
    return undefined;
  }
}

function hidesNothing(search: string): boolean {
  if (search === '') return true;
  const names = new Set<string>();
  for (const field of search.slice(1).split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(field) ?? [];
    const key = name.toLowerCase();
    const words = decoded(value);
    if (!FIELDS.has(key) || names.has(key) || words === undefined || isHiding(words)) return false;
    // A line break in a subject would begin another field of the mail.
    if (key === 'subject' && /[\r\n]/.test(words)) return false;
    names.add(key);
  }
  return true;
}

function isHiding(words: string): boolean {
  return words.length > MAX_LENGTH || words.split(/\r\n?|\n/).length > MAX_LINES || HIDING.test(words);
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
