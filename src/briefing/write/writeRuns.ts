import { hasWord } from '../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { tokenOf } from '../grammar/tokens.ts';
import { safeUrl } from '../text/links/safeUrl.ts';
import { splitSpaces } from './escapeMarks.ts';
import { writeInline } from './writeMarkdown.ts';

/** Words that have the same marks. White space is folded; a `\n` ends a line. */
export interface Run {
  readonly text: string;
  /** An address for a live link. Whoever makes the run has checked that it may be live. */
  readonly link?: string | undefined;
  readonly isStrong?: boolean;
  readonly isStressed?: boolean;
  readonly isCode?: boolean;
}

type Mark = 'link' | 'isStrong' | 'isStressed';

/** Marks from the outermost to the innermost, in the order that Markdown reads best: `[**a *b***](…)`. */
const MARKS: readonly { readonly mark: Mark; readonly type: string; readonly tag: string }[] = [
  { mark: 'link', type: 'link', tag: 'a' },
  { mark: 'isStrong', type: 'strong', tag: 'strong' },
  { mark: 'isStressed', type: 'em', tag: 'em' },
];

const SPACE = /^\s/;
const MARK = /^[\p{P}\p{S}]/u;
const OPENING_MARK = /^["'\p{Ps}\p{Pi}]/u;
const WORD = /^[\p{L}\p{N}]/u;

/** `[1]` or an address in a text. The characters after it decide whether it is one. */
const CITATION_OR_ADDRESS =
  /(?<!(?<!\[\d{1,3})\])(\[\d{1,3}\])(?!\[(?!\d{1,3}\])|[(:\w])|(https?:\/\/[\w.-]{1,200}\w(?::\d{1,5})?(?:[/?#][\w./~:?#@!$&'+,;=%-]{0,2000}[\w/~#=&+%-]|\/)?)(?=[\s,;:!?'")\]（），。、；：！？」』】》»…]|\.(?!\w)|$)/g;

/**
 * Maximum number of runs in a line: a person writes fewer. The words of a longer line are kept, without the marks.
 */
const MAX_RUNS = 20_000;

/** Writes runs as Markdown, a string for each line, without empty lines. `isStart`: whether they begin a line. */
export function writeRuns(runs: readonly Run[], isStart = true): readonly string[] {
  return linesOfRuns(runs)
    .map((line) => {
      const tokens: Token[] = [];
      pushRuns(tokens, line, 0, { before: ' ', after: ' ' });
      return writeInline(tokens, isStart);
    })
    .filter((line) => line !== '');
}

/** The runs of each line, without empty ones. Neighbours with the same marks are joined. */
function linesOfRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(text === run.text ? run : { ...run, text });
    });
  }
  return lines.map((line) =>
    line.length > MAX_RUNS ? [{ text: line.map(({ text }) => text).join('') }] : joined(line),
  );
}

function joined(line: readonly Run[]): readonly Run[] {
  const runs: Run[] = [];
  for (const run of line) {
    const last = runs.at(-1);
    if (last && isAlike(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

function isAlike(a: Run, b: Run): boolean {
  return MARKS.every(({ mark }) => sameMark(a, b, mark)) && (a.isCode ?? false) === (b.isCode ?? false);
}

function sameMark(a: Run, b: Run, mark: Mark): boolean {
  return (a[mark] ?? false) === (b[mark] ?? false);
}

/** The characters before and after some runs; `*` for a mark. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Appends the tokens of runs on one line, which are alike in all marks before `level`. Returns the last character. */
function pushRuns(tokens: Token[], runs: readonly Run[], level: number, sides: Sides): string {
  const kind = MARKS[level];
  if (!kind) {
    for (const run of runs) pushWords(tokens, run);
    return runs.at(-1)?.text.at(-1) ?? sides.before;
  }
  if (!runs.some((run) => run[kind.mark])) return pushRuns(tokens, runs, level + 1, sides);
  let before = sides.before;
  for (let from = 0, to = 0; from < runs.length; from = to) {
    const first = runs[from];
    while (to < runs.length && first && sameMark(first, runs[to] ?? first, kind.mark)) to++;
    const group = runs.slice(from, to);
    const words = group.map(({ text }) => text).join('');
    const around = { before, after: firstOf(runs[to]?.text) ?? sides.after };
    const isMarked = Boolean(first?.[kind.mark]) && isReadable(kind.mark, words, around);
    if (isMarked) {
      const isLink = kind.mark === 'link';
      const open = inlineToken(`${kind.type}_open`, kind.tag, 1);
      if (isLink) open.attrSet('href', first?.link ?? '');
      else open.markup = '*';
      tokens.push(open);
      pushRuns(tokens, group, level + 1, isLink ? { before: '[', after: ']' } : around);
      tokens.push(inlineToken(`${kind.type}_close`, kind.tag, -1));
      before = isLink ? ']' : /\s$/.test(words) ? ' ' : '*';
    } else {
      before = pushRuns(tokens, group, level + 1, around);
    }
  }
  return before;
}

function firstOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /^./u.exec(text)?.[0];
}

/** Whether Markdown's marks would be read as such: they need words inside, and no words right outside. */
function isReadable(mark: Mark, text: string, { before, after }: Sides): boolean {
  const words = text.trim();
  if (mark === 'link') return words !== '';
  // A sign alone, `▶` before a headline, is in bold for its looks only.
  if (!hasWord(words)) return false;
  const left = SPACE.test(text) ? ' ' : before;
  const right = /\s$/.test(text) ? ' ' : after;
  if (left === '*') return false;
  const last = /.$/u.exec(words)?.[0] ?? '';
  const opens = !MARK.test(words) || SPACE.test(left) || MARK.test(left);
  // `**Ferry:**late` is read as bold, see tightBold.ts.
  const isTight = mark === 'isStrong' && WORD.test(right) && !OPENING_MARK.test(last);
  return opens && (!MARK.test(last) || SPACE.test(right) || MARK.test(right) || isTight);
}

function pushWords(tokens: Token[], { text, link, isCode = false }: Run): void {
  if (isCode && text.trim() !== '') {
    const { before, words, after } = splitSpaces(text);
    pushText(tokens, before);
    tokens.push(inlineToken('code_inline', 'code', 0, words));
    pushText(tokens, after);
    return;
  }
  let from = 0;
  const isSearched = link === undefined && /\[\d|:\/\//.test(text);
  for (const found of isSearched ? text.matchAll(CITATION_OR_ADDRESS) : []) {
    const [whole, citation, address] = found;
    if (address !== undefined && (/\w$/.test(text.slice(from, found.index)) || !safeUrl(address))) continue;
    pushText(tokens, text.slice(from, found.index));
    from = found.index + whole.length;
    if (citation === undefined) pushAddress(tokens, whole);
    else tokens.push(Object.assign(inlineToken('citation', '', 0), { markup: citation }));
  }
  pushText(tokens, text.slice(from));
}

function pushAddress(tokens: Token[], address: string): void {
  const open = inlineToken('link_open', 'a', 1);
  open.attrSet('href', address);
  tokens.push(open);
  pushText(tokens, address);
  tokens.push(inlineToken('link_close', 'a', -1));
}

function pushText(tokens: Token[], text: string): void {
  if (text !== '') tokens.push(inlineToken('text', '', 0, text));
}

function inlineToken(type: string, tag: string, nesting: -1 | 0 | 1, content = ''): Token {
  return tokenOf(type, tag, nesting, { block: false, content });
}
