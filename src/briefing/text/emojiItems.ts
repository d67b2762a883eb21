import { isBlank } from './sourceText.ts';
import { kindOfTitle } from './vocabulary.ts';

/** Lines that begin with an emoji, right below one another, but for what goes on below one. */
interface Row {
  readonly from: number;
  /** Those lines. */
  readonly items: readonly number[];
  /** The first line below it. */
  readonly to: number;
  /** The line above it is a section's name. */
  readonly isNamed: boolean;
  /** Where it is one line: which one it is of those with but blank lines between. */
  readonly single: number;
}

/**
 * The lines that are items by the emoji that they begin with (`isEmoji`): those of a row of two and more, and rows of one line from
 * three on. A pair with a blank line between is none, nor is a section's name (`🔑 Key Takeaways`), nor a line that
 * heads its row: `🚢 Ferries` / `🕘 The last one goes at nine.` / `🎫 Fares rise.` What goes on below an item (`goesOn`)
 * belongs to it.
 */
export function emojiItems(
  lines: readonly string[],
  isEmoji: readonly boolean[],
  goesOn: (line: number) => boolean,
): number[] {
  const rows = rowsOf(lines, isEmoji, goesOn);
  const heads = headsOf(rows, lines);
  const found: number[] = [];
  rows.forEach((row, at) => {
    const { items, single } = row;
    // A single row is of three where the third of them is it, or stands next or next but one below it.
    const isOfThree = single > 2 || (single > 0 && rows[at + 3 - single]?.single === 3);
    const own = heads.has(row) ? items.slice(1) : items;
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
      rows.push({ from, items, to, isNamed, single: items.length > 1 ? 0 : before + 1 });
      from = to - 1;
    }
    above = from;
  }
  return rows;
}

/** A line that heads others is no longer. */
const HEAD_LENGTH = 40;

/**
 * The rows whose first line heads what is below it: where all rows, and two at least, have a section's name above them or
 * begin with a line that ends no sentence and is shorter than all others of its row.
 */
function headsOf(rows: readonly Row[], lines: readonly string[]): ReadonlySet<Row> {
  const heads = new Set<Row>();
  let others = 0;
  for (const row of rows) {
    if (row.single > 0 && !row.isNamed) continue;
    const [head = '', ...below] = row.items.map((i) => (lines[i] ?? '').trim());
    const isShort = head.length <= HEAD_LENGTH && !/[.!?;,。！？]$/u.test(head);
    if (!row.isNamed && isShort && below.every((line) => line.length > head.length)) heads.add(row);
    else if (!row.isNamed) return new Set();
    else others++;
  }
  return heads.size + others > 1 ? heads : new Set();
}
