import { type Block, blockText, nodesIn } from '../../blocks/document.ts';
import { hasLinks, linksOf } from '../../blocks/links.ts';
import { isList, withoutRules } from '../../blocks/kinds.ts';
import { plainText, wordsOf } from '../../grammar/tokens.ts';
import { leadOf } from '../../items/boldLeads.ts';
import { isSourceParagraph } from '../../items/sourceLines.ts';
import { type Habits, isLeadIn, startsOf } from '../../items/stories.ts';
import { endsSentence } from '../../text/sentences.ts';
import { hasHeadlineNumber, withoutHeadlineNumber } from '../../text/headlineNumber.ts';
import { groupBy } from '../../../base/collections/groupBy.ts';
import { isVersion } from '../../text/title.ts';

/** A section: its heading, and the blocks and sections below it. */
interface Headed {
  readonly level: number;
  readonly heading?: Block;
  readonly blocks: readonly Block[];
  readonly sections: readonly Headed[];
}

type Heading = Headed & { readonly heading: Block };

/** Minimum number of headings of one form that make a pattern. */
const SEVERAL = 3;

/**
 * Returns the headings that are headlines: all blocks below each are one story, even if they have bold leads or
 * lists.
 */
export function headlinesOf(sections: readonly Headed[], habits: Habits): ReadonlySet<Block | undefined> {
  const all = sections.flatMap(withNested).filter((node): node is Heading => node.heading !== undefined);
  const levels = groupBy(all, ({ level }) => level);
  const headlines = [...levels.values()].flatMap((found) => [
    ...stressedOnce(found, habits),
    // A headline that leads to a page may have points below it or not.
    ...several(found.filter((one) => leadsToPage(one) || hasPoints(one))).filter(hasPoints),
  ]);
  return new Set(headlines.map(({ heading }) => heading));
}

function withNested(node: Headed): readonly Headed[] {
  return [node, ...node.sections.flatMap(withNested)];
}

function several(found: readonly Heading[]): readonly Heading[] {
  return found.length < SEVERAL ? [] : found;
}

/**
 * Returns the headings with a number or a link, `## 1. Ferry stops`, if most of those at their level have exactly one
 * paragraph with a bold lead below them, which comes first, and the others have none: the bold words then begin the
 * heading's story.
 */
function stressedOnce(found: readonly Heading[], habits: Habits): readonly Heading[] {
  const marked = found.filter(
    ({ heading }) => hasHeadlineNumber(blockText(heading)) || isLinkedHeading(heading),
  );
  const told = marked.filter(({ blocks }) => {
    const starts = startsOf(blocks, habits);
    return (
      starts.indexOf(true) === blocks.findIndex((block) => !isLeadIn(block)) &&
      starts.lastIndexOf(true) === starts.indexOf(true)
    );
  });
  const others = marked.filter((one) => !told.includes(one));
  const areBare = others.every(({ blocks }) => !startsOf(blocks, habits).includes(true));
  return areBare && told.length >= others.length ? several(told) : [];
}

/**
 * Whether a heading has text below it, then a lead-in like `What is new:` above a list of points without links, and one
 * source for all of that: at the end, or in the heading. Or it has only a list that ends in its source.
 */
function hasPoints({ heading, blocks, sections }: Heading): boolean {
  const own = withoutRules(blocks);
  const [first, last] = [own[0], own.at(-1)];
  if (sections.length > 0 || !first || !last) return false;
  if (first === last && isList(first)) return endsInSource(first) && !isVersion(blockText(heading));
  const leads = leadsToPage({ heading });
  if (own.findLastIndex(isList) < 1 || (isLeadIn(first) && (!leads || isList(last)))) return false;
  const lists = own.flatMap((block, i) => (isList(block) ? [{ block, above: own[i - 1] }] : []));
  const arePoints = lists.every(({ block, above }) => (!above || isLeadIn(above)) && !hasLinks(block));
  return arePoints && (leads || isSourceParagraph(last));
}

/**
 * Whether a list is points without links and bold leads and, as the last item, their one source. Sentences may be stories
 * of their own above `All stories: https://a.example`.
 */
function endsInSource(list: Block): boolean {
  const items = nodesIn(list);
  const [, ...source] = items.pop() ?? [];
  return (
    items.length > 0 &&
    (isSourceParagraph({ tokens: source }) ||
      (ADDRESS.test(source[1]?.content ?? '') &&
        !items.every(([, , inline]) => endsSentence(inline?.content ?? '')))) &&
    !hasLinks({ tokens: items.flat() }) &&
    !items.some(([, , inline]) => leadOf(wordsOf(inline)))
  );
}

/** A label in any words, and an address: `See: https://a.example`. */
const ADDRESS = /^[^:：]{1,24}[:：]\W*http\S+$/;

function leadsToPage({ heading }: Pick<Heading, 'heading'>): boolean {
  return isLinkedHeading(heading) && !isVersion(blockText(heading));
}

/** Whether all words of a heading are one link, except for a number and emoji before it. */
function isLinkedHeading({ tokens: [, inline] }: Block): boolean {
  const words = wordsOf(inline);
  const [link] = linksOf(words);
  return (
    link !== undefined &&
    plainText(link.inside) === withoutHeadlineNumber(plainText(words)).replace(SIGNS, '')
  );
}

/** Emoji and other signs before a headline, as those of a legend: `🐢 🌟 `. */
const SIGNS = /^(?:[^\p{L}\p{N}\p{P}\s]+\s+)+/u;
