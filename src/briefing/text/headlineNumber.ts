import { DAY_NUMBER } from './dates/dayNumber.ts';

/** A number before a headline that is not part of it: `1. `, `01 · ` or `01｜`; not the day of `3. März 2026`. */
export const HEADLINE_NUMBER = new RegExp(
  String.raw`^\s*(?!${DAY_NUMBER})(?:\d{1,3}[.)](?:\s+|(?=[【「『〈《]))|\d{1,3}、\s*|\d{1,2}\s[·|]\s+|\d{1,2}\s?[｜|]\s?|\d{1,2}\.\d{1,2}\s+(?=[\p{Lu}\p{Lo}]))`,
  'u',
);
