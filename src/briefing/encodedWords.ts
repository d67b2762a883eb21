/** `=?utf-8?Q?Caf=C3=A9?=`: charset, encoding, and what it encodes (RFC 2047). */
const ENCODED_WORD = /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BQ])\?([^?\s]*)\?=/gi;

/** A mail header's value with its encoded words decoded; one that cannot be read stays as it is. */
export function decodeEncodedWords(value: string): string {
  // White space between two encoded words only parts them for the mail's line length.
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(ENCODED_WORD, (written: string, charset: string, encoding: string, content: string) => {
      try {
        const bytes = encoding.toUpperCase() === 'B' ? bytesOfBase64(content) : bytesOfQ(content);
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
      } catch {
        return written;
      }
    });
}

function bytesOfBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

/** `Caf=C3=A9_au` -> the bytes of `Café au`. */
function bytesOfQ(content: string): Uint8Array {
  const characters = content
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
