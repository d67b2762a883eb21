import type { NotAMail } from '../model.ts';

/** Limits for a mail, which bound the cost of reading it. No newsletter comes close to them. */
const MAX_BYTES = 5 * 1024 * 1024;
const MAX_PARTS = 1000;
const MAX_LINES = 120_000;
const MAX_HEADER_LINES = 2000;
const MAX_HEADER_LENGTH = 512 * 1024;

const FIRST_LINE = /^(?:\ufeff|ï»¿)?(?:\s*\n)?(?:>?From [^\n]*\n)?/;
const HEADER_LINE = /^(?:[!-9;-~]{1,100}[ \t]*:|[ \t])/;
/** Headers of which every mail has at least one: any text may have lines with a colon. */
const KNOWN_HEADER =
  /^(?:from|to|subject|date|message-id|mime-version|content-type|received|return-path|sender|list-id|delivered-to|x-[\w-]+)[ \t]*:/i;
/** Places where a part may start: a line that may be a boundary, and a nested message. */
const BOUNDARY = /^--[^\r\n]/gm;
const NAMED_BOUNDARY = /\bboundary[ \t]*(?:\*\d*\*?)?=[ \t\r\n]*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi;
const MESSAGE = /^content-type[ \t]*:\s*(?:message\/rfc822|multipart\/digest)/gim;

/** The reason not to read some bytes as a mail; undefined if they may be one. Checked before anything is parsed. */
export function mailFault(bytes: Uint8Array): NotAMail['reason'] | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MAX_BYTES) return 'tooLarge';
  const text = latinText(bytes);
  const reason = headerFault(text);
  if (reason !== undefined) return reason;
  if (countOf(text, MESSAGE, MAX_PARTS) + partsIn(text) > MAX_PARTS) return 'tooManyParts';
  return countOf(text, /\n/g, MAX_LINES) > MAX_LINES ? 'tooLarge' : undefined;
}

/** Decodes each byte as one character, so that offsets are the same; ASCII stays as it is. */
export function latinText(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The offset of a mail's own headers, after the lines that a mailbox puts before them. */
export function headerStart(text: string): number {
  return FIRST_LINE.exec(text)?.[0].length ?? 0;
}

/** Checks that a header has named lines, and at least one header that is specific to mail. */
function headerFault(text: string): NotAMail['reason'] | undefined {
  const start = headerStart(text);
  let isMail = false;
  let lines = 0;
  for (let at = start; at < text.length; lines++) {
    if (lines >= MAX_HEADER_LINES || at - start > MAX_HEADER_LENGTH) return isMail ? 'tooLarge' : 'notAMail';
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).trimEnd();
    if (line === '') break;
    // A stray line from some program among the headers does not make it invalid.
    if (!HEADER_LINE.test(line) && lines < 2) return 'notAMail';
    isMail ||= KNOWN_HEADER.test(line);
    at = end < 0 ? text.length : end + 1;
  }
  return isMail ? undefined : /\S/.test(text.slice(start)) ? 'notAMail' : 'empty';
}

/** Counts the boundary lines, up to a limit; or the boundary names, if there are too many of them. */
function partsIn(text: string): number {
  const names = new Set<string>();
  let named = 0;
  for (const [, quoted, bare] of text.matchAll(NAMED_BOUNDARY)) {
    if (++named > MAX_PARTS) return named;
    names.add(quoted ?? bare ?? '');
  }
  if (names.size === 0) return 0;
  let parts = 0;
  for (const { index } of text.matchAll(BOUNDARY)) {
    const line = /.*/y;
    line.lastIndex = index + 2;
    const [rest = ''] = line.exec(text) ?? [];
    const name = rest.slice(0, 210).trimEnd();
    if (names.has(name) || names.has(name.replace(/--$/, ''))) parts++;
    if (parts > MAX_PARTS) break;
  }
  return parts;
}

/** Counts the matches of a pattern, up to `most` + 1. */
function countOf(text: string, pattern: RegExp, most: number): number {
  const found = text.matchAll(pattern);
  let count = 0;
  while (count <= most && found.next().done !== true) count++;
  return count;
}
