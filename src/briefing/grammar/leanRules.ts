import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { isLabelBelowItem } from './labelBelowItem.ts';

/**
 * Characters at which an inline rule of this grammar may begin, and a closing bracket. markdown-it also stops at `-`,
 * `=` and others, for rules that are not used here, and tries every rule at each of them.
 */
const STOPS = Uint8Array.from({ length: 128 }, (_, unit) =>
  '\n\\`~*_[]!<&^{:'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** Makes markdown-it produce the same tokens with less work, by leaving out what this grammar does not need. */
export function leanRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.at('text', plainWords);
  markdown.core.ruler.at('normalize', normalize);
  leanLines(markdown);
  markdown.block.ruler.before('table', 'plain_paragraph', plainParagraph);
}

/** Reads words up to the next mark. */
function plainWords(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  let end = pos;
  for (; end < posMax; end++) {
    const unit = src.charCodeAt(end);
    if (unit < STOPS.length && STOPS[unit] === 1) break;
  }
  if (end === pos) return false;
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

/** Normalizes line endings and NULs. Hardly any text needs it. */
function normalize(state: StateCore): void {
  if (state.src.includes('\r')) state.src = state.src.replace(/\r\n?/g, '\n');
  if (state.src.includes('\0')) state.src = state.src.replaceAll('\0', '\ufffd');
}

const TAB = 9;
const LINE_END = 10;
const SPACE = 32;

/** Finds lines by searching for their ends. markdown-it looks at each character. */
function leanLines({ block }: MarkdownIt): void {
  const { State } = block;
  block.State = class extends State {
    constructor(src: string, md: MarkdownIt, env: StateBlock['env'], tokens: Token[]) {
      super('', md, env, tokens);
      this.src = src;
      this.bMarks = [];
      this.eMarks = [];
      this.tShift = [];
      this.sCount = [];
      this.bsCount = [];
      for (let start = 0; start < src.length;) {
        let columns = 0;
        let at = start;
        for (; ; at++) {
          const unit = src.charCodeAt(at);
          if (unit === SPACE) columns++;
          else if (unit === TAB) columns += 4 - (columns % 4);
          else break;
        }
        // Spaces at the end of a text are not a line.
        if (at >= src.length) break;
        const end = src.indexOf('\n', at);
        this.#addLine(start, end < 0 ? src.length : end, at - start, columns);
        start = end < 0 ? src.length : end + 1;
      }
      // A sentinel after the last line, which some rules look at.
      this.#addLine(src.length, src.length, 0, 0);
      this.lineMax = this.bMarks.length - 1;
    }

    #addLine(start: number, end: number, shift: number, columns: number): void {
      this.bMarks.push(start);
      this.eMarks.push(end);
      this.tShift.push(shift);
      this.sCount.push(columns);
      this.bsCount.push(0);
    }
  };
}

/**
 * Reads a paragraph whose lines all begin with words, without trying any other rule. Most paragraphs are like that, and
 * some twenty rules would be tried on each of their lines.
 */
function plainParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= CODE) return false;
  let end = startLine;
  do {
    if (!beginsWithWords(state.src, (state.bMarks[end] ?? 0) + (state.tShift[end] ?? 0))) return false;
    if (end > startLine && isLabelBelowItem(state, end)) break;
    end++;
  } while (end < endLine && !state.isEmpty(end));
  state.line = end;
  const map: [number, number] = [startLine, end];
  state.push('paragraph_open', 'p', 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = trimmed(state.getLines(startLine, end, state.blkIndent, false));
  inline.map = [startLine, end];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** A line indented by this many columns or more is code. */
const CODE = 4;

/** Trims like Markdown, for which only ASCII white space is white space. */
function trimmed(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && isSpace(words.charCodeAt(start))) start++;
  while (end > start && isSpace(words.charCodeAt(end - 1))) end--;
  return words.slice(start, end);
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === LINE_END;
}

/** Whether a line begins with a letter or non-ASCII character, in bold or not, as only a paragraph can. */
function beginsWithWords(src: string, at: number): boolean {
  const isBold = src.charCodeAt(at) === STAR && src.charCodeAt(at + 1) === STAR;
  const unit = src.charCodeAt(isBold ? at + 2 : at);
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit >= 128;
}

const STAR = 42;
