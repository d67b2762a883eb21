import { emojiAtStart } from '../../../base/emoji.ts';
import { circles } from './circles.ts';
import { emojiItems } from './emojiItems.ts';
import { keycapLines } from './keycaps.ts';
import { beginsWithLetter, isBlank, isSeparator } from '../sourceText.ts';
import { BULLETS, POINTERS } from './marks.ts';
import { loneSigns, signRows } from './signs.ts';
import { beginsWithDay } from '../dates/dayNumber.ts';
import { timedLines } from './timedLines.ts';
import { tightDashes } from './tightDashes.ts';
import { kindOfTitle } from '../vocabulary.ts';

/** A line that begins a list item, whatever mark its author used. */
export interface ItemLine {
  /** Columns before its mark, and two more for each further `-` of `-- a`, by which some authors nest. */
  readonly indent: number;
  /** The mark in Markdown: `-` or `1.`. */
  readonly mark: string;
  readonly words: string;
}

/** A cheap test: most lines begin with a letter. */
const MAY_BE_MARKED = /^\s*[^\p{L}\s]/u;

/** `- a`, `-- a`, `* a`, `  ** a`, `**  a`, `• a`, `▪️ a`, `・a`; not `** a`, which is a heading, or `**  a**`, which is bold. */
const BULLET = new RegExp(
  String.raw`^(\s*)(?:(-{1,4}|(?<=\s)\*\*|\*\*(?=\s\s)(?![^*]+\*\*\s*$)|[*+${BULLETS}])\ufe0f?\s+|([・･])\s*)(.*)$`,
  's',
);
/** Not an item: `- or -`, `--- Ferries ---`, `*   Harbour Weekly   *`, with marks around words, or as the sides of a box. */
const SEPARATED = /^\s*(?:-\s.{1,20}\s-|(-{2,4})\s.{1,80}\s\1|\*\s.{1,200}\s\s\*)\s*$/;
/** `1. a`, `1) a`, `1.) a`, `1). a`, `(1) a`, `<1> a`, `① a`; not the area code of a telephone number, `(555) 555-0100`. */
const NUMBER =
  /^(\s*)(?:(\d{1,3})(?:[.)]|\.\)|\)\.)\s+|[(<](?!\d{3}\)\s*\d)(\d{1,3})[)>]\s*(?=\S)|([①-⑳])\s*)(.*)$/s;
/** `1、a`: the next lines may be paragraphs of the item. */
const CHINESE = /^(\s*)(\d{1,3})、\s*(.*)$/s;
/** `1 - a`, `**1.** a`, `<strong>1 -</strong> a`: such lines may also begin like this by chance. */
const COUNTED =
  /^(\s*)(?:\*\*|<[bs][^<>]{0,200}>)?(\d{1,3})(?:(?<=^\s*\d+)\s[-–—]|(?<!^\s*\d+)(?:[.)]|\s?[-–—])\s?(?:\*\*|<\/\w+>))\s+(?=[^\d\s])(.*)$/s;
/** `   a. b`, `   b) c`, indented: such lines are words as often as items. */
const LETTER = /^\s+([a-z])[.)]\s+\S/;
/** `➤ a`, `→ a`: an arrow or a tick, which is no emoji. */
const SIGN = new RegExp(String.raw`^(\s*)([→➔➜➙➛➝➞➟➢➣➥➧➨➲➳➵➸➺➼➽✓✗✘${POINTERS}])\s+(\S.*)$`, 'su');
/** `– a`: such lines name the author of a quotation as often as they are items. */
const DASH = /^(\s*)([–—])\s*(?![–—])(.*)$/s;

/** The line as an item, judged by its mark alone. */
export function itemOf(line: string): ItemLine | undefined {
  return mayBeMarked(line) ? strongMark(line) : undefined;
}

function mayBeMarked(line: string): boolean {
  return !beginsWithLetter(line) && MAY_BE_MARKED.test(line) && !isSeparator(line);
}

/** `next`: the number that the list has come to, which is none of a date: `3. Terre`, `4. Mars`. */
function strongMark(line: string, next = 0): ItemLine | undefined {
  const bullet = BULLET.exec(line);
  if (bullet && !SEPARATED.test(line)) {
    const [, indent = '', mark = '-', , words = ''] = bullet;
    return { indent: indent.length + 2 * (mark.length - 1), mark: '-', words };
  }
  const numbered = NUMBER.exec(line);
  if (!numbered || (parseInt(numbered[2] ?? '', 10) !== next && beginsWithDay(line))) return undefined;
  const [, indent = '', dotted, bracketed, circled, words = ''] = numbered;
  const number = dotted ?? bracketed ?? String((circled?.charCodeAt(0) ?? 0) - 0x245f);
  return { indent: indent.length, mark: `${number}.`, words };
}

