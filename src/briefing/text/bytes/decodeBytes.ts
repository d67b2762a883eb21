import type { Problem } from '../../model.ts';
import { problem } from '../../problems.ts';
import { splitLines } from '../sourceText.ts';
import { withWindowsLetters } from './windowsLetters.ts';

/** The text that bytes contain, with its problems, or that they are not text. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'binary' };

/** Number of bytes that are searched for NULs, which a binary file has near its start. */
const BINARY_PROBE = 8192;
/** Maximum share of NULs in a text: an author may paste a few. */
const NULS = 0.25;
/** Maximum share of control characters in a text. Form feeds and the colours of a terminal do not count. */
const CONTROLS = 0.3;

/**
 * Decodes a file: UTF-8 with or without BOM, UTF-16 with BOM. Anything else is read as windows-1252, in which every
 * byte is a character, with a problem at the first byte that is not UTF-8. NULs are left out. Never throws.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  // In UTF-32, two NULs follow these bytes.
  const isUtf32 = bytes[2] === 0 && bytes[3] === 0;
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !isUtf32) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const { nuls, controls } = sharesOf(bytes.subarray(0, BINARY_PROBE));
  if (nuls > NULS || controls > CONTROLS) return { kind: 'binary' };
  const text = decodeExactly(bytes, 'utf-8');
  if (text !== undefined) return { kind: 'text', text: text.replaceAll('\0', ''), problems: [] };
  if (nuls > 0) return { kind: 'binary' };
  const letters = withWindowsLetters(new TextDecoder('windows-1252').decode(bytes));
  return readable(letters, firstBadByte(bytes), 'Windows-1252');
}

/** The shares of NULs, and of control characters (NULs included), in some bytes, from 0 to 1. */
function sharesOf(bytes: Uint8Array): { readonly nuls: number; readonly controls: number } {
  let nuls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) nuls++;
    if (isControl(byte)) controls++;
  }
  const all = Math.max(1, bytes.length);
  return { nuls: nuls / all, controls: controls / all };
}

function isControl(byte: number): boolean {
  return byte < 32 ? byte < 9 || (byte > 13 && byte !== 27) : byte === 127;
}

function decodeUtf16(bytes: Uint8Array, encoding: string): Decoded {
  const text = decodeExactly(bytes, encoding);
  if (text !== undefined) return { kind: 'text', text, problems: [] };
  const lenient = new TextDecoder(encoding).decode(bytes);
  return readable(lenient, lenient.indexOf('\ufffd'), 'UTF-16');
}

function decodeExactly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text that was decoded only in part, or in another encoding, with a problem at the offset where that begins. */
function readable(text: string, offset: number, encoding: string): Decoded {
  const before = splitLines(text.slice(0, offset));
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const range = { start, end: { ...start, character: start.character + 1 } };
  return { kind: 'text', text, problems: [problem('undecodable', range, encoding)] };
}

/** The offset of the first byte sequence that is not UTF-8, in bytes that have one. */
function firstBadByte(bytes: Uint8Array): number {
  // A prefix of UTF-8 is accepted wherever it is cut off, so a binary search finds the bad byte.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (validStart(bytes.subarray(0, middle)) !== undefined) good = middle;
    else bad = middle;
  }
  // The bad sequence begins after the last whole character.
  return new TextEncoder().encode(validStart(bytes.subarray(0, good))).length;
}

/** Decodes the whole characters of a prefix, which may end inside one; undefined if it is not UTF-8. */
function validStart(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
