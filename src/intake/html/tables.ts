import { inSingleSpaces } from '../../base/tidy.ts';
import { type Element, elementsIn, insideOf, textIn } from './elements.ts';
import { PLAIN_STYLE, styleOf, type TextStyle, textStyleOf } from './textStyle.ts';

/** A row of a table, with its cells. */
export interface Row {
  readonly element: Element;
  readonly cells: readonly Element[];
}

/** Maximum length of a cell of data; longer texts are running text. */
const MAX_CELL_LENGTH = 200;
/** The same below a row of header cells, where a cell can be a paragraph. */
const MAX_NAMED_CELL_LENGTH = 2000;
/** The same for a table without header cells or other marks. */
const MAX_BARE_CELL_LENGTH = 60;
const BARE_ROWS = 3;
/** Wider tables fit on no screen. */
const MAX_CELLS = 20;

const PARTS = /^(?:thead|tbody|tfoot)$/;
const CELL = /^t[dh]$/;
/** Elements that do not occur in cells of data, or at most once. */
const LAYOUT = /^(?:h[1-6]|ul|ol|dl|p|div|blockquote|pre|hr|img|table|center|form)$/;

/** The rows of a table, without those of nested ones. */
export function rowsOf(table: Element): readonly Row[] {
  const rows = elementsIn(table).flatMap((child) => (PARTS.test(child.name) ? elementsIn(child) : [child]));
  return rows.filter(({ name }) => name === 'tr').map(rowOf);
}

export function rowOf(element: Element): Row {
  return { element, cells: elementsIn(element).filter(({ name }) => CELL.test(name)) };
}

/**
 * Whether a table contains data. Most tables in newsletters do not, but arrange a layout. A data table has header
 * cells, or several rows with the same number of short cells; and it contains no other table.
 */
export function isDataTable(table: Element, rows: readonly Row[]): boolean {
  const role = table.attributes['role'];
  if (role === 'presentation' || role === 'none' || rows.length < 2) return false;
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2 || width > MAX_CELLS || !rows.every(({ cells }) => cells.length === width)) return false;
  if (insideOf(table).some(({ name }) => name === 'table')) return false;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.some(({ attributes: { colspan = '1' } }) => colspan !== '1')) return false;
  const isNamed = cells.some(isHeader) || hasBoldNames(rows);
  const isMarked = isNamed || role === 'table' || elementsIn(table).some(({ name }) => name === 'thead');
  if (!isMarked && (rows.length < BARE_ROWS || rows.every(drawnListItem))) return false;
  const length = hasHeaderRow(rows)
    ? MAX_NAMED_CELL_LENGTH
    : isMarked
      ? MAX_CELL_LENGTH
      : MAX_BARE_CELL_LENGTH;
  return cells.every((cell) => isData(cell, length, isMarked));
}

/** Whether the first row names the columns. */
export function hasNames(rows: readonly Row[]): boolean {
  return rows[0]?.cells.some(isHeader) === true || hasBoldNames(rows);
}

/** Whether the first row consists of header cells, and no other does. Some newsletters write all of their cells so. */
function hasHeaderRow([first, ...others]: readonly Row[]): boolean {
  return first?.cells.every(isHeader) === true && !others.some(({ cells }) => cells.every(isHeader));
}

function isHeader({ name }: Element): boolean {
  return name === 'th';
}

/** Whether all of the first row is bold, and no other row is: so mail programs write the names of columns. */
function hasBoldNames([first, ...others]: readonly Row[]): boolean {
  return (
    first !== undefined &&
    others.length >= BARE_ROWS - 1 &&
    textIn(first.element, 1000).trim() !== '' &&
    first.cells.every((cell) => isBold(cell, PLAIN_STYLE)) &&
    !others.some(({ cells }) => cells.every((cell) => isBold(cell, PLAIN_STYLE)))
  );
}

/** Whether all words are bold, if there are any. */
function isBold(element: Element, around: TextStyle): boolean {
  const style = textStyleOf(element, styleOf(element), around);
  return element.children.every((child) =>
    typeof child === 'string' ? style.isStrong || child.trim() === '' : isBold(child, style),
  );
}

function isData(cell: Element, length: number, isMarked: boolean): boolean {
  const words = inSingleSpaces(textIn(cell, length * 4));
  if (words.length > length || (!isMarked && words === '')) return false;
  return isMarked ? blocksIn(cell) < 2 : blocksIn(cell) === 0;
}

function blocksIn(element: Element): number {
  let blocks = 0;
  for (const child of elementsIn(element)) blocks += blocksIn(child) + (LAYOUT.test(child.name) ? 1 : 0);
  return blocks;
}

/**
 * The content of a row that consists of a bullet or number and text: a list item, drawn for mail clients without lists.
 */
export function drawnListItem({
  cells,
}: Row): { readonly start?: number; readonly words: Element } | undefined {
  const [mark, words, ...others] = cells.filter((cell) => textIn(cell, 20).trim() !== '');
  if (!mark || !words || others.length > 0) return undefined;
  const text = textIn(mark, 20).trim();
  if (/^[•·▪‣●◦*!✓✔→►▶–-]$/.test(text)) return { words };
  const [, number] = /^(\d{1,3})[.)]$/.exec(text) ?? [];
  return number === undefined ? undefined : { start: Number(number), words };
}
