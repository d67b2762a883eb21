import { MAX_DEPTH } from './limits.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = new Map([
  ['{', '}'],
  ['[', ']'],
]);

/**
 * Completes JSON that was cut off, by ending it after its last complete item: an element of a list in the outermost
 * object. Complete JSON is returned unchanged. Undefined if the nesting is too deep for `JSON.parse`.
 */
export function completeJson(json: string): string | undefined {
  const closers: string[] = [];
  let lastItem = 0;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit === QUOTE) {
      i = stringEnd(json, i);
      continue;
    }
    // Braces and brackets have higher character codes.
    if (unit < 91) continue;
    const character = json.charAt(i);
    const closer = OPENING.get(character);
    if (closer !== undefined) {
      if (closers.push(closer) > MAX_DEPTH) return undefined;
    } else if (character === closers.at(-1)) {
      closers.pop();
      if (closers.length === 2 && closers[1] === ']') lastItem = i + 1;
    }
  }
  return closers.length === 0 || lastItem === 0 ? json : `${json.slice(0, lastItem)}]}`;
}

/** The index of a string's closing quotation mark. */
function stringEnd(json: string, start: number): number {
  for (let i = start + 1; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === QUOTE) return i;
  }
  return json.length;
}
