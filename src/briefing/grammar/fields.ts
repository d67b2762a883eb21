import { hasWord } from '../../base/hasWord.ts';
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { addCount } from '../../base/collections/counts.ts';
import { isLineBreak } from './tokens.ts';

/** A line that names a value: `Date: 3 March`, `📍 **Source:** Harbour Office`, `日期：3月3日`. */
const FIELD =
  /^\s*(?:\p{ExtPict}\ufe0f?\s*)?(\*\*|__)?(\p{L}[^:：*_|[\]<>]{0,39}?)\s*(?:\*\*|__)?(?::(?=\s|\*\*|__)|：)(?:\*\*|__)?\s*[^\s*_]/u;
const WORDS = 4;
/**
 * A paragraph of at least this many lines, all of them named, certainly has fields. So has a paragraph with two bold
 * names.
 */
const SOME = 3;

/** The `markup` of a line break that is shown although its author wrote no mark for it. */
const UNMARKED = 'field';

/**
 * Keeps the author's line break before a field: `Date: 3 March` / `Source: Ann`. A sentence may happen to begin like a
 * field, so there must be at least two in a paragraph, and either the same name begins a line of another paragraph, or
 * two names are in bold, or all lines are fields, at least three. Also keeps the break below a line of several bold
 * fields, and the break before the links that a paragraph ends with: `🔗 https://a.example`.
 */
export function fields(markdown: MarkdownIt): void {
  markdown.core.ruler.push('fields', (state) => {
    breakFields(state);
    breakRows(state);
    breakLinks(state);
  });
}

/** Several fields on a line: `**Source:** Gazette | **Date:** 3 March`. */
const ROW = /^\s*(\*\*|__)[^:：*_|]{1,40}[:：]\1[^|·•]{1,200}[|·•]\s*\1[^:：*_|]{1,40}[:：]\1/;

/** Keeps the break between a line of several fields and the text below it. */
function breakRows({ tokens }: StateCore): void {
  for (const { type, content, children } of tokens) {
    if (type !== 'inline' || !children || !/[|·•][^|·•\n]*\n/.test(content)) continue;
    const rows = content.split('\n').map((line) => ROW.test(line));
    const breaks = children.filter(isLineBreak);
    if (!rows.includes(true) || breaks.length !== rows.length - 1) continue;
    for (const [line, end] of breaks.entries()) if (rows[line] === true) keep(end);
  }
}

/** Shows a line break that has no mark. */
function keep(end: Token): void {
  if (end.type !== 'softbreak') return;
  end.type = 'hardbreak';
  end.markup = UNMARKED;
}

/** Keeps the breaks before the last lines of a paragraph that are nothing but links, going up from its end. */
function breakLinks({ tokens }: StateCore): void {
  for (const { type, content, children } of tokens) {
    if (type !== 'inline' || !children || !content.includes('\n')) continue;
    let depth = 0;
    let hasLink = false;
    for (let at = children.length - 1; at >= 0; at--) {
      const token = children[at];
      if (!token) continue;
      if (token.type.endsWith('link_close')) depth++;
      if (token.type === 'softbreak' && depth === 0) {
        if (!hasLink) break;
        hasLink = false;
        keep(token);
      } else if (token.type === 'hardbreak' && depth === 0) hasLink = false;
      else if (token.type.endsWith('link_open')) {
        depth--;
        hasLink = true;
      } else if (depth === 0 && hasWord(token.content)) break;
    }
  }
}

/** Whether a token is a line break without a mark of Markdown. */
export function isUnmarkedBreak({ type, markup }: Token): boolean {
  return type === 'softbreak' || (type === 'hardbreak' && markup === UNMARKED);
}

interface Paragraph {
  readonly breaks: readonly Token[];
  /** The name of each line that is a field. */
  readonly names: readonly (string | undefined)[];
  /** Whether this paragraph alone shows that these are fields. */
  readonly isCertain: boolean;
}

function breakFields({ tokens }: StateCore): void {
  const inlines = tokens.filter(({ type }) => type === 'inline');
  const long = inlines.filter(isLong).flatMap((inline) => paragraphOf(inline) ?? []);
  // Line breaks matter only in a paragraph with two fields, and only then do the names in others count.
  if (!long.some(({ names }) => names.filter(Boolean).length > 1)) return;
  const short = inlines.filter((inline) => !isLong(inline)).flatMap((inline) => paragraphOf(inline) ?? []);
  const paragraphs = [...short, ...long];
  const counts = new Map<string, number>();
  for (const { names } of paragraphs)
    for (const name of new Set(names)) if (name !== undefined) addCount(counts, name);
  for (const { breaks, names, isCertain } of paragraphs) {
    const isField = names.map((name) => name !== undefined && (isCertain || (counts.get(name) ?? 0) > 1));
    const first = isField.indexOf(true);
    breaks.forEach((end, line) => {
      if (first >= 0 && line >= first && isField[line + 1] === true) keep(end);
    });
  }
}

/** The lines of a paragraph with a field; undefined if there is none, or if code or a link spans a line break. */
function paragraphOf({ content, children }: Token): Paragraph | undefined {
  if (!mayHaveFields(content)) return undefined;
  const fields = content.split('\n').map(fieldOf);
  if (!fields.some((field) => field !== undefined)) return undefined;
  const breaks = (children ?? []).filter(isLineBreak);
  return breaks.length === fields.length - 1
    ? { breaks, names: fields.map((field) => field?.name), isCertain: areFields(fields) }
    : undefined;
}

function areFields(lines: readonly (Field | undefined)[]): boolean {
  const fields = lines.flatMap((field) => field ?? []);
  const areAll = fields.length === lines.length && lines.length >= SOME;
  return areAll || fields.filter(({ isBold }) => isBold).length > 1;
}

function isLong({ content }: Token): boolean {
  return content.includes('\n');
}

/** Whether there is a colon that does not belong to an address or a time. */
function mayHaveFields(content: string): boolean {
  return /:[\s*_]|：/.test(content);
}

interface Field {
  readonly name: string;
  readonly isBold: boolean;
}

function fieldOf(line: string): Field | undefined {
  if (!line.includes(':') && !line.includes('：')) return undefined;
  const [, bold, name] = FIELD.exec(line) ?? [];
  return name !== undefined && name.split(/\s+/).length <= WORDS
    ? { name: name.toLowerCase(), isBold: bold !== undefined }
    : undefined;
}
