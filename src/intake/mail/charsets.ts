import { joinBytes } from '../../base/joinBytes.ts';
import { headerStart, latinText } from './mailShape.ts';

/** The charsets to try if a mail's text cannot be read in the declared one. */
export const OTHER_CHARSETS = ['utf-8', 'windows-1252'] as const;

/**
 * Characters that real text does not have: replacement characters, controls, and UTF-8 decoded byte by byte: `Ã¤`,
 * `â€™`.
 */
const DAMAGE =
  /\ufffd|[\u0080-\u009f]|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]|\u00e2[\u0080-\u00bf\u20ac][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]/g;

/** Counting stops here: more damage does not help to distinguish charsets. */
const MAX_DAMAGE = 10_000;

/** Counts the signs that a text was decoded in a wrong charset, up to a maximum. */
export function damageIn(text: string): number {
  const found = text.matchAll(DAMAGE);
  let count = 0;
  while (count < MAX_DAMAGE && found.next().done !== true) count++;
  return count;
}

const NAMED = /\bcharset[ \t]*=[ \t]*(?:"[^"\r\n]{0,80}"|[^\s";]{0,80})/gi;
const UNNAMED = /^content-type[ \t]*:[ \t]*text\/(?:plain|html)(?=[ \t]*\r?(?:\n(?![ \t])|$))/gim;

/** The same mail, with every text part declared to be in another charset. */
export function withCharset(bytes: Uint8Array, charset: string): Uint8Array {
  const text = latinText(bytes);
  const edits = [
    ...Array.from(text.matchAll(NAMED), ({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
      text: `charset=${charset}`,
    })),
    ...Array.from(text.matchAll(UNNAMED), ({ index, 0: { length } }) => ({
      from: index + length,
      to: index + length,
      text: `; charset=${charset}`,
    })),
  ].sort((a, b) => a.from - b.from);
  const start = headerStart(text);
  const header = text.slice(start).split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (!/^content-type[ \t]*:/im.test(header))
    edits.unshift({ from: start, to: start, text: `Content-Type: text/plain; charset=${charset}\r\n` });
  return applyEdits(bytes, edits);
}

function applyEdits(
  bytes: Uint8Array,
  edits: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, text } of edits) {
    pieces.push(bytes.subarray(at, from), encoder.encode(text));
    at = to;
  }
  pieces.push(bytes.subarray(at));
  return joinBytes(pieces);
}
