import { Parser } from 'htmlparser2';
import { inSingleSpaces, withoutControls } from '../../base/tidy.ts';
import { BLOCKS, UNREAD } from '../html/elements.ts';
import { MAX_DEPTH } from './limits.ts';

/** Elements with content that is not meant to be read. */
const SILENT = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'template']);
const INLINE = new Set(
  'a abbr b big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** Void elements, which are always removed from titles, however often they were escaped. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** Maximum number of times a title is unescaped: no program escapes it more than twice too often. */
const ROUNDS = 3;

/** Maximum length of a title that is parsed, to limit the time. */
const MAX_LENGTH = 10_000;

/**
 * A title as plain text: without markup, however often it was escaped, and without line breaks. An unclosed tag that
 * was escaped once more than necessary is a word: `The &amp;lt;dialog&amp;gt; element`.
 */
export function plainTitle(markup: string): string {
  let text = markup.slice(0, MAX_LENGTH);
  for (let round = 0; round < ROUNDS && /[<&]/.test(text); round++) text = withoutTags(text, round > 0);
  return oneLine(text);
}

/** A text as a single line, without control characters. */
export function oneLine(text: string): string {
  return inSingleSpaces(withoutControls(text));
}

/** The text of some HTML. `keepsWords`: keeps tags without attributes that are never closed, as words. */
function withoutTags(html: string, keepsWords: boolean): string {
  const pieces: string[] = [];
  /** For each open element, its index in `pieces`. */
  const open: number[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const before = pieces.at(-1) ?? '';
      const isWord = keepsWords
        ? !VOID.has(name) && Object.keys(attributes).length === 0
        : isTypeParameter(before, name, attributes);
      open.push(pieces.length);
      const tag = html.slice(parser.startIndex, parser.endIndex + 1);
      pieces.push(isWord ? tag : spaceOf(name));
      if (open.length > MAX_DEPTH) parser.pause();
    },
    onclosetag(name, isImplied) {
      const from = open.pop() ?? 0;
      if (SILENT.has(name) && !(isImplied && keepsWords)) pieces.length = from;
      else if (!isImplied) pieces[from] = spaceOf(name);
      pieces.push(spaceOf(name));
    },
    ontext(text) {
      pieces.push(text);
    },
  });
  parser.end(html);
  return pieces.join('');
}

function spaceOf(name: string): string {
  return INLINE.has(name) ? '' : ' ';
}

/** Whether a tag is a type parameter: `<String>` of `Vec<String>`. */
function isTypeParameter(
  before: string,
  name: string,
  attributes: Readonly<Record<string, string>>,
): boolean {
  return /\w$/.test(before) && Object.keys(attributes).length === 0 && !HTML.has(name);
}

const HTML = new Set([
  ...INLINE,
  ...VOID,
  ...BLOCKS,
  ...UNREAD,
  ...'label marquee picture slot time xmp'.split(' '),
]);
