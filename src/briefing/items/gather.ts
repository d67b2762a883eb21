import { parseMarkdown } from '../grammar/markdown.ts';
import type { SectionKind } from '../model.ts';
import { type Block, blockText, blockOf, topLevelNodes } from '../blocks/document.ts';
import { gatherItems, listOf } from './items.ts';
import { mergeLists } from './mergedLists.ts';
import { gatherPairs } from './pairs.ts';
import { isSourceParagraph } from './sourceLines.ts';
import { gatherStories, type Habits, isLeadIn, isOneStory } from './stories.ts';
import { holdsItems } from './takeaways.ts';

/** A section whose stories are to be found. */
interface OwnBlocks {
  readonly kind: SectionKind;
  readonly blocks: readonly Block[];
}

/** The blocks of a section, with lists in place of what its author wrote as items without a list. */
export function gather({ kind, blocks }: OwnBlocks, habits: Habits): readonly Block[] {
  if (kind === 'references') return blocks;
  // Nothing but parts of one story, `**Impact**` and what it says, is one item, also where it sums up.
  if (kind === 'takeaways' && !blocks.some(holdsItems) && isOneStory(blocks, habits))
    return [listOf([blocks])];
  const stories = gatherStories(blocks, habits);
  const gathered = mergeLists(
    gatherItems(stories === blocks ? gatherPairs(blocks) : stories, habits.sources, habits.linksHead),
  );
  return kind === 'takeaways' ? itemsOfProse(gathered.flatMap(unfenced)) : gathered;
}

/** The paragraphs of a summary are its items. */
function itemsOfProse(blocks: readonly Block[]): readonly Block[] {
  const list = blocks.findIndex(holdsItems);
  const gathered: Block[] = [];
  let items: Block[][] = [];
  const flush = () => {
    if (items.length > 0) gathered.push(listOf(items));
    items = [];
  };
  for (const [i, block] of blocks.entries()) {
    const isParagraph = block.tokens[0]?.type === 'paragraph_open' && blockText(block) !== '';
    if (isParagraph && items.length > 0 && isSourceParagraph(block)) items.at(-1)?.push(block);
    else if (isParagraph && !isLeadIn(block) && (list < 0 || (i < list && isSentence(block))))
      items.push([block]);
    else {
      flush();
      gathered.push(block);
    }
  }
  flush();
  return gathered;
}

/** Beside a list, a short line introduces or ends it. */
function isSentence(block: Block): boolean {
  const text = blockText(block);
  return text.length >= 80 && /[.!?。！？]["'”’»)]?$/u.test(text);
}

const WORDS = new Set(['', 'text', 'txt', 'markdown', 'md', 'plaintext']);

/** Three words on a line, near the beginning. */
function hasSentence(text: string): boolean {
  return text
    .slice(0, 500)
    .split('\n')
    .some((line) => (line.match(/\p{L}+/gu)?.length ?? 0) > 2);
}

/** A summary that stands between fences is no code: its blocks, at their lines. */
function unfenced(block: Block): readonly Block[] {
  const [fence] = block.tokens;
  if (fence?.type !== 'fence' || !WORDS.has(fence.info.trim().toLowerCase()) || !hasSentence(fence.content))
    return [block];
  const tokens = parseMarkdown(fence.content);
  for (const token of tokens)
    if (token.map) token.map = [token.map[0] + block.from + 1, token.map[1] + block.from + 1];
  // A note that is defined there is words like all others.
  return topLevelNodes(tokens).map((node) =>
    blockOf(node[0]?.type === 'footnote_reference_open' ? node.slice(1, -1) : node),
  );
}
