import { hasWord } from '../../base/hasWord.ts';
import { isBlank } from './sourceText.ts';

/** The line by which weather services identify a bulletin, above its own words: `106 FXPQ60 PGUM 182009 AFDPQ`. */
const CODE = /^(?:\d{3}\s+)?[A-Z]{4}\d{2} [A-Z]{4} \d{6}(?: [A-Z]{3})?(?:\s+[A-Z\d]{4,6})?$/;

export function isBulletinCode(words: string): boolean {
  return CODE.test(words.trim());
}

/** The name of a product, on the line below: `AFDPQ`. */
const NAME = /^[A-Z][A-Z\d]{3,5}\s*$/;
/** Number of lines at the start of a text that may be such a line. */
const TOP = 5;

/** Returns the first line below the code of a bulletin, and below the name there; 0 if there is no code. */
export function endOfBulletinCode(lines: readonly string[]): number {
  const below = lines.slice(0, TOP).findIndex(isBulletinCode) + 1;
  return below > 0 && NAME.test(lines[below] ?? '') ? below + 1 : below;
}

/** The heading of a part of such a bulletin: `.Synopsis...`, `.NEAR TERM /UNTIL 6 PM/...`, `.AVIATION...09/12Z`. */
const HEAD = /^\.(\p{Lu}[^.]{1,100})\.{3}[\dZ/]*$/u;
/** The words of such a heading; undefined for any other line. */
export function bulletinHead(line: string): string | undefined {
  return line.startsWith('.') ? HEAD.exec(line)?.[1]?.trim() : undefined;
}

/** The name of a part and the words behind it: `.FLOODING...Creeks may`, `.DAY ONE...Today and tonight.` */
const PART = /^\.(\p{Lu}[^.]{1,60})\.{3}\s*(\p{L}.*)$/u;

/**
 * Writes such names as marks that other texts have, if there are at least two below blank lines: alone above more, it
 * is a heading, `..DAY ONE...Today and tonight..`; with its text, it is a label, `**FLOODING** — Creeks may`.
 */
export function withBulletinMarks(lines: readonly string[]): readonly string[] {
  const parts = new Map<number, string>();
  lines.forEach((line, i) => {
    const [, name = '', words = ''] =
      line.startsWith('.') && isBlank(lines[i - 1]) ? (PART.exec(line) ?? []) : [];
    if (name === '') return;
    const isAlone = isBlank(lines[i + 1]) && hasWord(lines[i + 2] ?? '');
    const isHead = isAlone && words.length <= SUBTITLE && !/[.!?]\s/.test(words.trim());
    parts.set(i, isHead ? `..${name}...${words.replace(/\.\s*$/, '')}..` : `**${name}** — ${words}`);
  });
  return parts.size > 1 ? lines.map((line, i) => parts.get(i) ?? line) : lines;
}

/** Maximum length of the words in a heading. In UTF-16 units. */
const SUBTITLE = 60;
