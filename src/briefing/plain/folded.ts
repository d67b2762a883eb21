import { isBlank } from '../text/sourceText.ts';

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
 * into what is below.
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
  if (new Set(titles.values()).size < SEVERAL) return lines;
  return lines.map((line, i) => {
    const title = titles.get(i);
    if (title !== undefined) return `**${title}**`;
    if (code[i] || !FOLD.test(line)) return line;
    // The text below the last title ends with its fold.
    const below = lines.slice(i + 1, i + NEAR).find((one) => !isBlank(one)) ?? '';
    return line.includes('</') && below !== '' && !NEXT.test(below) ? '***' : '';
  });
}

function titleIn(line: string): string | undefined {
  const title = SUMMARY.exec(line)?.[1]
    ?.replace(FORMAT, '')
    .replace(/^\s*\*\*|\*\*\s*$/g, '')
    .trim();
  return title === undefined || title === '' || /<[a-z/]/i.test(title) ? undefined : title;
}
