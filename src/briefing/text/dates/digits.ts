/** The zeros of the digits that texts are dated with: Arabic, Persian, Devanagari, Bengali, Thai and fullwidth. */
const ZEROS = ['٠', '۰', '०', '০', '๐', '０'];
const OTHER = new RegExp(`[${ZEROS.map((zero) => `${zero}-${digitOf(zero, 9)}`).join('')}]`, 'gu');

function digitOf(zero: string, value: number): string {
  return String.fromCodePoint((zero.codePointAt(0) ?? 0) + value);
}

const VALUES: ReadonlyMap<string, string> = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value) => [digitOf(zero, value), String(value)] as const),
  ),
);

/** Writes digits of other scripts as those of Latin script, each in its place: `١٢ نوفمبر ٢٠٢٥` -> `12 نوفمبر 2025`. */
export function withLatinDigits(text: string): string {
  return text.replace(OTHER, (digit) => VALUES.get(digit) ?? digit);
}

/** Cheap first checks, for digits of any script: all dates have two in a row, and all with a full year have four. */
export const TWO_DIGITS = /\p{Nd}{2}/u;
export const FOUR_DIGITS = /\p{Nd}{4}/u;
