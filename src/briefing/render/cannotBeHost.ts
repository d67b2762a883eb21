/** A word of cased letters and digits, without a dot; or of a script without capitals, and then without ASCII. */
const WORD = /^(?:[\p{Lu}\p{Ll}\d'’-]+|[\p{Lo}\p{M}]+)$/u;
const BEFORE = /^[("'“‘„«¿¡]+/;
const BEHIND = /[)"'”’»,;:!?]+$/;

/**
 * Whether the words of a link cannot be mistaken for an address: `the minutes`, but not `good.example`, `good .
 * example` or `goodꓸexample`. False in doubt.
 */
export function cannotBeHost(words: string): boolean {
  return words
    .replace(/[.…]$/, '')
    .split(' ')
    .every((word) => WORD.test(word.replace(BEFORE, '').replace(BEHIND, '')));
}
