import { addToGroup } from '../../../base/collections/groupBy.ts';
import { isBlank } from '../sourceText.ts';
import { kindOfTitle } from '../vocabulary.ts';
import { endsAsNoTitle, endsSentence } from '../sentences.ts';

/** Consecutive lines that begin with an emoji, and the lines that continue them. */
interface Row {
  readonly from: number;
  /** The line above with words. */
  readonly above: string;
  /** The lines that begin with an emoji. */
  readonly items: readonly number[];
  /** The first line after it. */
  readonly to: number;
  /** Whether the line above is the name of a section. */
  readonly isNamed: boolean;
  /** The position of a row of one item, from 1, among such rows with only blank lines between them; otherwise 0. */
  readonly single: number;
}

/**
 * Returns the lines that are list items because of the emoji that they begin with (`isEmoji`): those of a row of two
 * or more, single ones below the name of a section, and at least three single ones with blank lines between. The name
 * of a section (`🔑 Key Takeaways`) is not an item, nor is a line that is the heading of its row: `🚢 Ferries` / `🕘 The
 * last one goes at nine.` / `🎫 Fares rise.` Lines that continue an item (`goesOn`) belong to it.
 */
export function emojiItems(
  lines: readonly string[],
  isEmoji: readonly boolean[],
  goesOn: (line: number) => boolean,
): number[] {
  const rows = rowsOf(lines, isEmoji, goesOn);
  const heads = headsOf(rows, lines);
  const fields = fieldsOf(rows, lines);
  const found: number[] = [];
  rows.forEach((row, at) => {
    const { items, single } = row;
    // A single line is one of three if it is the third or later, or if the third is at most two rows below it.
    const isOfThree = single > 2 || (single > 0 && rows[at + 3 - single]?.single === 3);
    // Right below a headline, all lines of a record are its fields.
    const first = single === 0 && isBlank(lines[row.from - 1]) ? items.slice(0, 1) : [];
    const own = fields.has(row) ? first : heads.has(row) ? items.slice(1) : items;
    if (single === 0 || row.isNamed || isOfThree) for (const i of own) found.push(i);
  });
  return found;
}

function rowsOf(
  lines: readonly string[],
  isEmoji: readonly boolean[],
  goesOn: (line: number) => boolean,
): Row[] {
  const rows: Row[] = [];
  let above = -1;
  for (let from = 0; from < lines.length; from++) {
    if (isBlank(lines[from])) continue;
    let to = from;
    const items: number[] = [];
    for (; isEmoji[to] === true || (to > from && goesOn(to)); to++) if (isEmoji[to]) items.push(to);
    if (to > from) {
      const last = rows.at(-1);
      const before = last?.to === above + 1 ? last.single : 0;
      const isNamed = above >= 0 && kindOfTitle(lines[above] ?? '') !== 'prose';
      rows.push({
        from,
        above: lines[above] ?? '',
        items,
        to,
        isNamed,
        single: items.length > 1 ? 0 : before + 1,
      });
      from = to - 1;
    }
    above = from;
  }
  return rows;
}

/**
 * The rows that are records and no list: at least three begin their lines with the same emoji, all different. The lines are
 * data, `🚢 Anna` / `📅 3 March`, or single ones with blank lines between, below a headline in bold.
 */
function fieldsOf(rows: readonly Row[], lines: readonly string[]): ReadonlySet<Row> {
  const alike = new Map<string, Row[][]>();
  const groups: Row[][] = [];
  for (const row of rows) {
    if (row.single > 1) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  for (const group of groups) {
    const items = group.flatMap((row) => row.items);
    const signs = new Set(items.map((i) => lines[i]?.trim().codePointAt(0)));
    if (signs.size < 2 || signs.size < items.length) continue;
    const areFields = group.some(({ from, above, to, single }) =>
      single > 0 ? HEADLINE.test(above) : DATA.test(lines.slice(from, to).join('\n')),
    );
    if (areFields) addToGroup(alike, [...signs].join(), group);
  }
  return new Set([...alike.values()].filter(({ length }) => length > 2).flat(2));
}

/** A line in bold, which may be a link. */
const HEADLINE = /^\[?\*\*.*[*)]\s*$/;

/** Lines of which none ends a sentence, and one below the first has a date, a price or an address. */
const DATA = /^(?![^]*[.!?…。！？]\s*(?:\n|$)).*\n[^]*(?:\d|:\/\/)/;

/** Maximum length of the heading of a row. In UTF-16 units. */
const HEAD_LENGTH = 40;

/**
 * The rows whose first line is the heading of the others. There are such rows only if there are at least two rows,
 * and each is below the name of a section, or begins with a line that does not end a sentence and is shorter than all
 * others of the row.
 */
function headsOf(rows: readonly Row[], lines: readonly string[]): ReadonlySet<Row> {
  const heads = new Set<Row>();
  let others = 0;
  for (const row of rows) {
    if (row.single > 0 && !row.isNamed) continue;
    const [head = '', ...below] = row.items.map((i) => (lines[i] ?? '').trim());
    const isShort = head.length <= HEAD_LENGTH && !endsSentence(head) && !endsAsNoTitle(head);
    if (!row.isNamed && isShort && below.every((line) => line.length > head.length)) heads.add(row);
    else if (!row.isNamed) return new Set();
    else others++;
  }
  return heads.size + others > 1 ? heads : new Set();
}
