import { tidy } from '../../../base/tidy.ts';
import { HAN_OR_KANA, isPhrase } from '../../text/scripts.ts';
import { endsSentence } from '../../text/sentences.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { STORIES } from './jsonKeys.ts';
import { type Line, escapeLiteral, namesSources } from './jsonSources.ts';
import { isCalled, type JsonNode, meaningOf, membersOf, objectOf, valuesOf } from './jsonNodes.ts';

/** Minimum number of words in prose: without the end of a sentence, and with one. */
const MIN_WORDS = 8;
const SOME = 3;
/**
 * 16 characters without a space are prose, too, in scripts without spaces; names like `Linux` can be between them.
 */
const UNPARTED = new RegExp(`(?:[${HAN_OR_KANA}，：；][!-~]*){16}`, 'u');
/** Keys of a story's text as a list of paragraphs. */
const PARAGRAPHS = ['paragraphs', 'body', 'content', 'content_html', 'text', 'detail', 'details'];

/** Keys of what is told of a story, which need not be a sentence: `"why_it_matters": "A trend."`, `"key_points": […]`. */
const TELLING =
  /(?:^|_)(?:matters?|impacts?|details?|contexts?|background|analysis|takeaways?|points?|bullets?|highlights?|facts?|findings?|insights?|implications?|outlook|significance|watchlist|lessons?|risks?|next|what_\w+|why_\w+|how_\w+)$/;
/** Minimum average number of words in a list of things that are told, if the key does not say so. */
const LISTED_WORDS = 4;

/**
 * Returns the text of a story beside its headline and its body, under any key: `"why_it_matters": "It …"` is the
 * paragraph `**Why it matters:** It …`, and a list of sentences is a list. Objects are read like the story, also those
 * of a list, without sources. `given`: the nodes that are written already.
 */
export function furtherLines(story: JsonNode, given: ReadonlySet<JsonNode | undefined>): Line[] {
  return membersOf(story).flatMap(([key, node]): Line[] => {
    if (given.has(node)) return [];
    const { from, to, text, members, items = [] } = node;
    const areParagraphs = isCalled(key, PARAGRAPHS);
    const parts = members ? [node] : areParagraphs ? [] : items.filter((item) => item.members);
    if (parts.length > 0)
      return isFrom(key)
        ? []
        : parts.flatMap((part) => (part !== node && hasAddress(part) ? [] : furtherLines(part, given)));
    const lead = areParagraphs ? '' : `**${escapeLiteral(labelOfKey(key))}:**`;
    if (text !== undefined)
      return isProse(text) || (tells(key) && saysSomething(text))
        ? paragraph([{ text: `${lead} ${text.trim()}`.trim(), from, to }])
        : [];
    const points = (areParagraphs ? items.flatMap(blockOf) : items).flatMap((item) =>
      item.text === undefined ? [] : [{ ...item, text: item.text }],
    );
    const isWhole = areParagraphs || points.length === items.length;
    if (!isWhole || !(tells(key) ? points.some(({ text }) => saysSomething(text)) : areTold(points)))
      return [];
    if (areParagraphs) return points.flatMap((point) => paragraph([{ ...point, text: point.text.trim() }]));
    const list = points.map((point) => ({ text: `- ${tidy(point.text)}`, from: point.from, to: point.to }));
    return [...paragraph([{ text: lead, from, to: from }]), ...paragraph(list)];
  });
}

function tells(key: string): boolean {
  return TELLING.test(meaningOf(key).name);
}

/** Whether a text says something: `high` is a degree. */
function saysSomething(text: string): boolean {
  return isPhrase(text) && !/^[a-z]+:\/\//i.test(text);
}

/** Whether texts are told, and not names or tags: half of them are prose, or they have several words each. */
function areTold(texts: readonly { readonly text: string }[]): boolean {
  const told = texts.filter(({ text }) => isProse(text));
  if (told.length > 0 && told.length * 2 >= texts.length) return true;
  const words = texts.flatMap(({ text }) => text.trim().split(/\s+/, MIN_WORDS));
  return words.length > 0 && words.length >= LISTED_WORDS * texts.length;
}

/** Who or what a story is from, which is not part of it. */
export function isFrom(key: string): boolean {
  return isCalled(key, ['source', 'author', 'authors', 'publisher', 'outlet']) || namesSources(key);
}

/** Returns the words of a part of a text: `{ "type": "p", "text": "It stops." }`, and none of a picture with an address. */
function blockOf(block: JsonNode): JsonNode | [] {
  if (!block.members) return block;
  const texts = valuesOf(block).filter(({ text }) => text !== undefined);
  const [longest] = texts.toSorted((a, b) => (b.text ?? '').length - (a.text ?? '').length);
  return longest && !hasAddress(block) ? longest : [];
}

/** Whether an object has an address, as a source and a picture have. */
function hasAddress(node: JsonNode): boolean {
  return valuesOf(node).some(({ text = '' }) => safeUrl(text));
}

function paragraph(lines: readonly Line[]): Line[] {
  const { from = 0 } = lines[0] ?? {};
  return [{ text: '', from, to: from }, ...lines];
}

/** `why_it_matters`, `whyItMatters` and `why_it_matters_ja` -> `Why it matters` */
export function labelOfKey(key: string): string {
  const words = tidy(meaningOf(key).name.replace(/[_-]+/g, ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const LISTS = [...STORIES, 'takeaways'];

/** Makes each text between the stories of a list one as well: `["It stops at nine.", { "headline": "Crane comes" }]`. */
export function withTextsAsStories(node: JsonNode, key = ''): JsonNode {
  const { items, members } = node;
  if (members)
    return objectOf(
      node,
      new Map([...members].map(([name, held]) => [name, withTextsAsStories(held, name)])),
    );
  if (!items?.some((one) => one.members)) return node;
  const isStory = (one: JsonNode) => isCalled(key, LISTS) && isProse(one.text ?? '');
  return {
    ...node,
    items: items.map((one) =>
      isStory(one) ? objectOf(one, new Map([['text', one]])) : withTextsAsStories(one),
    ),
  };
}

export function isProse(text: string): boolean {
  const said = text.trim();
  return (
    (isSentence(said) || said.split(/\s+/, MIN_WORDS).length === MIN_WORDS || UNPARTED.test(said)) &&
    !/^[a-z]+:\/\//i.test(said)
  );
}

/** Whether a text ends a sentence and has enough words for one. */
export function isSentence(text: string): boolean {
  const end = text.trim().slice(-4);
  return endsSentence(end) && (/[。！？]/.test(end) || text.trim().split(/\s+/, SOME).length === SOME);
}
