import type { Token } from 'markdown-it';
import { type Block, blockText, nodesIn } from '../../blocks/document.ts';
import { headingLevel, asParagraph } from '../../blocks/headings.ts';
import { hasLinks } from '../../blocks/links.ts';
import { isList, isListOrTable } from '../../blocks/kinds.ts';
import { copyOf, tokenOf, wordsOf } from '../../grammar/tokens.ts';
import { hasHeadlineNumber, withoutHeadlineNumber } from '../../text/headlineNumber.ts';
import { namesPart } from '../../text/partLabels.ts';
import { secondsOf } from '../../text/readingTime.ts';
import { isVersion } from '../../text/title.ts';
import { foldTitle, kindOfTitle, namesIn } from '../../text/vocabulary.ts';
import { isHeading, sectionTitle } from './headings.ts';
import { isNameOf } from './partHeadings.ts';
import { MAX_PASSAGE_SECONDS, textOfBlocks } from '../passages.ts';
import { addCount } from '../../../base/collections/counts.ts';
import { areMost } from '../lists/dataLists.ts';

/** Names of parts with links to other pages, which are no news of their own. */
const FURTHER_READING = namesIn([
  'related reading, related links, further reading, 相关阅读, 延伸阅读, 扩展阅读, 相關閱讀, 延伸閱讀, 관련 링크, 関連記事',
]);

/** Minimum number of headings with the same name that are parts of stories. */
const SEVERAL = 3;

interface Part {
  readonly block: Block;
  readonly name: string;
  /** The blocks below it. */
  readonly below: Block[];
}

/** A heading with its own blocks, and the parts below it. */
interface Story {
  readonly heading: Block;
  readonly own: Block[];
  readonly parts: Part[];
}

/** The blocks, with the parts of their stories as bold lines, and the headings of those stories. */
export interface StoriesWithParts {
  readonly blocks: readonly Block[];
  readonly stories: ReadonlySet<Block | undefined>;
}

/**
 * Turns headings into bold lines if they are parts of short stories and not sections: `#### Key details` and
 * `#### Why it matters` below each of three headings. Those that list news stay: `### Politics` below each of three
 * countries. Sources at the end of the stories stay, too.
 */
export function withPartsInside(blocks: readonly Block[], titleBlock: Block | undefined): StoriesWithParts {
  const stories = storiesOf(blocks, titleBlock);
  const areSourcesLast = stories.every(namesSourcesLast);
  const parts = new Map(
    stories.flatMap((story) =>
      story.parts
        .filter(({ name }) => !areSourcesLast || !namesSources(name))
        .map(({ block }) => [block, boldOf(block)] as const),
    ),
  );
  return {
    blocks: parts.size === 0 ? blocks : blocks.map((block) => parts.get(block) ?? block),
    stories: new Set(stories.map(({ heading }) => heading)),
  };
}

function storiesOf(blocks: readonly Block[], titleBlock: Block | undefined): readonly Story[] {
  const headings = blocks.filter((block) => block !== titleBlock && isHeading(block));
  // Each of the stories has a heading of its own and one of a part.
  if (headings.length < 2 * SEVERAL) return [];
  const names = new Map<Block, string>();
  const counts = new Map<string, number>();
  for (const block of headings) {
    const name = `${headingLevel(block)} ${foldTitle(withoutHeadlineNumber(sectionTitle(block)))}`;
    names.set(block, name);
    addCount(counts, name);
  }
  const recurs = (name: string) => (counts.get(name) ?? 0) >= SEVERAL;
  const recurring = [...counts.keys()].filter(recurs);
  if (recurring.length === 0) return [];
  const known = recurring.filter((name) => namesPart(name.slice(2)));
  const nameOf = (name: string) => {
    const isOf = (part: string) =>
      name.startsWith(part.slice(0, 2)) && isNameOf(part.slice(2), name.slice(2));
    const part = recurs(name) ? name : known.find(isOf);
    return { name: (part ?? name).slice(2), recurs: part !== undefined };
  };
  const kinds = new Map([...names].map(([block, name]) => [block, nameOf(name)]));
  const stories: Story[] = [];
  let areBelow = true;
  let story: Story | undefined;
  for (const block of blocks) {
    const kind = kinds.get(block);
    if (block === titleBlock) story = undefined;
    else if (kind === undefined) (story?.parts.at(-1)?.below ?? story?.own)?.push(block);
    else if (!kind.recurs) stories.push((story = { heading: block, own: [], parts: [] }));
    else if (story && headingLevel(block) >= headingLevel(story.heading))
      story.parts.push({ block, name: kind.name, below: [] });
    // The part is below no story, or below one of a deeper level.
    else areBelow = false;
  }
  const withParts = stories.filter(({ parts }) => parts.length > 0);
  const areStories =
    areBelow &&
    withParts.length >= SEVERAL &&
    new Set(withParts.map(({ heading }) => headingLevel(heading))).size === 1 &&
    withParts.every(({ parts }) => new Set(parts.map(({ name }) => name)).size === parts.length) &&
    areMost(withParts, isShort) &&
    !areMost(withParts, listsNews(withParts)) &&
    areParts(withParts);
  return areStories ? withParts : [];
}

