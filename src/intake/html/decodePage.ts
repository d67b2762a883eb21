import { decodeMarkup, isBinary } from '../feedFormats/decodeMarkup.ts';

/** The declaration of an encoding in a page's head: `<meta charset=…>`, `<meta … content="text/html; charset=…">`. */
const META = /<meta\s[^<>]{0,300}\bcharset\s*=[^<>]{0,100}>/i;
const HEAD = 4096;

/** Decodes a page that was saved as a file; undefined if it is not text. */
export function decodePage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  const text = decodeMarkup(bytes, META.exec(head)?.[0]);
  return isBinary(text) ? undefined : text.replaceAll('\0', '');
}
