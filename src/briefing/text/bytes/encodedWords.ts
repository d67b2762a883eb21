import { withWindowsLetters } from './windowsLetters.ts';

/** An encoded word, with charset, encoding and content (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`. */
const WORD = String.raw`=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BQ])\?([!->@-~]*)\?=`;
const ENCODED_WORD = new RegExp(WORD, 'gi');
/** White space between two of them is only there for the mail's line length. */
const RUN = new RegExp(`${WORD}(?:\\s+${WORD})*`, 'gi');

/** Decodes the encoded words in a mail header's value. Those that cannot be decoded stay as they are. */
export function decodeEncodedWords(value: string): string {
  return value.replace(RUN, (run) => {
    try {
      return encodedWordsIn(run).map(decode).join('');
    } catch {
      return run;
    }
  });
}

interface Encoded {
  readonly charset: string;
  readonly bytes: number[];
}

/** The words of a run. Those of one charset are joined, because a character may be split between two words. */
function encodedWordsIn(run: string): Encoded[] {
  const words: Encoded[] = [];
  for (const [, charset = '', encoding = '', content = ''] of run.matchAll(ENCODED_WORD)) {
    const bytes = bytesOf(encoding.toUpperCase() === 'B' ? atob(content) : unquoted(content));
    const last = words.at(-1);
    if (last?.charset.toLowerCase() !== charset.toLowerCase()) words.push({ charset, bytes });
    else for (const byte of bytes) last.bytes.push(byte);
  }
  return words;
}

function decode({ charset, bytes }: Encoded): string {
  const decoder = new TextDecoder(charset, { fatal: true });
  const text = decoder.decode(Uint8Array.from(bytes));
  return decoder.encoding === 'windows-1252' ? withWindowsLetters(text) : text;
}

/** `Caf=C3=A9_au` -> the bytes of `Café au`, a character for each byte. */
function unquoted(content: string): string {
  return content
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function bytesOf(binary: string): number[] {
  return Array.from(binary, (character) => character.charCodeAt(0));
}
