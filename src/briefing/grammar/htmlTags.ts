import { hasWord } from '../../base/hasWord.ts';
import { inSingleSpaces } from '../../base/tidy.ts';
import type { MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';
import { isLineBreak } from './tokens.ts';

/** The names of HTML elements. `<Exec>` and `<your name>` are words. */
const ELEMENTS = new Set(
  (
    'a abbr address article aside b base big blockquote body br button caption center cite code col colgroup dd ' +
    'del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head ' +
    'header hr html i iframe img input ins kbd label legend li link main mark meta nav nobr object ol option p ' +
    'picture pre q rp rt ruby s samp script section select small source span strike strong style sub summary sup ' +
    'svg table tbody td textarea tfoot th thead time title tr tt u ul var video audio wbr'
  ).split(' '),
);

/** Inline elements. The tags of all others separate the words before and after them. */
const INLINE = new Set(
  (
    'a abbr b big cite code del dfn em font i ins kbd mark nobr q ruby s samp small span strike strong sub sup time ' +
    'tt u var wbr'
  ).split(' '),
);

/** Elements that have a mark in Markdown. */
const MARKS: Readonly<Record<string, { readonly type: string; readonly tag: string }>> = {
  a: { type: 'link', tag: 'a' },
  b: { type: 'strong', tag: 'strong' },
  strong: { type: 'strong', tag: 'strong' },
  em: { type: 'em', tag: 'em' },
  i: { type: 'em', tag: 'em' },
  sup: { type: 'sup', tag: 'sup' },
};

/** `2<sup>80</sup>` must not become 280; `1<sup>st</sup>` and the number of a note are fine without their tags. */
const BASE = /(?:\d|\)|(?<!\p{L})\p{L})$/u;
const EXPONENT = /^[-+−]?(?:\d{1,4}|[a-z])$/i;

