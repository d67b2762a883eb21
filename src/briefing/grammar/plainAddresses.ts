import type { MarkdownIt } from 'markdown-it';

/**
 * What stands behind `https:` as a rule: a host and a path in letters, digits and marks that nothing ends but a space, a
 * bracket or the end of a sentence. All of it belongs to the address, whoever reads it.
 */
const PLAIN =
  /\/\/(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,9}[a-z]{2,24}(?:\/(?:[a-z\d/%#&=_~-]|[.?](?=[a-z\d]))*)?(?=$|[ \n)\]]|[.,](?:$|[ \n]))/iy;

/**
 * Has an address that is {@link PLAIN} found at once: linkify-it's own expression, for all others, is a slow one. As on
 * GitHub, a mark at its end is none of it: `_Read it: https://a.example/b_`.
 */
export function plainAddresses({ linkify }: MarkdownIt): void {
  for (const scheme of ['http:', 'https:']) {
    linkify.add(scheme, {
      validate: (text, at, { re }) => {
        let length = lengthAt(PLAIN, text, at) || lengthAt(re.get_http_validator(), text, at);
        while (length > 0 && text[at + length - 1] === '_') length--;
        return length;
      },
    });
  }
}

function lengthAt(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.exec(text)?.[0].length ?? 0;
}
