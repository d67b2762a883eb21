import { tidy } from '../../../base/tidy.ts';
import { ADDRESSES, BODIES, HEADLINES, LEDES, TITLES } from './jsonKeys.ts';
import { isMostlyDate } from '../../text/dates/date.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { announcesLog } from '../../text/logTitles.ts';
import { namesPart } from '../../text/partLabels.ts';
import { sectionsByCategory } from './jsonCategories.ts';
import {
  isCalled,
  type JsonNode,
  meaningOf,
  memberAt,
  membersOf,
  objectOf,
  valuesOf,
  wordsAt,
} from './jsonNodes.ts';
import { isFrom, isProse, isSentence, labelOfKey } from './jsonProse.ts';
import { storiesOf } from './jsonSections.ts';
import { type Line, listedSource, escapeLiteral, storySources } from './jsonSources.ts';
import { markdownOf, storyLines } from './jsonStories.ts';
import { isBlank } from '../../text/sourceText.ts';

/** The heading level from which objects are not read as sections. */
const MAX_DEPTH = 4;
const LISTED = ['sources', 'references'];
/** Minimum length of a text that has content though it does not end a sentence. In UTF-16 units. */
const LONG = 120;
/** Keys that cannot name a story: ids, addresses, times, publishers and authors. */
const NO_NAMES =
  /(?:^|_)(?:id|ids|ref|slug|key|hash|url|date|time|at)$|^(?:authors?|sources?|source_\w+|type|lang|language)$/;

/**
 * Returns the text that a program writes under a key of its own: `"market_outlook": "It …"` becomes a section, and so
 * does a list of sentences or stories, or an object of such. Each group is a paragraph, a heading or an item; none if
 * there are no sentences.
 */
export function partGroups(key: string, node: JsonNode, level: number): Line[][] {
  const { text, items, members } = node;
  if (items && announcesLog(labelOfKey(key), true)) return [];
  const said =
    text !== undefined
      ? isSentenceOrLong(text)
        ? [markdownOf(node)]
        : []
      : items
        ? isCalled(key, LISTED)
          ? listedGroups(items, level)
          : listGroups(items, level)
        : members && level < MAX_DEPTH
          ? objectGroups(node, level)
          : [];
  if (said.length === 0) return [];
  const title = members ? wordsAt(node, HEADLINES) || labelOfKey(key) : labelOfKey(key);
  return [[headingLine(title, node, level)], ...said];
}

function headingLine(title: string, { from }: JsonNode, level: number): Line {
  return { text: `${'#'.repeat(level)} ${escapeLiteral(title)}`, from, to: from };
}

/** Returns a list of sources; or stories, if they are under such a key. */
function listedGroups(items: readonly JsonNode[], level: number): Line[][] {
  const areSources = items.every((item) => safeUrl(item.text ?? wordsAt(item, ADDRESSES)));
  return areSources && items.length > 0
    ? [items.map((item, i) => listedSource(item, i + 1))]
    : listGroups(items, level);
}

/**
 * Returns a list of sentences, or of stories, if at least half of the items are such. Stories of several categories
 * are below their names.
 */
function listGroups(items: readonly JsonNode[], level: number): Line[][] {
  const sentences = items.filter(({ text }) => text !== undefined && isProse(text));
  if (sentences.length * 2 >= items.length && sentences.length > 0)
    return [
      items.flatMap(({ from, to, text }) =>
        text === undefined ? [] : { text: `- ${tidy(text)}`, from, to },
      ),
    ];
  const stories = items.map(withInner).filter(tellsStory);
  if (stories.length * 2 < items.length) return [];
  const sections = sectionsByCategory(stories) ?? [];
  if (sections.length < 2) return headed(stories).map(storyLines);
  return sections.flatMap((section) => [
    [headingLine(wordsAt(section, TITLES), section, level + 1)],
    ...headed(storiesOf(section)).map(storyLines),
  ]);
}

/** Returns stories with a headline each, if something in them can be one. Data has none: `{ "label": "Tide", "value": "4 m" }`. */
export function headed(stories: readonly JsonNode[]): readonly JsonNode[] {
  const told = stories.map(withInner);
  const key = namingKey(told);
  return told.map((story) => {
    const named = key === undefined ? withHeadline(story) : headedBy(key, story);
    return tellsStory(named) ? named : story;
  });
}

/** Returns a story with what its only object with a headline says: `{ "score": 8, "article": { "title": … } }`. */
function withInner(story: JsonNode): JsonNode {
  const { members = new Map<string, JsonNode>() } = story;
  if (wordsAt(story, HEADLINES) !== '') return story;
  const inner = [...members].filter(([key, node]) => wordsAt(node, HEADLINES) !== '' && !isFrom(key));
  const [found] = inner;
  if (!found || inner.length > 1) return story;
  const others = [...members].filter(([key]) => key !== found[0]);
  return objectOf(story, new Map([...(found[1].members ?? []), ...others]));
}

