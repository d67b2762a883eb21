import { withWindowsLetters } from '../../briefing/text/bytes/windowsLetters.ts';

/** The declaration of an encoding in XML, which is searched in the first thousand bytes. */
const DECLARED = /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i;
const CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i;

/**
 * Decodes a feed: by its BOM, else as UTF-8 wherever it is valid (few texts are by chance), else by the server's
 * header, else by its own declaration. A character cut off at the end is dropped. An encoding in which the bytes are
 * invalid is not believed; the last resort is windows-1252, in which every byte is a character.
 */
export function decodeMarkup(bytes: Uint8Array, contentType = ''): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1000));
  const named = [CHARSET.exec(contentType)?.[1], DECLARED.exec(head)?.[1]];
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  // ISO-2022-JP consists of ASCII bytes, so it would always be valid UTF-8.
  if (head.includes('\x1b$'))
    named.unshift(named.find((label) => /^(?:cs)?iso-?2022-?jp$/i.test(label ?? '')));
  else named.unshift('utf-8');
  for (const [i, label] of named.entries()) {
    const text =
      decodeAs(label, bytes, false) ??
      decodeAs(label, bytes, true) ??
      (i === 0 ? damagedUtf8(bytes) : undefined);
    if (text !== undefined) return text;
  }
  return withWindowsLetters(new TextDecoder('windows-1252').decode(bytes));
}

/** UTF-16, recognized by its BOM, or by the NUL byte of an ASCII character. */
function wideEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === undefined || second === undefined || (first === 0) === (second === 0)) return undefined;
  return second === 0 ? 'utf-16le' : 'utf-16be';
}

/**
 * Undefined for invalid bytes and unknown encodings (browsers do not know UTF-7, for example). `isCut`: allows a
 * character cut off at the end, which makes Node slower.
 */
function decodeAs(label: string | undefined, bytes: Uint8Array, isCut: boolean): string | undefined {
  if (label === undefined) return undefined;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // Bytes that only claim to be UTF-16 would be read as Chinese.
    if (decoder.encoding.startsWith('utf-16')) return undefined;
    const text = decoder.decode(bytes, { stream: isCut });
    return decoder.encoding === 'windows-1252' ? withWindowsLetters(text) : text;
  } catch {
    return undefined;
  }
}

/** Decodes UTF-8 with a few invalid bytes, as in a title that was cut between bytes; undefined if there are many. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return whole > 10 * broken ? text : undefined;
}

/** Whether control characters show that the content is not text. */
export function isBinary(text: string): boolean {
  const probe = text.slice(0, 4096);
  // eslint-disable-next-line no-control-regex
  const controls = probe.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return controls * 50 > probe.length;
}
