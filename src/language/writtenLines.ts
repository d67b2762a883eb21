import type { Structure } from '../briefing/structure/structure.ts';

const OPEN = '<!--';
const CLOSE = '-->';

/** The lines of a text with code, comments and front matter blanked out. All other characters keep their positions. */
export function writtenLines({ document }: Structure): readonly string[] {
  const { lines, frontMatter, blocks, footnotes } = document;
  const hidden = new Set<number>();
  for (let line = 0; line < frontMatter.end; line++) hidden.add(line);
  for (const { tokens } of [...blocks, ...footnotes.values()])
    for (const { type, map } of tokens)
      if (map && (type === 'fence' || type === 'code_block'))
        for (let line = map[0]; line < map[1]; line++) hidden.add(line);
  const shown = lines.map((line, at) => (hidden.has(at) ? '' : withoutCode(line)));
  return shown.some((line) => line.includes(OPEN)) ? withoutComments(shown) : shown;
}

/** Blanks out code spans: each ends with as many backticks as it begins with. */
function withoutCode(line: string): string {
  if (!line.includes('`')) return line;
  const runs = [...line.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const next = nextOfSameLength(runs);
  let made = '';
  let end = 0;
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i];
    const close = next[i];
    if (!open || close === undefined) continue;
    const after = (runs[close]?.index ?? 0) + open.length;
    made += line.slice(end, open.index) + ' '.repeat(after - open.index);
    end = after;
    i = close;
  }
  return made + line.slice(end);
}

/** Returns, for each run of backticks, the index of the next run of the same length. */
function nextOfSameLength(runs: readonly { readonly length: number }[]): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const later = new Map<number, number>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const { length = 0 } = runs[i] ?? {};
    next[i] = later.get(length);
    later.set(length, i);
  }
  return next;
}

/** Blanks out comments, which may span lines. One that is never closed is text. */
function withoutComments(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  let made = '';
  let end = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, end)) {
    const close = text.indexOf(CLOSE, open + OPEN.length);
    if (close < 0) break;
    const after = close + CLOSE.length;
    made += text.slice(end, open) + text.slice(open, after).replace(/[^\n]/g, ' ');
    end = after;
  }
  return (made + text.slice(end)).split('\n');
}
