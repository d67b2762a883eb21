import { type Block, blockText } from '../blocks/document.ts';
import { hasLinks, linksOf } from '../blocks/links.ts';
import { plainText } from '../grammar/tokens.ts';
import { isSourceParagraph } from '../items/sourceLines.ts';
import { type Habits, isLeadIn, startsOf } from '../items/stories.ts';
import { isList } from '../items/takeaways.ts';
import { HEADLINE_NUMBER } from '../text/headlineNumber.ts';
import { isVersion } from '../text/title.ts';

/** What a heading has below it. */
interface Headed {
  readonly level: number;
  readonly heading?: Block;
  readonly blocks: readonly Block[];
  readonly sections: readonly Headed[];
}

type Heading = Headed & { readonly heading: Block };

/** So many of one form are a habit. */
const SEVERAL = 3;

/** The headings that are headlines: what stands below each is one story, whatever it stresses or lists. */
export function headlinesOf(sections: readonly Headed[], habits: Habits): ReadonlySet<Block | undefined> {
  const levels = new Map<number, Heading[]>();
  const visit = (node: Headed): void => {
    const { heading, level, sections: nested } = node;
    const found = levels.get(level);
    if (heading && found) found.push({ ...node, heading });
    else if (heading) levels.set(level, [{ ...node, heading }]);
    nested.forEach(visit);
  };
  sections.forEach(visit);
  const headlines = [...levels.values()].flatMap((found) => [
    ...stressedOnce(found, habits),
    ...several(found.filter(hasPoints)),
  ]);
  return new Set(headlines.map(({ heading }) => heading));
}

function several(found: readonly Heading[]): readonly Heading[] {
  return found.length < SEVERAL ? [] : found;
}

/**
 * `## 1. Ferry stops` or a link, where most such headings of a level have one paragraph with bold words below them, that
 * comes first, and none has more: those words are the first of the story.
 */
function stressedOnce(found: readonly Heading[], habits: Habits): readonly Heading[] {
  const marked = found.filter(({ heading }) => isNumbered(heading) || isLink(heading));
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

/** Words, then `What is new:` above a list of points without a link, and the one source of all that: below it, or in the heading. */
function hasPoints({ heading, blocks, sections }: Heading): boolean {
  const own = blocks.filter(({ tokens }) => tokens[0]?.type !== 'hr');
  const [first, last] = [own[0], own.at(-1)];
  if (sections.length > 0 || !first || !last || isLeadIn(first)) return false;
  const lists = own.flatMap((block, i) => (isList(block) ? [{ block, above: own[i - 1] }] : []));
  const arePoints = lists.every(({ block, above }) => (!above || isLeadIn(above)) && !hasLinks(block));
  return (
    arePoints &&
    lists.some(({ above }) => above !== undefined) &&
    (isSourceParagraph(last) || (isLink(heading) && !isVersion(blockText(heading))))
  );
}

function isNumbered(heading: Block): boolean {
  return HEADLINE_NUMBER.test(blockText(heading));
}

/** All of its words, but for a number. */
function isLink({ tokens: [, inline] }: Block): boolean {
  const words = inline?.children ?? [];
  const [link] = linksOf(words);
  return link !== undefined && plainText(link.inside) === plainText(words).replace(HEADLINE_NUMBER, '');
}
