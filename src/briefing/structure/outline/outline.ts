import { isProseDespiteName } from './ordinaryNames.ts';
import { datelineHeading } from './datelineHeading.ts';
import { kickersIn } from './kickers.ts';
import { headlinesOf } from './headingsAsHeadlines.ts';
import { isHeading, sectionTitle } from './headings.ts';
import { withPartsNested } from './partHeadings.ts';
import { withPartsInside } from './storyParts.ts';
import type { Block, Document } from '../../blocks/document.ts';
import { headingLevel } from '../../blocks/headings.ts';
import { isListOrTable, withoutRules } from '../../blocks/kinds.ts';
import { withItemLists } from '../../items/sectionItems.ts';
import { type Habits, habitsOf, isOneStory } from '../../items/stories.ts';
import { splitStories } from '../../items/splitStories.ts';
import { BoldLeadCache } from '../../items/boldLeads.ts';
import { listedLines } from '../../items/linksAsFirstLines.ts';
import { isFullSentence } from '../../items/linksAsItems.ts';
import { isOrdinaryName, kindOfTitle } from '../../text/vocabulary.ts';
import { withClosing } from './endOfSources.ts';
import { findTitleBlock } from './titleBlock.ts';
import { splitSourcesAtEnd } from './sourcesAtEnd.ts';
import { unboxed, withGroups } from './groupHeadings.ts';
import { areHeadlines, areItems, itemsOfHeadings, listOfSections } from './headingsAsItems.ts';
import { withListedGroups } from './listedGroups.ts';
import { oneList } from './oneList.ts';
import type { Parts, SectionNode } from './sectionNode.ts';
import { hasStories, listsNews, tellsStories } from './storiesAbove.ts';

/** A document's title and sections. */
export interface Outline extends Parts {
  /** The heading or line that gives the title. */
  readonly titleBlock?: Block;
}

/** Finds the title and the sections of a document. Sections nest by heading level: an h3 is in the h2 above it. */
export function outline(document: Document): Outline {
  const given = document.blocks.filter(isHeading);
  const titleBlock = findTitleBlock(document, given);
  const [body, sources] = splitSourcesAtEnd(document.blocks);
  const leads = new BoldLeadCache();
  const written: Block[] = [];
  const top = given.find((block) => block !== titleBlock);
  const box = withoutRules(body.slice(0, top && body.indexOf(top))).at(-1);
  for (const block of body)
    if (block === titleBlock) written.push(block);
    else
      for (const part of block === box ? unboxed(block, top) : [block])
        for (const story of splitStories(listedLines(part), leads)) written.push(story);
  const hasHeadings = written.some((block) => block !== titleBlock && isHeading(block));
  const grouped = hasHeadings ? withGroups(withPartsNested(written, titleBlock), leads) : written;
  const { blocks: whole, stories } = withPartsInside(grouped, titleBlock);
  const all = withListedGroups(whole);
  const blocks = all.filter((block) => block !== titleBlock);
  const dateline = datelineHeading(document, given, titleBlock);
  const headings = new Set(blocks.filter((block) => isHeading(block) && block !== dateline));
  const habits = habitsOf(blocks, leads);
  const kickers = kickersIn(blocks, document.body);
  const found =
    headings.size === 0
      ? oneList(withItemLists({ kind: 'prose', blocks }, habits))
      : kickers.size === 0 && areItems(blocks, headings)
        ? oneList(itemsOfHeadings(blocks, headings))
        : nest(all, {
            headings,
            kickers,
            titleBlock,
            habits,
            stories,
            notes: [...document.footnotes.values()],
          });
  const { lede, sections } = document.rest ? withRest(found, document.rest) : found;
  return { ...(titleBlock && { titleBlock }), lede, sections: [...sections, ...sources] };
}

/** Appends the text that is too dense to be parsed as Markdown to the last section at any depth. */
function withRest({ lede, sections }: Parts, rest: Block): Parts {
  const last = sections.at(-1);
  if (!last) return { lede: [...lede, rest], sections };
  const { lede: blocks, sections: nested } = withRest({ lede: last.blocks, sections: last.sections }, rest);
  return { lede, sections: sections.with(-1, { ...last, blocks, sections: nested, to: rest.to }) };
}

