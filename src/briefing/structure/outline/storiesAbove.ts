import type { Token } from 'markdown-it';
import { type Block, blockText, inlineTokens } from '../../blocks/document.ts';
import { isList, isTable } from '../../blocks/kinds.ts';
import { isLinkOpen, plainText } from '../../grammar/tokens.ts';
import { isSourceAfter } from '../../items/boldLeads.ts';
import { type Habits, startsOf } from '../../items/stories.ts';
import { linkAtStart, type TakeawayNode, takeawaysOf } from '../../items/takeaways.ts';
import { hasOnlyLinks } from '../lists/dataLists.ts';
import { unspacedLength } from '../../text/scripts.ts';
import { endsSentence, holdsSentence } from '../../text/sentences.ts';

/**
 * Whether the lede has at least three stories like `**Ferry stops**`. A bold lead with a colon does not count: lines
 * like `**Date:** …` may be above the sections of any text.
 */
export function hasStories(lede: readonly Block[], habits: Habits): boolean {
  const starts = startsOf(lede, habits);
  return (
    lede.filter((block, i) => starts[i] === true && habits.leads.of(block)?.hasColon === false).length > 2
  );
}

/** Words above a list of news, in lower case: `What is new in this release:`, `Changes since 1.2:`. */
const NEWS =
  /^(?:what[’']?s new|what is new|new in|(?:here (?:is|are) (?:a|the) list of )?(?:the )?(?:\p{L}+ )?(?:changes|fixes|news|new features|highlights) (?:in|since|for|of|from)|novedades|nouveautés|neu in|neuerungen|novità|novidades|что нового|що нового|更新内容|変更点|변경 사항)(?!\p{L}).*[:：]$/u;

/** Whether a list of several items is right below a line that announces news. */
export function listsNews(above: Block | undefined, list: Block | undefined): boolean {
  if (!above || !list || !isList(list) || takeawaysOf(list).length < 2) return false;
  return NEWS.test(blockText(above).toLowerCase());
}

/** Whether a block above the sections is a table or list of stories, and not of facts about the text. */
export function tellsStories(block: Block): boolean {
  if (isTable(block)) return takeawaysOf(block).length > 1;
  if (!isList(block)) return false;
  const items = takeawaysOf(block);
  return areHeadlines(items) || areSourced(items) || areTold(items) || areLinked(items);
}

const THREE_WORDS = /\S\s+\S+\s+\S/;

/**
 * Whether items are three or more like `- [The last ferry stops](https://a.example)`. Short links like `- [Map](…)` may
 * be above any text.
 */
function areHeadlines(items: readonly TakeawayNode[]): boolean {
  return (
    items.length > 2 &&
    items.every((item) => linkAtStart(item) !== undefined && THREE_WORDS.test(item.label ?? item.text))
  );
}

/**
 * Whether each of several items ends in its source: `- The ferry stops at nine. https://a.example`. Most have no colon
 * before it, as facts about the text have: `- Subscribe by mail: https://a.example`.
 */
function areSourced(items: readonly TakeawayNode[]): boolean {
  if (items.length < 2) return false;
  const told = items.map(({ tokens }) => wordsBeforeSource(inlineTokens(tokens)[0]?.children ?? []));
  const labels = told.filter((words) => words !== undefined && /[:：]$/.test(words));
  return labels.length * 2 < items.length && told.every(saysEnough);
}

/** Whether nearly all of several items are told in sentences: `- The ferry stops at nine, as it did last year.` */
function areTold(items: readonly TakeawayNode[]): boolean {
  const told = items.filter(({ text }) => text.length >= TOLD && holdsSentence(text));
  return items.length > 2 && told.length * 5 >= items.length * 4;
}

/** Whether four or more items each have a link to the web, and nearly all are sentences: `- How [ferries](…) stop.` */
function areLinked(items: readonly TakeawayNode[]): boolean {
  const told = items.filter(({ text }) => saysEnough(text) && endsSentence(text));
  return items.length > 3 && items.every(hasWebLink) && told.length * 5 >= items.length * 4;
}

function hasWebLink({ tokens }: TakeawayNode): boolean {
  return inlineTokens(tokens).some(({ children }) =>
    children?.some((token) => isLinkOpen(token) && /^https?:/.test(String(token.attrGet('href')))),
  );
}

/** Minimum length of a story that is told, in UTF-16 units. */
const TOLD = 60;

/** Whether there are three words, or four letters of scripts without spaces. */
export function saysEnough(words = ''): boolean {
  return THREE_WORDS.test(words) || unspacedLength(words) > 3;
}

/** Returns the words before the links at the end of a line that give its source; undefined if there are none. */
function wordsBeforeSource(line: readonly Token[]): string | undefined {
  const first = line.findIndex(isLinkOpen);
  if (first < 0) return undefined;
  const [before, after] = [plainText(line.slice(0, first)), line.slice(first)];
  const isSource = isSourceAfter(after) || (SET_APART.test(before) && hasOnlyLinks(after));
  return isSource ? before : undefined;
}

/** What sets a name apart from the words before it: `It stops. [Gazette](…)`, `It stops ([Gazette](…))`. */
const SET_APART = /[.!?。！？(（—–|·→]["'”’)]?$/u;
