import { findDate } from './date.ts';

const AT_START = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const AT_END = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** The day that a title begins or ends with, in eight digits: `20260303 Harbour news`. */
export function compactDay(title: string): string | undefined {
  const words = title.trim();
  const [found, year = '', month = '', day = ''] = AT_START.exec(words) ?? AT_END.exec(words) ?? [];
  return found === undefined ? undefined : findDate(`${year}-${month}-${day}`);
}
