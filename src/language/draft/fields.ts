import { hasWord } from '../../base/hasWord.ts';
import { escapeInvisible } from '../../base/escapeInvisible.ts';
import { isRecord } from '../../base/isRecord.ts';
import { tidy } from '../../base/tidy.ts';
import { kindOf, type Reasons } from './reasons.ts';

/**
 * An object from a model, with values of any type. The functions below add a reason for each value that cannot be used.
 */
export type Fields = Readonly<Record<string, unknown>>;

const MAX_LINE_LENGTH = 300;
const MAX_TEXT_LENGTH = 8000;

/** Markup in a title: its characters would be shown, and readers that allow HTML would interpret tags. */
const MARKUP = /\*\*|__|\]\(|`{3}|^\s*#{1,6}\s|<\/?[a-z!][^<>]*>/i;
/** Markup that hides itself and its content. */
const HIDDEN_MARKUP = /<!--|<\/?(?:script|style|think)\b/i;

/** Reads a single line of plain words. */
export function lineAt(value: Fields, key: string, at: string, reasons: Reasons): string {
  const text = stringAt(value, key, at, MAX_LINE_LENGTH, reasons);
  if (text === undefined) return '';
  const line = tidy(text);
  if (!hasWord(line)) reasons.add(`${at} has no words. Add some.`);
  if (/[\r\n]/.test(text.trim())) reasons.add(`${at} has several lines. Use one.`);
  if (MARKUP.test(line)) reasons.add(`${at} contains markup. Use plain text.`);
  return line;
}

export function textAt(value: Fields, key: string, at: string, reasons: Reasons): string {
  const text = stringAt(value, key, at, MAX_TEXT_LENGTH, reasons)?.replace(/\r\n?/g, '\n').trim();
  if (text === undefined) return '';
  if (text === '') reasons.add(`${at} is empty. Write at least one sentence.`);
  const [markup] = HIDDEN_MARKUP.exec(text) ?? [];
  if (markup !== undefined) reasons.add(`${at} contains “${markup}”. Use Markdown without HTML.`);
  return text;
}

function stringAt(
  value: Fields,
  key: string,
  at: string,
  maxLength: number,
  reasons: Reasons,
): string | undefined {
  const text = value[key];
  if (typeof text !== 'string') {
    reasons.add(
      text === undefined
        ? `${at} is missing. Add it as a string.`
        : `${at} is ${kindOf(text)}. Use a string.`,
    );
    return undefined;
  }
  if (text.length > maxLength) {
    reasons.add(`${at} has ${text.length} characters. Use at most ${maxLength}.`);
    return undefined;
  }
  const hidden = firstHiddenIn(text);
  if (hidden === undefined) return text;
  reasons.add(`${at} contains an invisible character (${hidden}). Remove it.`);
  return undefined;
}

/** The first character in a text that is a control character, or is invisible and could deceive, as `U+0007`. */
function firstHiddenIn(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  const [control] = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.exec(text) ?? [];
  if (control !== undefined) return codeOf(control);
  const shown = escapeInvisible(text);
  return shown === text ? undefined : /\[(U\+[\dA-F]+)/.exec(shown.slice(firstDifference(text, shown)))?.[1];
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function listAt(
  value: Fields,
  key: string,
  at: string,
  most: number,
  reasons: Reasons,
): readonly unknown[] {
  const list = value[key];
  if (!Array.isArray(list)) {
    reasons.add(
      list === undefined ? `${at} is missing. Add it as a list.` : `${at} is ${kindOf(list)}. Use a list.`,
    );
    return [];
  }
  if (list.length <= most) return list;
  reasons.add(`${at} has ${list.length} entries. Use at most ${most}.`);
  return [];
}

/** Models omit a value in three ways. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function isObject(value: unknown, at: string, keys: string, reasons: Reasons): value is Fields {
  if (isRecord(value) && !Array.isArray(value)) return true;
  reasons.add(`${at} is ${kindOf(value)}. Use an object with "${keys}".`);
  return false;
}
