import { findDate, findDateOrMonth } from './date.ts';

/** A mail’s day in a year of two digits, with its hour after it: `Wed, 1 Jul 92 02:34:48 CDT`. */
const MAIL_DAY = /^\s*(?:[a-z]{3},?\s+)?(\d{1,2}[\s-][a-z]{3})[\s-](\d{2})\s+\d{1,2}:\d{2}/i;

/** Seconds, or milliseconds, since 1970, as programs write a day. */
const EPOCH = /^\s*(\d{10})(\d{3})?\s*$/;

/** The day, or else the month, in a value of metadata, as texts, mails and programs write it. */
export function dayOfMetadata(value: string): string | undefined {
  const found = findDateOrMonth(value);
  if (found !== undefined) return found;
  const [, day = '', short] = MAIL_DAY.exec(value) ?? [];
  // Mails have been written since 1971, and by the rule for their dates 49 is 2049.
  if (short !== undefined) return findDate(`${day.replace('-', ' ')} ${short < '50' ? '20' : '19'}${short}`);
  const [, seconds] = EPOCH.exec(value) ?? [];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}
