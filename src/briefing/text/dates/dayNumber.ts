import { MONTH } from './dateForms.ts';

/** The name of a month, with or without a capital. */
const NAME = MONTH.replace(/(?<=[(|])\p{L}/gu, (first) => `[${first}${first.toUpperCase()}]`);

/** A number that may be a day: `3. März`; it may also count something: `2. Mars rover`. */
export const MAYBE_DAY = String.raw`\d{1,2}\.\s{1,3}${NAME}(?!\p{L})`;
/** A number that is a day, because nothing but a year or a mark is behind the month: `3. März 2026`, `3. März: `. */
export const DAY_NUMBER = String.raw`${MAYBE_DAY}\.?\s*(?:$|[\d:：,;|()·–—-])`;