interface Known {
  readonly headings: ReadonlySet<Block>;
  readonly kickers: ReadonlySet<Block | undefined>;
  readonly titleBlock: Block | undefined;
  readonly habits: Habits;
  /** The headings of sections that are already known to be one story each. */
  readonly stories: ReadonlySet<Block | undefined>;
  /** The footnotes. */
  readonly notes: readonly Block[];
}

function nest(
  blocks: readonly Block[],
  { headings, kickers, titleBlock, habits, stories, notes }: Known,
): Parts {
  const lede: Block[] = [];
  const sections: OpenSection[] = [];
  const open: OpenSection[] = [];
  for (const block of blocks) {
    if (block === titleBlock) {
      open.length = 0;
      continue;
    }
    if (!headings.has(block)) {
      (open.at(-1)?.blocks ?? lede).push(block);
    } else {
      const above = open.at(-1)?.blocks ?? lede;
      const section = sectionOf(block);
      if (kickers.has(above.at(-1))) section.kicker = above.splice(-1);
      while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
      (open.at(-1)?.sections ?? sections).push(section);
      open.push(section);
    }
    for (const section of open) section.to = Math.max(section.to, block.to);
  }
  const headlines = new Set([...stories, ...headlinesOf(sections, habits)]);
  // `Links` may hold the news of a letter: `### Films`, `### Tools`.
  const areAllSources = ({ kind, heading, from }: OpenSection) =>
    kind === 'references' &&
    !isOrdinaryName(sectionTitle(heading)) &&
    (from !== sections[0]?.from || lede.filter(isFullSentence).length > 1);
  const closed = (written: OpenSection): SectionNode => {
    const section = areHeadlines(written.sections) ? withItems(written) : written;
    const isStory =
      section.kind === 'prose' &&
      section.sections.every(({ kind }) => kind === 'references') &&
      (headlines.has(section.heading) || isOneStory(section.blocks, habits));
    return {
      ...withClosing(section, notes),
      ...(section.kind !== 'references' && {
        blocks: isStory ? section.blocks : withItemLists(section, habits),
      }),
      isStory,
      sections: withFinalKinds(section.sections, areAllSources(section)).map(closed),
    };
  };
  const below = withFinalKinds(sections).map(closed);
  // With no other sections but references, as in `# Title`, a list, `## Sources`, the lede is read as without sections.
  const top =
    below.every(({ kind }) => kind === 'references') || hasStories(lede, habits)
      ? oneList(withItemLists({ kind: 'prose', blocks: lede }, habits))
      : lede.some((block, i) => tellsStories(block) || listsNews(lede[i - 1], block))
        ? oneList(lede, true)
        : { lede, sections: [] };
  // The title may come after a section, which is then before the list in the lede.
  const all = [...top.sections, ...below].sort((one, other) => one.from - other.from);
  return { lede: top.lede, sections: all };
}

/**
 * Returns sibling sections with their final kinds. The kind of `Links` depends on its content and on the sections
 * after it. `inSources`: they are in a reference section below a text, so that their lists are of sources, too.
 */
function withFinalKinds(sections: readonly OpenSection[], inSources = false): readonly OpenSection[] {
  const last = sections.findLastIndex(({ kind }) => kind !== 'references');
  return sections.map((section, i) => {
    const { kind, heading, blocks } = section;
    if (inSources && isListOrTable(blocks[0]) && blocks.filter(isFullSentence).length < 2)
      return { ...section, kind: 'references' };
    return kind === 'references' && isProseDespiteName(sectionTitle(heading), blocks, i > last)
      ? { ...section, kind: 'prose' }
      : section;
  });
}

/** Makes a section with items of one whose sections are headlines. */
function withItems(section: OpenSection): OpenSection {
  return { ...section, blocks: [...section.blocks, listOfSections(section.sections)], sections: [] };
}

/** A section that is still being read. */
interface OpenSection extends SectionNode {
  readonly blocks: Block[];
  readonly sections: OpenSection[];
  kicker?: readonly Block[];
  to: number;
}

function sectionOf(heading: Block): OpenSection {
  const { from, to } = heading;
  const kind = kindOfTitle(sectionTitle(heading));
  return { kind, level: headingLevel(heading), heading, blocks: [], isStory: false, sections: [], from, to };
}
