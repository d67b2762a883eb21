import { MAX_DEPTH } from './limits.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = new Map([
  ['{', '}'],
  ['[', ']'],
]);

/**
 * JSON that was cut off, as far as its last complete item goes: an item is what ends in a list that the outermost object
 * holds. What is complete stays as it is. Undefined where it is too deep for JSON's own parser to be sure to come back.
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
    // Braces and brackets alone are above these.
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

/** Where the string ends that begins somewhere. */
function stringEnd(json: string, start: number): number {
  for (let i = start + 1; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === QUOTE) return i;
  }
  return json.length;
}