/**
 * For each line, the item that it begins. A dash, a letter or an emoji is a mark only if the next line with words, or
 * the one before, begins with one, too; for letters, with the next letter. `– Ann` alone below a quotation is its
 * author, and so is `-- Ann` outside a list. `1 - a` needs the next number. For emoji, see `emojiItems` and
 * `keycapLines`; for signs, `signRows`.
 */
export function itemLinesIn(lines: readonly string[]): (ItemLine | undefined)[] {
  const candidates = lines.map(mayBeMarked);
  const marks = lines.map((line, i) => (candidates[i] ? weakMark(line) : letterMark(line)));
  let next = 0;
  const items = lines.map((line, i) => {
    const item = candidates[i] ? strongMark(line, next) : undefined;
    if (item || beginsWithLetter(line)) next = parseInt(item?.mark ?? '', 10) + 1;
    return item;
  });
  let above = -1;
  lines.forEach((line, i) => {
    if (isBlank(line)) return;
    const mark = marks[i];
    const isTight = mark?.kind === 'number' || mark?.kind === 'letter';
    const isFirst = above < 0 || (isTight && above < i - 1);
    if (mark !== undefined && mark.sign === undefined && !isFirst && goOn(marks[above], mark)) {
      items[above] = marks[above];
      items[i] = mark;
    }
    if (candidates[i] && !items[i] && items[i - 1]) items[i] = unspacedItem(lines[i - 1] ?? '', line);
    if (candidates[i] && NESTED.test(line) && (above < 0 || !items[above])) items[i] = undefined;
    above = i;
  });
  for (const i of letteredLines(lines, marks)) items[i] = marks[i];
  for (const find of [tightDashes, circles, timedLines])
    for (const { line, indent, words } of find(lines))
      if (items[line]?.mark !== '-') items[line] = { indent, mark: '-', words };
  if (!marks.some((mark) => mark?.sign !== undefined)) return items;
  const signs = marks.map((mark) => mark?.sign);
  const arrows = signs.map((sign, i) => (marks[i]?.kind === 'sign' ? sign : undefined));
  for (const i of signRows(lines, arrows)) items[i] = marks[i];
  for (const i of emojiLines(lines, marks, items)) items[i] = marks[i];
  for (const i of keycapLines(lines, items)) items[i] ??= marks[i];
  for (const i of loneSigns(lines, signs, items)) items[i] = marks[i];
  return items;
}

/**
 * `*Crane comes` right below `* Ferry stops`: only the space after the mark is missing. `*Crane* comes` is in italics,
 * and `-wall` an option.
 */
