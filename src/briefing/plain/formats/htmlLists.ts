import { fencedLines } from '../../text/fences.ts';

/** Lines that replace others, each with the source line that it comes from. */
export interface MovedLines {
  readonly lines: readonly string[];
  readonly origins: readonly number[];
}

const OPENS = /^ {0,3}<[uo]l(?:\s[^<>]{0,400})?>/i;
const TAG = /<(\/?)([uo]l|li)(?:\s[^<>]{0,400})?>/gi;
const LIST_TAG = /<(\/?)[uo]l(?:\s[^<>]{0,400})?>/gi;
/** A tag that begins a paragraph of its own in an item. */
const APART = /^<(?:p|div|blockquote)(?:\s[^<>]{0,400})?>/i;
/** Maximum number of items in a text, and maximum nesting. Real texts have less. */
const [MAX_ITEMS, MAX_DEPTH] = [4000, 20];

/**
 * Writes HTML's lists as Markdown's, wherever their tags are in the lines: `<ul><li>Ferry</li><li>Crane</li></ul>` is
 * two items. Undefined if there is none, or one that is not closed.
 */
export function readHtmlLists(source: readonly string[]): MovedLines | undefined {
  if (!source.some((line) => OPENS.test(line))) return undefined;
  const moved = new Writer();
  const isCode = fencedLines(source);
  for (let i = 0; i < source.length; i++) {
    const line = source[i] ?? '';
    const end = isCode[i] !== true && OPENS.test(line) ? endOfList(source, i) : i;
    // Going on would search to the end again for each list that is not closed.
    if (end === undefined) return undefined;
    if (end === i) moved.write(line, i);
    else writeList(source.slice(i, end), i, moved);
    i = Math.max(i, end - 1);
  }
  return moved.items === 0 || moved.items > MAX_ITEMS ? undefined : moved;
}

/** Returns the line after the one that closes the list; undefined if there is none. */
function endOfList(source: readonly string[], from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    for (const [, slash] of (source[i] ?? '').matchAll(LIST_TAG)) depth += slash === '' ? 1 : -1;
    if (depth > MAX_DEPTH) return undefined;
    if (depth <= 0) return i + 1;
  }
  return undefined;
}

/** An open list: how far its items are indented, and how many it has so far. */
interface OpenList {
  readonly indent: string;
  readonly isNumbered: boolean;
  count: number;
}

function writeList(source: readonly string[], start: number, moved: Writer): void {
  const open: OpenList[] = [];
  // The mark to write before the next words; undefined if they are only indented.
  let mark: string | undefined;
  const place = () => {
    const list = open.at(-1);
    return list ? list.indent + (list.isNumbered ? '   ' : '  ') : '';
  };
  source.forEach((line, at) => {
    let end = 0;
    const say = (words: string) => {
      const said = words.trim();
      if (said === '') return;
      if (mark === undefined && APART.test(said)) moved.write('', start + at);
      moved.write((mark ?? place()) + said, start + at);
      mark = undefined;
    };
    for (const { 0: tag, 1: slash, 2: name = '', index } of line.matchAll(TAG)) {
      say(line.slice(end, index));
      end = index + tag.length;
      const list = open.at(-1);
      if (name.toLowerCase() !== 'li') {
        // A blank line separates the outermost list from the text around it.
        if (open.length < 2) moved.write('', start + at);
        if (slash === '') open.push({ indent: place(), isNumbered: name.toLowerCase() === 'ol', count: 0 });
        else open.pop();
        mark = undefined;
      } else if (slash === '' && list) {
        list.count++;
        moved.items++;
        mark = list.indent + (list.isNumbered ? `${String(list.count)}. ` : '- ');
      }
    }
    say(line.slice(end));
  });
}

class Writer implements MovedLines {
  readonly lines: string[] = [];
  readonly origins: number[] = [];
  items = 0;

  write(line: string, sourceLine: number): void {
    this.lines.push(line);
    this.origins.push(sourceLine);
  }
}
