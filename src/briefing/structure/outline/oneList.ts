import { sumOf } from '../../../base/sumOf.ts';
import { type Block, blockText, nodesIn } from '../../blocks/document.ts';
import { isList, isListOrTable, isNumberedList } from '../../blocks/kinds.ts';
import { takeawaysOf } from '../../items/takeaways.ts';
import { isLabelledLine } from '../../items/labelledLines.ts';
import type { Parts, SectionNode } from './sectionNode.ts';
import { listsNews, tellsStories } from './storiesAbove.ts';

/**
 * Puts blocks that are mainly a list, or a table of stories, into a section without a heading, from the first list on;
 * so if the line above a list says that it has news, or if a list of stories ends the blocks above the sections
 * (`isAbove`). Any others are all lede.
 */
export function oneList(blocks: readonly Block[], isAbove = false): Parts {
  const counts = blocks.map(itemCount);
  const first = counts.findIndex((count) => count > 0);
  const items = sumOf(counts, (count) => count);
  // Blocks without words, such as rules, do not count beside several items, nor do lines like `**Coverage:** Ferries`.
  const others = blocks.filter(
    (block, i) => counts[i] === 0 && (items < 2 || (blockText(block) !== '' && !isLabelledLine(block))),
  );
  const [list, last] = [blocks[first], blocks.at(-1)];
  const areStories = () =>
    isMostlyList(blocks) ||
    listsNews(blocks[first - 1], list) ||
    (isAbove && list !== undefined && list === last && isList(list) && tellsStories(list));
  if (first < 0 || (items < 2 * others.length && !areStories())) return { lede: blocks, sections: [] };
  const own = blocks.slice(first);
  const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
  const section: SectionNode = {
    kind: 'prose',
    level: 1,
    blocks: own,
    isStory: false,
    sections: [],
    from,
    to,
  };
  return { lede: blocks.slice(0, first), sections: [section] };
}

/**
 * Whether lists of at least three items have twice as many letters as all other blocks, such as a greeting and a
 * farewell; as many are enough for a list of stories or with numbers.
 */
function isMostlyList(blocks: readonly Block[]): boolean {
  const lists = blocks.filter((block) => isList(block) && itemCount(block) > 2);
  const letters = (some: readonly Block[]) => sumOf(some, letterCount);
  const share = lists.some((list) => isNumberedList(list) || tellsStories(list)) ? 1 / 2 : 2 / 3;
  return lists.length > 0 && letters(lists) >= letters(blocks) * share;
}

function letterCount({ tokens }: Block): number {
  return sumOf(tokens, ({ type, content }) => (type === 'inline' ? content.length : 0));
}

function itemCount(block: Block): number {
  if (isList(block)) return nodesIn(block).length;
  return isListOrTable(block) ? takeawaysOf(block).length : 0;
}
