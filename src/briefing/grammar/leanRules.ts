import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

/**
 * What a rule of this grammar may begin with in a line of words, and a bracket that closes. Markdown-it stops at `-`, `=`
 * and others as well, for rules that are not here, and asks every rule about each of them.
 */
const STOPS = Uint8Array.from({ length: 128 }, (_, unit) =>
  '\n\\`~*_[]!<&^{:'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** A web address whose words are as they are written: no escapes, and no host in another spelling. */
const PLAIN_ADDRESS = /^https?:\/\/(?!xn--)(?:[a-z\d]+[.-](?!xn--))+[a-z]{2,24}(?:\/[a-z\d/._~-]*)?$/;

/** Has markdown-it make the same tokens by less work, where it is prepared for more than this grammar has. */
export function leanRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.at('text', plainWords);
  markdown.core.ruler.at('normalize', normalize);
  leanLines(markdown);
  const spellOut = markdown.normalizeLinkText.bind(markdown);
  markdown.normalizeLinkText = (url) => (PLAIN_ADDRESS.test(url) ? url : spellOut(url));
}

/** Words up to the next mark. */
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

/** Line ends and NULs as Markdown wants them; hardly a text has others. */
function normalize(state: StateCore): void {
  if (state.src.includes('\r')) state.src = state.src.replace(/\r\n?/g, '\n');
  if (state.src.includes('\0')) state.src = state.src.replaceAll('\0', '\ufffd');
}

const TAB = 9;
const SPACE = 32;

/** Finds the lines of a text from one end to the next: markdown-it looks at each character of them. */
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
        // Spaces at the end of a text are no line.
        if (at >= src.length) break;
        const end = src.indexOf('\n', at);
        this.#addLine(start, end < 0 ? src.length : end, at - start, columns);
        start = end < 0 ? src.length : end + 1;
      }
      // Beyond the last line, where some rules look.
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