/** A tag. Its length is bounded, which bounds the cost of each `<`. */
const TAG = /<(\/?)([a-z][a-z0-9]{0,11})((?:\s[^<>]{0,4000})?)\s?\/?>/iy;
/** A tag whose values may have a `>`. It only matches if the values are quoted correctly, which not all are. */
const QUOTED_TAG = /<(\/?)([a-z][a-z0-9]{0,11})((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*'){0,4000})?)\s?\/?>/iy;
/** A tag that is cut off at the end of its line, as in the first words of a page: `<img alt="" src="https://a.exa [...]`. */
const CUT_TAG =
  /<(?:(?:a|div|figure|iframe|img|p|span|table)(?= +[a-z-]+=")|(?<=^<)div)(?: +[a-z-]+="[^"<>\n]*")*(?: +[a-z-]+="[^"<>\n]*)? *(?:\[?(?:…|\.{3})\]? *)?$/imy;
/** A component that a program puts into a page, `<SignUp />`. Its name is not text. */
const COMPONENT = /<[A-Z][A-Za-z0-9.]{0,60}(?:\s[^<>]{0,4000})?\/>/y;
const ATTRIBUTE = /\s([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi;
const HEADING = /^ {0,3}<h([1-6])(?:\s[^<>]{0,1000})?>([^]{1,1000})<\/h\1>\s*$/i;
/** The beginning and the end of a heading. Its tag and its words may span several lines. */
const OPENS_HEADING = /^<h[1-6][\s>]/i;
const CLOSES_HEADING = /<\/h[1-6]>\s*$/i;
/** Maximum number of lines of a heading. */
const HEADING_LINES = 20;

/**
 * Handles HTML tags, although HTML is off: a tag is left out, and the text between tags stays. A link stays a link (if
 * it is safe, as for any link), bold stays bold, a heading stays a heading.
 */
export function htmlTags(markdown: MarkdownIt): void {
  markdown.block.ruler.before('heading', 'html_heading', headingTag, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  markdown.block.ruler.before('paragraph', 'html_paragraph', beginsParagraph, { alt: ['paragraph'] });
  markdown.inline.ruler.after('autolink', 'html_tag', inlineTag);
  markdown.core.ruler.after('inline', 'first_breaks', leaveOutFirstBreaks);
}

/** Leaves out the break before the first words that a line with only a tag has left: `<span class="icon"></span>`. */
function leaveOutFirstBreaks({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    const first = children?.findIndex((token) => !isLineBreak(token)) ?? 0;
    if (first > 0) children?.splice(0, first);
  }
}

/** Removes tags from words that are not read as Markdown: `Ferries <br> stop`, `<b>Ferries</b> stop`; not `the <b> tag`. */
export function withoutTags(words: string): string {
  if (!words.includes('<')) return words;
  const text = inSingleSpaces(words.replace(BREAK, ' ').replace(PAIR, '$2').replace(PAIR, '$2'));
  return hasWord(text) ? text : words;
}

const BREAK = /<br\s?\/?>/gi;
const PAIR =
  /<(b|i|u|em|strong|small|span|font|sup|sub|code|mark|a)(?:\s[^<>]{0,400})?>([^<>]{1,400})<\/\1>/gi;

/** Ends a paragraph above a line with the tag of a block, and leaves out a line that has only such tags. */
function beginsParagraph(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src[start] !== '<' || !BLOCK.test(state.src.slice(start, start + BLOCK_LENGTH))) return false;
  if (silent) return true;
  if (!ONLY_BLOCKS.test(state.src.slice(start, state.eMarks[startLine]))) return false;
  state.line = startLine + 1;
  return true;
}

const BLOCK_NAMES = '(?:p|div|section|article|aside|header|footer|main|center)';
const BLOCK = new RegExp(`^</?${BLOCK_NAMES}[\\s>]`, 'i');
const BLOCK_LENGTH = 12;
const ONLY_BLOCKS = new RegExp(`^(?:</?${BLOCK_NAMES}(?:\\s[^<>]{0,4000})?>\\s*)+$`, 'i');

/** `<h2>Title</h2>`, on a line or on several lines of its own. */
function headingTag(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src[start] !== '<' || !OPENS_HEADING.test(state.src.slice(start, start + 4))) return false;
  const end = headingEnd(state, startLine, endLine);
  const [, level, words = ''] =
    HEADING.exec(state.getLines(startLine, end + 1, state.blkIndent, false)) ?? [];
  if (level === undefined) return false;
  if (silent) return true;
  state.line = end + 1;
  const open = state.push('heading_open', `h${level}`, 1);
  open.map = [startLine, state.line];
  const inline = state.push('inline', '', 0);
  inline.content = inSingleSpaces(words);
  inline.map = [startLine, state.line];
  inline.children = [];
  state.push('heading_close', `h${level}`, -1);
  return true;
}

/** The line that closes a heading, if that comes before a blank line; otherwise the line that opens it. */
function headingEnd(state: StateBlock, startLine: number, endLine: number): number {
  const last = Math.min(endLine, startLine + HEADING_LINES);
  for (let line = startLine; line < last && !state.isEmpty(line); line++)
    if (CLOSES_HEADING.test(state.src.slice(state.bMarks[line], state.eMarks[line]))) return line;
  return startLine;
}

function inlineTag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  QUOTED_TAG.lastIndex = TAG.lastIndex = COMPONENT.lastIndex = CUT_TAG.lastIndex = state.pos;
  const [tag, slash = '', name = '', attributes = ''] =
    QUOTED_TAG.exec(state.src) ?? TAG.exec(state.src) ?? [];
  const element = name.toLowerCase();
  if (tag === undefined || !ELEMENTS.has(element)) return skipOther(state);
  if (state.pos + tag.length > state.posMax) return false;
  state.pos += tag.length;
  if (silent || (slash === '' && pushMarked(state, element, attributes))) return true;
  if (element === 'img') pushImage(state, attributes);
  else if (element === 'br') state.push('hardbreak', 'br', 0);
  else if (!INLINE.has(element)) state.pending += ' ';
  return true;
}

function skipOther(state: StateInline): boolean {
  const [tag] = COMPONENT.exec(state.src) ?? CUT_TAG.exec(state.src) ?? [];
  if (tag === undefined || state.pos + tag.length > state.posMax) return false;
  state.pos += tag.length;
  return true;
}

/** Reads what is between `<b>` and `</b>`, with Markdown's tokens for bold around it. */
function pushMarked(state: StateInline, element: string, attributes: string): boolean {
  const mark = MARKS[element];
  const href = mark?.type === 'link' ? attributeOf(state, attributes, 'href') : undefined;
  // `<a name="top">` marks a place; it leads nowhere.
  if (!mark || (mark.type === 'link' && href === undefined)) return false;
  const close = closeOf(state, element, state.pos);
  if (close < 0) return false;
  if (element === 'sup' && !(BASE.test(state.pending) && EXPONENT.test(state.src.slice(state.pos, close))))
    return false;
  const open = state.push(`${mark.type}_open`, mark.tag, 1);
  if (href !== undefined) open.attrs = [['href', state.md.normalizeLink(href)]];
  const { posMax } = state;
  state.posMax = close;
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
  state.posMax = posMax;
  state.pos = close;
  state.push(`${mark.type}_close`, mark.tag, -1);
  return true;
}

function pushImage(state: StateInline, attributes: string): void {
  const words = attributeOf(state, attributes, 'alt');
  if (words === undefined || words === '') return;
  const image = state.push('image', 'img', 0);
  image.content = words;
  image.children = [];
  // Not an attribute: attributes are written as Markdown again, in which not every address makes an image.
  image.meta = { source: state.md.normalizeLink(attributeOf(state, attributes, 'src') ?? '') };
}

function attributeOf(state: StateInline, attributes: string, name: string): string | undefined {
  for (const [, key = '', ...values] of attributes.matchAll(ATTRIBUTE)) {
    const written = values.find(Boolean);
    if (key.toLowerCase() === name && written !== undefined)
      return state.md.utils.unescapeAll(written).trim();
  }
  return undefined;
}

/** The offset of the tag that closes an element; -1 if none does before the end. */
function closeOf({ src, posMax, env }: StateInline, element: string, from: number): number {
  // Cached as in comments.ts: the tag found from one place is also the next one for later places.
  const memory = env as { closeTags?: Record<string, { src: string; from: number; at: number }> };
  const known = memory.closeTags?.[element];
  if (known?.src === src && from >= known.from && (known.at < 0 || from <= known.at))
    return known.at <= posMax ? known.at : -1;
  const close = new RegExp(`</${element}\\s?>`, 'gi');
  close.lastIndex = from;
  const at = close.exec(src)?.index ?? -1;
  memory.closeTags = { ...memory.closeTags, [element]: { src, from, at } };
  return at >= 0 && at < posMax ? at : -1;
}
