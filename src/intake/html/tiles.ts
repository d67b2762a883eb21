import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { isMostlyDate } from '../../briefing/text/dates/date.ts';
import { withCards } from './cards.ts';
import { inOneLine, textOfPart } from './inOneLine.ts';
import type { Box, PageFacts } from './pageFacts.ts';

/** Minimum number of tiles of a table. */
const MIN_TILES = 3;
const MAX_LINES = 5;
/** The longest line of a tile, in UTF-16 units. */
const MAX_LENGTH = 60;

/** A figure with its unit: `7.728,2`, `▼ −0,32 %`, `83,5 USD`. */
const FIGURE = /^[^\p{L}\d]{0,4}\d[^\p{L}]{0,20}\p{L}{0,3}$/u;

/**
 * Makes items of a page’s cards, as {@link withCards} does, and tables of its tiles, which would be columns of single
 * words: three or more elements of a kind, one right after the other, each of a name and figures.
 * `<div class="tile"><div>Wheat</div><div>541.25</div></div>`
 */
export function withCardsAndTiles(
  parts: readonly Part[],
  facts: PageFacts,
  clean: (inside: readonly Part[]) => readonly Part[],
): readonly Part[] {
  /** What takes the place of a part: the table for the first part of its tiles, and nothing for the others. */
  const instead = new Map<Part, readonly Part[]>();
  for (const kind of facts.boxes.values())
    for (const tiles of rowsIn(parts, kind)) {
      const figures = tiles.filter((tile) => linesOf(tile).some(isFigure));
      if (tiles.length >= MIN_TILES && figures.length * 3 >= tiles.length * 2)
        tiles.flat().forEach((part, at) => instead.set(part, at === 0 ? [tableOf(tiles)] : []));
    }
  return withCards(parts, facts, clean).flatMap((part) => instead.get(part) ?? [part]);
}

type Tile = readonly Part[];

/** The tiles of a kind, in rows of those that are one right after the other. */
function rowsIn(parts: readonly Part[], kind: readonly Box[]): readonly (readonly Tile[])[] {
  const rows: Tile[][] = [[]];
  let end = 0;
  for (const { from, to } of kind) {
    const tile = to - from <= MAX_LINES ? parts.slice(from, to) : [];
    if (!isTile(tile)) continue;
    if (from !== end) rows.push([]);
    rows.at(-1)?.push(tile);
    end = to;
  }
  return rows;
}

function tableOf(tiles: readonly Tile[]): Part {
  const columns = [...Array(MAX_LINES).keys()].filter((at) => tiles.some((tile) => at < tile.length));
  // A table has the names of its columns first, which tiles do not have.
  return {
    kind: 'table',
    rows: [[], ...tiles].map((tile) => columns.map((at) => inOneLine(tile.slice(at, at + 1)))),
  };
}

/** Whether parts are short lines without links, one of them a name. `• 0.00 %` is read as a list. */
function isTile(parts: Tile): boolean {
  const lines = linesOf(parts);
  return (
    lines.length > 1 &&
    lines.some((line) => /\p{L}/u.test(line) && !isFigure(line)) &&
    lines.every(({ length }) => length > 0 && length <= MAX_LENGTH) &&
    parts.every(({ kind }) => kind === 'paragraph' || kind === 'list') &&
    inOneLine(parts).every(({ link }) => link === undefined)
  );
}

function linesOf(parts: Tile): readonly string[] {
  return parts.map(textOfPart);
}

function isFigure(line: string): boolean {
  return FIGURE.test(line) && !isMostlyDate(line);
}
