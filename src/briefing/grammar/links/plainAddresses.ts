import type { MarkdownIt } from 'markdown-it';
import { UNSPACED } from '../../text/scripts.ts';

/**
 * The usual text after `https:`: a host and a path of letters, digits and marks, which ends at a space, a bracket or
 * the end of a sentence. To every parser, all of it is the address.
 */
const PLAIN =
  /\/\/(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,9}[a-z]{2,24}(?:\/(?:[a-z\d/%#&=_~-]|[.?](?=[a-z\d]))*)?(?=$|[ \n)\]]|[.,](?:$|[ \n]))/iy;

/** Words after an address in a list, in a script without spaces: `https://a.example/1;第一财经`. */
const WORDS_AFTER = new RegExp(`[;,][${UNSPACED}]`, 'u');

/**
 * Finds {@link PLAIN} addresses quickly. linkify-it's own expression, used for all others, is slow. As on GitHub, a `_`
 * or a colon at the end is not part of the address, unless it is before a closing bracket: `_Read it:
 * https://a.example/b_`, `https://a.example/b: ferries`, `(https://a.example/b_)`.
 */
export function plainAddresses({ linkify }: MarkdownIt): void {
  for (const scheme of ['http:', 'https:']) {
    linkify.add(scheme, {
      validate: (text, at, { re }) => {
        let length = lengthAt(PLAIN, text, at) || lengthBeforeWords(re.get_http_validator(), text, at);
        const last = () => text[at + length - 1] ?? '';
        while (/[_:]/.test(last()) && length > 0 && text[at + length] !== ')') length--;
        // markdown-it leaves out marks of emphasis at the end, but no full stop before them: `*https://a.example/b.*`
        if (last() === '*') while (/[*.]/.test(last())) length--;
        return length;
      },
    });
  }
}

function lengthBeforeWords(form: RegExp, text: string, at: number): number {
  const length = lengthAt(form, text, at);
  const end = text.slice(at, at + length).search(WORDS_AFTER);
  return end < 0 ? length : end;
}

function lengthAt(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.exec(text)?.[0].length ?? 0;
}
