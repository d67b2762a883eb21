import { announcesLog } from '../../text/logTitles.ts';
import { headingMarks, isBlank, isSeparator } from '../../text/sourceText.ts';
import { kindOfTitle } from '../../text/vocabulary.ts';
import { countsOf } from '../../../base/collections/counts.ts';

/** A title of folded text, on one line: `<summary><b>Ferry stops</b></summary>`, after `<details>` or below it. */
const SUMMARY =
  /^ {0,3}(?:<details(?:\s[^<>]{0,200})?>\s*)?<summary(?:\s[^<>]{0,200})?>(.{1,400}?)<\/summary>\s*$/i;
const FOLD = /^ {0,3}<\/?details(?:\s[^<>]{0,200})?>\s*$/i;
/** The next fold or heading. */
const NEXT = /^ {0,3}(?:<\/?details|#)/i;
/** Within how many lines of it text is below a fold. */
const NEAR = 6;
/** What only formats a title. */
const FORMAT = /<\/?(?:b|strong|i|em|u|small|big|sub|span|font|h[1-6])(?:\s[^<>]{0,200})?>/gi;
/** One fold hides the rest of a text; several have a story each. */
const SEVERAL = 2;

/**
 * Writes the titles of folded texts as bold lines, if there are several: Markdown would show them as text that runs
 * into what is below. A title that names the sources of a part with a heading, or a program's log, is a heading.
 */
export function withFoldedTitles(
  lines: readonly string[],
  codeOf: () => readonly boolean[],
): readonly string[] {
  // A cheap first check: most texts have none.
  if (!lines.some((line) => line.includes('</summary>'))) return lines;
  const code = codeOf();
  const titles = new Map<number, string>();
  lines.forEach((line, i) => {
    const title = code[i] ? undefined : titleIn(line);
    if (title !== undefined) titles.set(i, title);
  });
  const known = headingsIn(lines, titles);
  const told = new Set([...titles].filter(([i]) => !known.has(i)).map(([, title]) => title));
  const areStories = told.size >= SEVERAL;
  if (!areStories && known.size === 0) return lines;
  return lines.map((line, i) => {
    const title = titles.get(i);
    const heading = known.get(i);
    if (heading !== undefined) return heading;
    if (!areStories) return line;
    if (title !== undefined) return `**${title}**`;
    if (code[i] || !FOLD.test(line)) return line;
    // The text below the last title ends with its fold.
    const below = lines.slice(i + 1, i + NEAR).find((one) => !isBlank(one)) ?? '';
    return line.includes('</') && below !== '' && !NEXT.test(below) ? '***' : '';
  });
}

/**
 * For each line, whether the next `</details>` ends the text or a part of it: nothing, a heading, a rule or another fold
 * is below it.
 */
function endingLines(lines: readonly string[]): readonly boolean[] {
  const ends: boolean[] = [];
  let isEnding = false;
  let below: string | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (/<\/details>/i.test(line)) isEnding = below === undefined || NEXT.test(below) || isSeparator(below);
    if (!isBlank(line)) below = line;
    ends[i] = isEnding;
  }
  return ends;
}

/** The titles that name sources or a log and occur once, as headings at the level of the one above. */
function headingsIn(
  lines: readonly string[],
  titles: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const known = [...titles].filter(
    ([, title]) => kindOfTitle(title) === 'references' || announcesLog(title, true),
  );
  if (known.length === 0) return found;
  const times = countsOf(known.map(([, title]) => title));
  const single = new Map(known.filter(([, title]) => times.get(title) === 1));
  const ends = endingLines(lines);
  let marks = '';
  lines.forEach((line, i) => {
    const level = headingMarks(line);
    if (level !== '') marks = level === '#' ? '##' : level;
    const title = single.get(i);
    if (title !== undefined && marks !== '' && ends[i] === true) found.set(i, `${marks} ${title}`);
  });
  return found;
}

function titleIn(line: string): string | undefined {
  const title = SUMMARY.exec(line)?.[1]
    ?.replace(FORMAT, '')
    .replace(/^\s*\*\*|\*\*\s*$/g, '')
    .trim();
  return title === undefined || title === '' || /<[a-z/]/i.test(title) ? undefined : title;
}
