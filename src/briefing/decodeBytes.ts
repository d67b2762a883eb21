import type { Problem } from './model.ts';
import { splitLines } from './sourceText.ts';

/** What the bytes of a file say: text (with what was wrong in it), or that they are no text at all. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'binary' };

/** How far to look for a NUL: a binary file shows one early, and text has none. */
const BINARY_PROBE = 8192;

/**
 * Decodes a file once: UTF-8 with or without BOM, UTF-16 with BOM. What is neither is read as windows-1252, in which
 * every byte is a character, with a problem at the first byte that is no UTF-8. Never throws.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { kind: 'binary' };
  try {
    return text(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const readable = new TextDecoder('windows-1252').decode(bytes);
    return { kind: 'text', text: readable, problems: [notUtf8(bytes)] };
  }
}

function text(decoded: string): Decoded {
  return { kind: 'text', text: decoded, problems: [] };
}

/** The replacement character marks the first bad byte; before it, the lenient decoding is the text itself. */
function notUtf8(bytes: Uint8Array): Problem {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const before = splitLines(lenient.slice(0, firstReplacement(lenient, bytes)));
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return {
    kind: 'notUtf8',
    range: { start: position, end: { ...position, character: position.character + 1 } },
  };
}

/** A U+FFFD that the file itself holds (EF BF BD) is no error: look for one that is not in the bytes. */
function firstReplacement(lenient: string, bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  for (let at = lenient.indexOf('\ufffd'); at >= 0; at = lenient.indexOf('\ufffd', at + 1)) {
    const offset =
      encoder.encode(lenient.slice(0, at)).length + (bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0);
    if (!(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) return at;
  }
  return 0;
}
