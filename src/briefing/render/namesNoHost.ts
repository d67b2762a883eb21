/** Of letters that no dot is among, with digits; or of a script without capitals, which has no ASCII beside it. */
const WORD = /^(?:[\p{Lu}\p{Ll}\d'’-]+|[\p{Lo}\p{M}]+)$/u;
const BEFORE = /^[("'“‘„«¿¡]+/;
const BEHIND = /[)"'”’»,;:!?]+$/;

/**
 * Whether the words of a link are such that nobody could take them for an address: `the minutes`, but not
 * `good.example`, `good . example` or `goodꓸexample`. In doubt they are.
 */
export function nameNoHost(words: string): boolean {
  return words
    .replace(/[.…]$/, '')
    .split(' ')
    .every((word) => WORD.test(word.replace(BEFORE, '').replace(BEHIND, '')));
}
