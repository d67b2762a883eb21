import { closesChat, opensChat } from '../../text/chat.ts';

/** JSON as a parser takes it, on the lines where it was written. */
export interface JsonText {
  readonly json: string;
  /** It breaks off: what was open at its end is closed. */
  readonly isCut: boolean;
}

/** What may stand above it: a remark, and a fence. */
const ABOVE =
  /^\ufeff?\s*(?:(\S[^\r\n]{0,299})[\r\n]\s*)??(?:(`{3,}|~{3,})(?:jsonc?)?[^\S\r\n]*[\r\n]\s*)?(?=\{\s*["}]|\[\s*[{"\]])/i;
const LETTERS = /[^\r\n]+/g;

/**
 * The JSON that a text is, also as language models write it: between fences, with a remark above or below, with a comma
 * behind the last of a list, or broken off. Undefined where there is none.
 */
export function jsonTextOf(text: string): JsonText | undefined {
  const [above, remark, fence] = ABOVE.exec(text) ?? [];
  if (above === undefined || (remark !== undefined && !opensChat(remark.trim()))) return undefined;
  // A line of a string is none of its own.
  const close = fence === undefined ? -1 : text.indexOf(`\n${fence}`, above.length);
  const end = close < 0 ? text.length : close;
  const below = fence === undefined ? '' : text.slice(end).replace(fence, '').trim();
  if (below !== '' && !closesChat(below)) return undefined;
  return mended(above.replace(LETTERS, '') + text.slice(above.length, end).trimEnd());
}

/** A string, which may not end, a bracket, or a comma with nothing behind it but a bracket. */
const PIECE = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?($))|[{}[\]]|,(?=\s*[}\]])/gs;
/** What a string may break off in. */
const HALF_ESCAPE = /\\(?:u[\da-f]{0,3})?$/i;

function mended(json: string): JsonText | undefined {
  if (isJson(json)) return { json, isCut: false };
  const open: string[] = [];
  const whole = json.replace(PIECE, (piece: string, ending?: string) => {
    if (piece === ',') return '';
    if (piece === '{' || piece === '[') open.push(piece === '{' ? '}' : ']');
    else if (piece === '}' || piece === ']') open.pop();
    return ending === '' ? `${piece.replace(HALF_ESCAPE, '')}"` : piece;
  });
  if (isJson(whole)) return { json: whole, isCut: false };
  const closing = open.reverse().join('');
  // A key without its value may be the last that there is.
  const cut = ['', 'null', ':null']
    .map((last) => `${whole.trimEnd().replace(/,$/, '')}${last}${closing}`)
    .find(isJson);
  return cut === undefined ? undefined : { json: cut, isCut: true };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
