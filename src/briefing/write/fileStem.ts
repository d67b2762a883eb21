import { hasWord } from '../../base/hasWord.ts';
import type { Briefing } from '../model.ts';

/** Limits in UTF-16 units and bytes: with a date, a number and an extension, every file system takes the name. */
const LENGTH = 60;
const BYTES = 120;

/** The names of Windows' devices, which are reserved whatever follows a name's first dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$?|conout\$?|com[\d¹²³]|lpt[\d¹²³])$/i;

function isDeviceName(name: string): boolean {
  return DEVICE.test(name.replace(/[ .].*$/s, ''));
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[!-;=?-~]+/gi;

/**
 * Returns a file name without extension from a briefing's date and title: `2025-08-19-ukraine-talks`. Without the
 * addresses in the title, if it has other words: a text that gives no title is named after its file.
 */
export function fileStem({ title, date }: Pick<Briefing, 'title' | 'date'>): string {
  const named = title.replace(ADDRESS, ' ');
  const words = (hasWord(named) ? named : title)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^(\d{4}-\d{2}-\d{2})-/, '')
    .replace(/^-/, '');
  const stem = shorten(words).replace(/-$/, '');
  const name = date === undefined && isDeviceName(stem) ? `briefing-${stem}` : stem || 'briefing';
  return date === undefined ? name : `${date}-${name}`;
}

function shorten(words: string): string {
  const encoder = new TextEncoder();
  let [short, bytes] = ['', 0];
  for (const character of words) {
    bytes += encoder.encode(character).length;
    if (bytes > BYTES || short.length + character.length > LENGTH) break;
    short += character;
  }
  return short;
}

/**
 * Returns the name for a copy of a file: its own, with `-` for characters that some file systems do not allow.
 * Undefined for what is not a file name, or would lead out of the folder: `../a.md`, `a%2Fb.md`, `NUL.md`.
 */
export function nameForCopy(name: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  if (/[/\\\u0000-\u001f\u007f]|%(?:2f|5c|00)|[. ]$|^$/i.test(name) || isDeviceName(name)) return undefined;
  return name.replace(/[<>:"|?*]/g, '-');
}