/**
 * Whether the parts are parts of stories: by their names; or because they are deeper than the stories' headings, and
 * those are headlines or the parts list nothing.
 */
function areParts(stories: readonly Story[]): boolean {
  const parts = stories.flatMap((story) => story.parts);
  const names = [...new Set(parts.map(({ name }) => name))];
  if (areMost(names, namesPart)) return true;
  const areDeeper = stories.every(({ heading, parts: own }) =>
    own.every(({ block }) => headingLevel(block) > headingLevel(heading)),
  );
  return (
    areDeeper &&
    (areMost(stories, ({ heading }) => isNumberedOrLink(heading)) ||
      !parts.some(({ below }) => below.some(isListOrTable)))
  );
}

/** Whether a story is short enough to be read in one go. */
function isShort({ own, parts }: Story): boolean {
  return secondsOf(textOfBlocks([...own, ...parts.flatMap(({ below }) => below)])) <= MAX_PASSAGE_SECONDS;
}

function namesSources(name: string): boolean {
  return kindOfTitle(name) === 'references';
}

/**
 * Whether a story's sources come last. They are then a section of references; a part below them would be read as
 * sources, too.
 */
function namesSourcesLast({ parts }: Story): boolean {
  return parts.slice(0, -1).every(({ name }) => !namesSources(name));
}

/**
 * Returns whether a part lists news: several items, at least half of them with links. Sources do not count, nor do data
 * that several stories have: `- **Author:** [ann](https://a.example)`.
 */
function listsNews(stories: readonly Story[]): (story: Story) => boolean {
  const lists = ({ parts }: Story) =>
    parts
      .filter(({ name }) => !namesSources(name) && !FURTHER_READING.has(name))
      .flatMap(({ below }) => below.filter(isList).map(nodesIn));
  const counts = new Map<string, number>();
  for (const item of stories.flatMap(lists).flat()) addCount(counts, labelOf(item));
  const isNews = (item: readonly Token[]) =>
    hasLinks({ tokens: item }) && (labelOf(item) === '' || (counts.get(labelOf(item)) ?? 0) < SEVERAL);
  return (story) =>
    lists(story).some((items) => items.length > 1 && items.filter(isNews).length * 2 >= items.length);
}

/** The words before the colon in an item's first line; '' if there are none. */
function labelOf(item: readonly Token[]): string {
  const line = item.find(({ type }) => type === 'inline')?.content ?? '';
  return foldTitle(/^[^\n:：]{1,40}(?=[:：])/.exec(line)?.[0] ?? '');
}

/** Whether a heading is a headline, by its number or its link. */
function isNumberedOrLink(heading: Block): boolean {
  const words = blockText(heading);
  return hasHeadlineNumber(words) || (hasLinks(heading) && !isVersion(words));
}

/** Returns a heading as a paragraph in bold. */
function boldOf(block: Block): Block {
  const paragraph = asParagraph(block);
  const bold = (nesting: 1 | -1) =>
    tokenOf(nesting > 0 ? 'strong_open' : 'strong_close', 'strong', nesting, { block: false, markup: '**' });
  const tokens = paragraph.tokens.map((token) =>
    token.type === 'inline'
      ? copyOf(token, {
          content: `**${token.content}**`,
          children: [bold(1), ...wordsOf(token), bold(-1)],
        })
      : token,
  );
  return { ...paragraph, tokens };
}
