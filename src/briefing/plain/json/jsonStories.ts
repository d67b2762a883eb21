import { hasWord } from '../../../base/hasWord.ts';
import { isCalled, type JsonNode, memberAt, membersOf, wordsAt } from './jsonNodes.ts';
import { BODIES, HEADLINES } from './jsonKeys.ts';
import { furtherLines, isProse, labelOfKey } from './jsonProse.ts';
import { type Line, escapeLiteral, storySources } from './jsonSources.ts';
import { namesPart } from '../../text/partLabels.ts';
import { tidy } from '../../../base/tidy.ts';
import { isBlank, splitLines } from '../../text/sourceText.ts';

/** `Ferry stops: what now?`, a title and not a sentence, which a label could seem to begin. */
const DIVIDED = /^.{1,90}(?:[:：]| [–—-] ).{0,90}[^.。!！…]$/u;
const IS_BODY = /_(?:summary|abstract|description)$/;

/** Returns a story as an item: `- **Headline:** body`, its other text, and below that its links. */
export function storyLines(story: JsonNode): Line[] {
  const { from } = story;
  const headline = wordsAt(story, HEADLINES);
  // A list of texts is added below, like the texts under other keys.
  const named = [...(story.named ?? [])].filter(([, { text }]) => text !== undefined);
  const called = named.filter(([key]) => BODIES.includes(key));
  // `core_summary` is a body if no key has the name of one.
  const found = called.length > 0 ? called : named.filter(([key, { text }]) => IS_BODY.test(key) && text);
  const bodies = found.sort(([a], [b]) => BODIES.indexOf(a) - BODIES.indexOf(b)).map(([, node]) => node);
  // Text that repeats the headline or the body is left out, and so is a dash in its place.
  const body = bodies.find((node) => ![headline, ''].includes(wordsOf(node))) ?? onlyWords(story, headline);
  const said = headlineAndBody(headline, withClosedFence(withLowHeadings(body?.text?.trim() ?? '')));
  const told = [headline, body ? wordsOf(body) : ''].filter((words) => words !== '');
  const known = [...(story.members ?? [])].flatMap(([key, node]) =>
    isCalled(key, HEADLINES) || told.includes(wordsOf(node)) ? node : [],
  );
  const further = furtherLines(story, new Set([body, ...known]));
  const sources = storySources(story, headline);
  // A headline without a body is bold, so that a colon in it does not divide it: its text or source is below.
  const isHeaded =
    headline !== '' &&
    said === escapeLiteral(headline) &&
    (further.length > 0 || (sources.length > 0 && DIVIDED.test(headline)));
  const text = isHeaded ? `**${said}**` : said;
  const isParted = text === '' && further.length > 0;
  const words = isParted ? further.slice(1) : [{ text, from, to: body?.to ?? from }, ...further];
  return itemLines(words, sources, story);
}

/** The words of a text without HTML's tags; none if it has no letter or digit. */
function wordsOf({ text = '' }: JsonNode): string {
  const words = tidy(text.includes('<') ? text.replace(TAG, ' ') : text);
  return hasWord(words) ? words : '';
}

const TAG = /<\/?[a-z][^<>]*>/gi;

/**
 * Returns the only text of a story beside its headline, as `"line": "It turns again."` is; undefined if there are several, or
 * if it is a part of a story, as `"impact": "It …"` is.
 */
function onlyWords(story: JsonNode, headline: string): JsonNode | undefined {
  const said = membersOf(story).filter(
    ([key, node]) =>
      !isCalled(key, HEADLINES) &&
      node !== memberAt(story, HEADLINES) &&
      isProse(node.text ?? '') &&
      wordsOf(node) !== headline,
  );
  const [only] = said;
  return said.length === 1 && only !== undefined && !namesPart(labelOfKey(only[0])) ? only[1] : undefined;
}

/** Writes an item with its links in a paragraph of their own. Its lines cover all those of the node. */
export function itemLines(words: readonly Line[], links: readonly Line[], { from, to }: JsonNode): Line[] {
  const parted = links.length > 0 ? [...words, { text: '', from, to: from }, ...links] : words;
  const lines = parted.flatMap((line) => splitLines(line.text).map((text) => ({ ...line, text })));
  return lines.map((line, i) => ({
    text: line.text === '' ? '' : `${i === 0 ? '- ' : '  '}${line.text}`,
    from: i === 0 ? from : line.from,
    to: i === lines.length - 1 ? to : Math.max(line.from, line.to),
  }));
}

/** Closes code that a body leaves open, which would include the text below. */
export function withClosedFence(body: string): string {
  let fence = '';
  for (const line of splitLines(body)) {
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
  }
  return fence === '' ? body : `${body}\n${fence}`;
}

/** Gives the headings in a body that is HTML a level below that of its headline. */
function withLowHeadings(body: string): string {
  if (!/^<[a-z]/i.test(body)) return body;
  return body.replace(
    HEADING_TAG,
    (_, open: string, level: string) => `${open}${levelBelowHeadline(Number(level))}`,
  );
}

/** The level of a heading in a story's text, which is below that of its headline. */
export function levelBelowHeadline(level: number): 3 | 4 {
  return level < 3 ? 3 : 4;
}

const HEADING_TAG = /(<\/?h)([1-6])(?=[ >])/gi;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A list, a quotation, code, a heading or a table, which cannot begin on the line of a headline. */
const BLOCK = /^(?:<h[1-6][ >]|#+ .*\n|[-+*] |\d{1,9}[.)] |>|`{3}|~{3}|[^\n|]*\|[^\n]*\n[ \t|:-]+(?:\n|$))/;

/** Returns `**Headline:** body`; a headline alone is the item's words. */
export function headlineAndBody(headline: string, body: string): string {
  if (headline === '' || body === '') return body || escapeLiteral(headline);
  if (BLOCK.test(body)) return `**${escapeLiteral(headline)}**\n\n${body}`;
  return `**${escapeLiteral(headline)}${/[?!:：？！]$/.test(headline) ? '' : ':'}** ${body}`;
}

export function markdownOf({ text = '', from, to }: JsonNode): Line[] {
  return isBlank(text) ? [] : splitLines(text.trim()).map((line) => ({ text: line, from, to }));
}
