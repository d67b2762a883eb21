import { closesChat, opensChat } from '../../text/chat.ts';

/** JSON that a parser accepts, with the lines of the text that it is from. */
export interface JsonText {
  readonly json: string;
  /** Whether the text breaks off; strings and brackets that were open at its end are closed here. */
  readonly isCut: boolean;
}

/** What may precede the JSON: a remark, and a fence. */
const ABOVE =
  /^\ufeff?\s*(?:(\S[^\r\n]{0,299})[\r\n]\s*)??(?:(`{3,}|~{3,})(?:jsonc?)?[^\S\r\n]*[\r\n]\s*)?(?=\{\s*["}]|\[\s*[{"\]])/i;
const LETTERS = /[^\r\n]+/g;

/**
 * Returns the JSON in a text, also as language models write it: between fences, with a remark above or below, with a
 * trailing comma, or broken off. Undefined if there is none.
 */
export function jsonTextOf(text: string): JsonText | undefined {
  const [above, remark, fence] = ABOVE.exec(text) ?? [];
  if (above === undefined || (remark !== undefined && !opensChat(remark.trim()))) return undefined;
  // Strings have no line breaks in JSON, so that a fence on a line of its own is not part of one.
  const close = fence === undefined ? -1 : text.indexOf(`\n${fence}`, above.length);
  const end = close < 0 ? text.length : close;
  const below = fence === undefined ? '' : text.slice(end).replace(fence, '').trim();
  if (below !== '' && !closesChat(below)) return undefined;
  return mended(above.replace(LETTERS, '') + text.slice(above.length, end).trimEnd());
}

/** A string, which may not end, a bracket, or a trailing comma. */
const PIECE = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?($))|[{}[\]]|,(?=\s*[}\]])/gs;
/** An escape that breaks off. */
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
  // The last thing may be a key without its value.
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