const UNSPACED = /^(\s{0,3})([*-]).*\n\1\2(?=[\p{Lu}\p{Lo}[“„«])(?=[^*]*$)(\S+\s.*)$/u;

function unspacedItem(above: string, line: string): ItemLine | undefined {
  const [, { length: indent } = '', , words] = UNSPACED.exec(`${above}\n${line}`) ?? [];
  return words === undefined ? undefined : { indent, mark: '-', words };
}

/** The number or the letter of an item, as a number. */
function placeOf({ mark, words }: Mark): number {
  return parseInt(mark, 10) || words.charCodeAt(0);
}

/**
 * Returns the lines with a letter that go on from `a.` in one column, though blank lines or their own further lines,
 * which are indented, are between them.
 */
function letteredLines(lines: readonly string[], marks: readonly (Mark | undefined)[]): readonly number[] {
  const found: number[] = [];
  let row: number[] = [];
  let column = 0;
  const endRow = () => {
    if (row.length > 1) for (const i of row) found.push(i);
    row = [];
  };
  lines.forEach((line, i) => {
    if (isBlank(line)) return;
    const mark = marks[i]?.kind === 'letter' ? marks[i] : undefined;
    if (mark && row.length > 0 && mark.indent === column && goOn(marks[row.at(-1) ?? -1], mark)) row.push(i);
    else if (mark?.words.startsWith('a')) {
      endRow();
      row = [i];
      column = mark.indent;
    } else if (row.length > 0 && line.length - line.trimStart().length <= column) endRow();
  });
  endRow();
  return found;
}

/** Returns the lines that are items because of an emoji; see `emojiItems`. */
function emojiLines(
  lines: readonly string[],
  marks: readonly (Mark | undefined)[],
  items: readonly (ItemLine | undefined)[],
): readonly number[] {
  const isRow = (i: number) => marks[i]?.kind === 'emoji' && !FIGURES.test(lines[i] ?? '');
  if (!marks.some((_, i) => isRow(i))) return [];
  // Bold words after an emoji begin a story, unless another such line is next to it: `🚢 **Ferry stops** — …`.
  const isEmoji = lines.map((line, i) => isRow(i) && (isRow(i - 1) || isRow(i + 1) || !BOLD.test(line)));
  // One item below each of them says more of it; several are items of their own.
  const isInner = (i: number) => (items[i]?.indent ?? 0) >= (marks[i - 1]?.indent ?? 0) + 2;
  const inner = lines.flatMap((_, i) => (isEmoji[i - 1] && isInner(i) ? [i] : []));
  const nested = new Set(inner.some((i) => items[i + 1]) ? [] : inner);
  const goesOn = (i: number) =>
    nested.has(i) || LINK_LINE.test(lines[i] ?? '') || EMPTY_LINE.test(lines[i] ?? '');
  return emojiItems(lines, isEmoji, goesOn);
}

type Mark = ItemLine & {
  readonly kind: 'count' | 'dash' | 'emoji' | 'letter' | 'number' | 'sign';
  /** The emoji or the sign, which is a bullet if it recurs. */
  readonly sign?: string;
};

function goOn(above: Mark | undefined, mark: Mark): boolean {
  if (above?.kind !== mark.kind) return false;
  const isOrdered = mark.kind === 'count' || mark.kind === 'letter';
  return !isOrdered || placeOf(mark) === placeOf(above) + 1;
}

/** The letter stays in the words, because Markdown has no lists with letters. */
function letterMark(line: string): Mark | undefined {
  if (!line.startsWith(' ') || !LETTER.test(line)) return undefined;
  const words = line.trimStart();
  return { kind: 'letter', indent: line.length - words.length, mark: '-', words };
}

/** A mark that is only used to nest, below another item. */
const NESTED = /^\s*-{2,4}\s/;

/** `**` right after an emoji. */
const BOLD = /^\P{L}*\*\*/u;
/** `📊 Shown: 26 | 📅 Today: 91 | 📡 Feeds: 40`: three or more figures between bars. */
const FIGURES = /^(?:[^|:：]{1,40}[:：] ?[\d.,]+\s*(?:\||$)){3,9}\s*$/;
/** `🔗 https://a.example`: the source of the words above. */
const ADDRESS = /^<?https?:\/\//i;

/** An indented symbol alone, which a program wrote although it had no text for it: `   ➡`. */
const EMPTY_LINE = /^\s{2,8}[^\p{L}\p{N}\s<>()[\]*_|#+=`~-]{1,4}\s*$/u;

/** An address alone, indented or after an emoji, right below an item: `   🔗 https://a.example`. */
const LINK_LINE = /^(?:\s{2,8}|\s{0,8}[^\p{L}\p{N}\s<>()[\]*_]{1,4}\s{0,2})<?https?:\/\/\S{1,2000}\s*$/iu;

/** The line as an item, if it is in a row of others like it. */
function weakMark(line: string): Mark | undefined {
  const dash = DASH.exec(line);
  if (dash) {
    const [, indent = '', , words = ''] = dash;
    return { kind: 'dash', indent: indent.length, mark: '-', words };
  }
  const chinese = CHINESE.exec(line);
  const number = chinese ?? COUNTED.exec(line);
  if (number) {
    const [, indent = '', digits = '', words = ''] = number;
    return { kind: chinese ? 'number' : 'count', indent: indent.length, mark: `${digits}.`, words };
  }
  const signed = SIGN.exec(line);
  if (signed) {
    const [, indent = '', sign = '', words = ''] = signed;
    return { kind: 'sign', sign, indent: indent.length, mark: '-', words };
  }
  const text = line.trim();
  const emoji = emojiAtStart(text.slice(0, 80));
  if (!emoji || emoji.rest === '' || ADDRESS.test(emoji.rest) || kindOfTitle(text) !== 'prose')
    return undefined;
  return {
    kind: 'emoji',
    sign: emoji.emoji,
    indent: line.length - line.trimStart().length,
    mark: '-',
    words: text,
  };
}

/** Escapes words that begin like an item, for Markdown to read them as words: `1994. It was …`, `- or -`. */
export function unmarked(words: string): string {
  return words.replace(/^(\d*)([-+*.)])(?=\s|$)/, '$1\\$2');
}
