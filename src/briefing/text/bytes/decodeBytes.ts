import type { Problem } from '../../model.ts';
import { problem } from '../../problems.ts';
import { splitLines } from '../sourceText.ts';
import { withWindowsLetters } from './windowsLetters.ts';

/** What the bytes of a file say: text (with what was wrong in it), or that they are not text at all. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'binary' };

/** How far to look for NULs: a binary file shows them early. */
const BINARY_PROBE = 8192;
/** How much of a text they may be: a few come in with what an author has pasted. */
const NULS = 0.25;
/** How much of a text controls may be that no text has: a terminal's colours and form feeds are not among them. */
const CONTROLS = 0.3;

/**
 * Decodes a file once: UTF-8 with or without BOM, UTF-16 with BOM. What is neither is read as windows-1252, in which
 * every byte is a character, with a problem at the first byte that is no UTF-8. NULs are left out. Never throws.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const { nuls, controls } = sharesOf(bytes.subarray(0, BINARY_PROBE));
  if (nuls > NULS || controls > CONTROLS) return { kind: 'binary' };
  const text = decodeExactly(bytes, 'utf-8');
  if (text !== undefined) return { kind: 'text', text: text.replaceAll('\0', ''), problems: [] };
  if (nuls > 0) return { kind: 'binary' };
  const letters = withWindowsLetters(new TextDecoder('windows-1252').decode(bytes));
  return readable(letters, firstBadByte(bytes), 'Windows-1252');
}

/** How much of some bytes are NULs, and controls (NULs among them), from 0 to 1. */
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

/** A text that could be read only in part, or in another encoding, with a problem where that begins. */
function readable(text: string, offset: number, encoding: string): Decoded {
  const before = splitLines(text.slice(0, offset));
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const range = { start, end: { ...start, character: start.character + 1 } };
  return { kind: 'text', text, problems: [problem('undecodable', range, encoding)] };
}

/** Where the first sequence of bytes begins that is no UTF-8, in bytes that are not all of them. */
function firstBadByte(bytes: Uint8Array): number {
  // What begins as UTF-8 does so however soon it is cut off: the bad byte is found by halving.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (validStart(bytes.subarray(0, middle)) !== undefined) good = middle;
    else bad = middle;
  }
  // And the sequence that it ends begins after the last whole character.
  return new TextEncoder().encode(validStart(bytes.subarray(0, good))).length;
}

/** The whole characters of a beginning, which may end inside one; undefined where it is no UTF-8. */
function validStart(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
