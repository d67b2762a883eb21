import { type Block, blockOf, blockText, nodesIn, topLevelNodes } from '../../blocks/document.ts';
import { asHeading, headingLevel } from '../../blocks/headings.ts';
import { hasLinks } from '../../blocks/links.ts';
import { isList, isRule } from '../../blocks/kinds.ts';
import { linkAtStart, type TakeawayNode, takeawaysOf } from '../../items/takeaways.ts';
import { namesPart } from '../../text/partLabels.ts';
import { holdsSentence } from '../../text/sentences.ts';
import { foldTitle, kindOfTitle } from '../../text/vocabulary.ts';
import { hasLink } from '../lists/dataLists.ts';
import { isHeading, sectionTitle } from './headings.ts';
import { saysEnough } from './storiesAbove.ts';

/** A name in a list, and the list of its stories. */
interface Group {
  readonly name: Block;
  readonly list: Block;
  readonly stories: readonly TakeawayNode[];
}

/**
 * Returns the blocks with headings and lists in place of a list whose items are only names of groups, each above its
 * stories: `- Ferries:`, `  - [The last ferry stops](https://a.example)`. The headings are one level below the one above
 * them.
 */
export function withListedGroups(blocks: readonly Block[]): readonly Block[] {
  // Most texts have no nested lists.
  if (!blocks.some(mayHaveGroups)) return blocks;
  let level = 1;
  let isNews = true;
  return blocks.flatMap((block, i) => {
    if (isHeading(block))
      [level, isNews] = [headingLevel(block), kindOfTitle(sectionTitle(block)) === 'prose'];
    const groups = isNews && mayHaveGroups(block) && endsSection(blocks, i) ? groupsOf(block) : undefined;
    return groups?.flatMap((group) => withHeading(group, level + 1)) ?? [block];
  });
}

function withHeading({ name, list }: Group, level: number): readonly Block[] {
  const inner = namedLists(list)?.flatMap((group) => withHeading(group, level + 1)) ?? [list];
  return [asHeading(name, Math.min(6, level)), ...inner];
}

function mayHaveGroups(block: Block): boolean {
  return isList(block) && block.tokens.some(({ type, level }) => level > 0 && type === 'bullet_list_open');
}

/** Whether no other list follows in the section, nor more than a closing paragraph. */
function endsSection(blocks: readonly Block[], at: number): boolean {
  const below = blocks.slice(at + 1, at + 3);
  const end = below.findIndex((block) => isHeading(block) || isRule(block));
  const own = end < 0 ? below : below.slice(0, end);
  return own.length < 2 && !own.some(isList);
}

/**
 * Returns the groups of a list; undefined if not all of its items are groups, or they may be stories themselves. They
 * are not if groups are in all of them, as in the news of a program: `- Fixes`, `  - Crane`, `    - It turns again`.
 */
function groupsOf(block: Block): readonly Group[] | undefined {
  const groups = namedLists(block);
  if (!groups || groups.length < 2) return undefined;
  if (groups.every(({ list }) => namedLists(list))) return groups;
  const stories = groups.flatMap((group) => group.stories);
  const names = new Set(groups.map(({ name }) => foldTitle(blockText(name))));
  const areSeveral = groups.filter((group) => group.stories.length > 1).length * 2 >= groups.length;
  const areTold = stories.filter(isStory).length * 4 >= stories.length * 3;
  const areLinked =
    stories.filter((story) => linkAtStart(story) !== undefined).length * 3 >= stories.length * 2;
  return names.size === groups.length && areSeveral && areTold && areLinked ? groups : undefined;
}

/** Returns the names in a list and the lists below them; undefined if an item has anything else. */
function namedLists(block: Block): readonly Group[] | undefined {
  const groups = nodesIn(block).map((item) => groupOf(item.slice(1, -1)));
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

function groupOf(tokens: Block['tokens']): Group | undefined {
  const [name, list, ...others] = topLevelNodes(tokens).map(blockOf);
  if (!name || !list || others.length > 0 || !isList(list) || !namesGroup(name)) return undefined;
  const stories = takeawaysOf(list);
  return stories.length > 0 ? { name, list, stories } : undefined;
}

/** A story has a link, and says more than the name of its source. */
function isStory(story: TakeawayNode): boolean {
  return hasLink(story) && saysEnough(`${story.label ?? ''} ${story.text}`);
}

/** Maximum length of the name of a group, and in words. */
const [LENGTH, WORDS] = [40, 4];

/** Whether a line may be the name of a group: short, and without a link, unless a colon ends it. */
function namesGroup(block: Block): boolean {
  const text = blockText(block);
  const hasColon = /[:：]$/.test(text);
  const name = text.replace(/\s*[:：]$/, '').replace(/\s*[(（][^()（）]*[)）]$/, '');
  return (
    (hasColon || !hasLinks(block)) &&
    name.length > 0 &&
    name.length <= LENGTH &&
    name.split(' ').length <= WORDS &&
    !holdsSentence(name) &&
    !namesPart(name) &&
    kindOfTitle(name) === 'prose'
  );
}
