import { itemOf } from '../../text/bullets/listMarks.ts';
import { fencedLines } from '../../text/fences.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { isBlank } from '../../text/sourceText.ts';

/** A shortcode of Hugo alone on its line, `{{% event "3 March" link="https://a.example" %}}`, or its end, `{{% /event %}}`. */
const TAG = /^\{\{([%<])\s*(\/?)\s*([\w./-]{1,60})(?:\s+(\S.*?))?\s*([%>])\}\}\s*$/;
/** A parameter with its name, if it has one: `link="https://a.example"`, `"Ferry stops"`. */
const PARAMETER = /(?:([\w-]+)=)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S+))/g;
const LINK = /^(?:link|url|href|source)$/i;
/** Words without a key: several, or one that is not a small one, as is the kind of a part, `"warning"`. */
const TITLE_WORDS = /^(?=.*[\p{L}\p{N}])(?:[^\p{Ll}/.#]|.*\s)/u;
const TITLE = /^(?:title|headline|heading)$/i;
/** Code that a shortcode colours or draws. */
const CODE = /highlight|code|math|katex|mermaid|chart|diagram/i;
/** What begins no text of a story: a heading, a quotation, a row, HTML or code. */
const BLOCK = /^(?:\s*(?:#{1,6}\s|[>|<]|```|~~~)| {4}|\t)/;
const HEADING = /^ {0,3}#{1,6}\s/;
const MAX_LENGTH = 2000;
const MAX_LINES = 200;

/** A text between a shortcode and its end, which are both alone on their lines. */
interface Story {
  readonly from: number;
  readonly end: number;
  readonly name: string;
  readonly parameters: string;
}

/**
 * Writes texts between shortcodes as items, line for line, if two of one name are one below the other:
 * `{{% news %}}` / `The ferry stops.` / `{{% /news %}}`. A quoted title is the first line of its item, and the address
 * of a link its last.
 */
export function withShortcodeItems(lines: readonly string[]): readonly string[] {
  // A cheap first check: most texts have none.
  if (!lines.some((line) => line.startsWith('{{') && line.includes('/'))) return lines;
  const stories = storiesIn(lines);
  const names = new Set(
    stories.flatMap(({ name, end }, i) => {
      const next = stories[i + 1];
      return next?.name === name && lines.slice(end + 1, next.from).every(isBlank) ? [name] : [];
    }),
  );
  for (const { name, from, end } of stories) if (!isStory(lines.slice(from + 1, end))) names.delete(name);
  const shown = [...lines];
  for (const story of stories) if (names.has(story.name)) writeItem(shown, story);
  return shown;
}

function storiesIn(lines: readonly string[]): readonly Story[] {
  const found: Story[] = [];
  const code = fencedLines(lines);
  let open: Story | undefined;
  lines.forEach((line, i) => {
    const [, mark, end, name = '', parameters = '', last] =
      line.startsWith('{{') && line.length <= MAX_LENGTH && !code[i] ? (TAG.exec(line) ?? []) : [];
    if (mark === undefined || (mark === '%') !== (last === '%') || CODE.test(name)) return;
    if (end === '') open = { from: i, end: i, name, parameters };
    else if (open?.name === name && i - open.from <= MAX_LINES && isEnd(lines[i + 1]))
      found.push({ ...open, end: i });
    if (end !== '') open = undefined;
  });
  return found;
}

/** Whether nothing continues a text: Markdown would add a line of words to the item. */
function isEnd(below: string | undefined): boolean {
  return isBlank(below) || HEADING.test(below ?? '') || TAG.test(below ?? '');
}

/** Whether lines are words, and not a list or a part of a page. */
function isStory(lines: readonly string[]): boolean {
  const first = lines.find((line) => !isBlank(line)) ?? '# ';
  return !BLOCK.test(first) && itemOf(first) === undefined && !lines.some((line) => HEADING.test(line));
}

function writeItem(shown: string[], { from, end, parameters }: Story): void {
  const { title, url } = parametersOf(parameters);
  shown[from] = title === undefined ? '' : `- ${/[*_]/.test(title) ? title : `**${title}**`}  `;
  let mark = title === undefined ? '- ' : '  ';
  for (let i = from + 1; i < end; i++) {
    if (isBlank(shown[i])) continue;
    shown[i] = `${mark}${shown[i] ?? ''}`;
    mark = '  ';
  }
  shown[end] = url === undefined ? '' : `  - <${url}>`;
}

/** The title among the parameters, and the address of the source. */
function parametersOf(written: string): { title?: string; url?: string } {
  const found: { title?: string; url?: string } = {};
  for (const [, key, quoted, raw = quoted, word = raw] of written.matchAll(PARAMETER)) {
    const value = (word ?? '').replace(/\\"/g, '"').trim();
    const isAddress = safeUrl(value) !== undefined && !/[<>]/.test(value);
    if (isAddress && (key === undefined || LINK.test(key))) found.url ??= value;
    else if (
      raw !== undefined &&
      !isAddress &&
      (key === undefined ? TITLE_WORDS.test(value) : TITLE.test(key))
    )
      found.title ??= value;
  }
  return found;
}