/** Returns an object's text about the whole, and then the text under its other keys. */
function objectGroups(node: JsonNode, level: number): Line[][] {
  const whole = memberAt(node, [...LEDES, ...BODIES]);
  const isWhole = whole?.text !== undefined && isProse(whole.text);
  const parts = membersOf(node).flatMap(([key, held]) =>
    held === whole || isCalled(key, HEADLINES) ? [] : partGroups(key, held, level + 1),
  );
  return isWhole ? [markdownOf(whole), ...parts] : parts;
}

/** Whether a text is a sentence, or long: `Generated by the office from seven feeds` is neither. */
function isSentenceOrLong(text: string): boolean {
  return isProse(text) && (isSentence(text) || text.length > LONG);
}

/** Whether a node has sentences, or a headline with a link. */
function tellsStory(node: JsonNode): boolean {
  const texts = valuesOf(node).flatMap(({ text, items = [] }) => [
    text ?? '',
    ...items.map((item) => item.text ?? ''),
  ]);
  return (
    texts.some(isProse) ||
    (wordsAt(node, HEADLINES) !== '' && storySources(node).some(({ text }) => /^(?:<|\[.*\]\()/.test(text)))
  );
}

/**
 * Returns the key that tells the stories of a list apart, if none has a headline: the first key above their bodies
 * under which each has words, and hardly any two the same. `"victim": "Ferry line"` is one below `"date": "2 March"`
 * and `"severity": "high"`.
 */
function namingKey(stories: readonly JsonNode[]): string | undefined {
  if (stories.length < 2 || stories.some((story) => wordsAt(story, [...HEADLINES, 'label']) !== ''))
    return undefined;
  const keys = [...(stories[0]?.members?.keys() ?? [])];
  const isBody = keys.some((key) => isCalled(key, BODIES)) ? BODIES : LEDES;
  const body = keys.findIndex((key) => isCalled(key, isBody));
  return keys.slice(0, body < 0 ? undefined : body).find((key) => {
    const texts = stories.map(({ members }) => tidy(members?.get(key)?.text ?? ''));
    // A quarter may repeat others, since a list may have a story twice.
    const areApart = new Set(texts).size * 4 >= texts.length * 3;
    const isPart = namesPart(labelOfKey(key)) && !isCalled(key, TITLES);
    return areApart && texts.every(couldBeHeadline) && !isNoName(key) && !isPart;
  });
}

/** Returns what may name a section that has no title: the first such text in it, `"provider": "Harbour Office"`. */
export function namingText({ members }: JsonNode): JsonNode | undefined {
  return [...(members ?? [])].find(
    ([key, { text = '' }]) => couldBeHeadline(text) && !isNoName(key) && !isCalled(key, LEDES),
  )?.[1];
}

/** Whether a text may be a headline: not an address, a date or a code, `0e01d2b`, and not too long. */
function couldBeHeadline(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    !/^[!-~]*\d[!-~]*$/.test(text) &&
    text.length <= LONG * 2 &&
    !safeUrl(text) &&
    !isMostlyDate(text)
  );
}

function isNoName(key: string): boolean {
  return NO_NAMES.test(meaningOf(key).name);
}

function headedBy(key: string, { from, to, members = new Map<string, JsonNode>() }: JsonNode): JsonNode {
  const headline = members.get(key);
  const others = [...members].filter(([one]) => one !== key);
  return objectOf({ from, to }, new Map(headline ? [['headline', headline], ...others] : others));
}

/** Gives a story without a headline its label as one, or its first text: `{ "sector": "Ferries", "comment": "…" }`. */
function withHeadline(story: JsonNode): JsonNode {
  const { from, to, members = new Map<string, JsonNode>() } = story;
  if (wordsAt(story, HEADLINES) !== '') return story;
  const labelled = [...members.keys()].find((key) => isCalled(key, ['label']));
  if (labelled !== undefined && wordsAt(story, ['label']) !== '') return headedBy(labelled, story);
  const [first] = [...members].filter(([, { text }]) => !isBlank(text));
  if (!first) return story;
  const [key, { text = '' }] = first;
  const isName = !isNoName(key) && !isProse(text) && !safeUrl(text) && /\p{L}/u.test(text);
  return isName ? objectOf({ from, to }, new Map([['headline', first[1]], ...members])) : story;
}

/** Whether at least half of the text is sentences, and there are several. */
export function isMostlySentences(root: JsonNode): boolean {
  let sentences = 0;
  let said = 0;
  let all = 0;
  const visit = ({ text, items, members }: JsonNode): void => {
    // Skips addresses and names of data: `us-close`, `2026-03-03`.
    if (text !== undefined && /[^!-~]/.test(text.trim())) {
      all += text.length;
      if (isProse(text)) {
        sentences += text.trim().split(/\n+/, 2).length;
        said += text.length;
      }
    }
    items?.forEach(visit);
    members?.forEach(visit);
  };
  visit(root);
  return sentences > 1 && said * 2 >= all;
}
