import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { textOfPart } from './inOneLine.ts';
import type { PageFacts } from './pageFacts.ts';
import { textOfRuns } from './runList.ts';

/** Maximum distance of the headline that an image is about: a kicker of some lines can be between. */
const NEAR = 3;
/** Minimum length of a headline that can be in the text of an image: shorter words may name what is in it. */
const MIN_HEADLINE = 20;

/**
 * Removes links from images if words link to the same addresses: `A red ferry` would look like a headline. An image
 * right above or below a headline or a link to the same address is left out, and so is one with the words of the headline
 * below it.
 */
export function withoutLinksOfImages(
  parts: readonly Part[],
  { linked, images, firsts }: Pick<PageFacts, 'linked' | 'images' | 'firsts'>,
): readonly Part[] {
  return parts.flatMap((part, at): readonly Part[] => {
    if (part.kind !== 'paragraph' || !images.has(part)) return [part];
    const [address, ...others] = new Set(part.runs.flatMap(({ link }) => link ?? []));
    const isLinked = address !== undefined && others.length === 0 && linked.has(address);
    const words = textOfPart(part);
    const near = parts.slice(at + 1, at + 1 + NEAR);
    const repeats = near.some((below) => !images.has(below) && repeatsWords(words, textOfPart(below)));
    const sizes = firsts.get(part) ?? [];
    if (repeats || (isLinked && [parts[at - 1], parts[at + 1]].some((beside) => isLinkTo(address, beside)))) {
      // The part below it begins its elements.
      const own = firsts.get(parts[at + 1]) ?? [];
      if (sizes.some((size) => size > 1))
        firsts.set(parts[at + 1], [...own, ...sizes.map((size) => size - 1)]);
      return [];
    }
    if (!isLinked) return [part];
    const plain = { ...part, runs: part.runs.map((run) => ({ ...run, link: undefined })) };
    firsts.set(plain, sizes);
    return [plain];
  });
}

/** Whether the text of an image is that of a headline, with or without other words: `Picture of: The ferry stops at nine`. */
function repeatsWords(words: string, headline: string): boolean {
  return words === headline || (headline.length >= MIN_HEADLINE && words.includes(headline));
}

/** Whether all words of a paragraph, or some of a heading, link to an address. */
function isLinkTo(address: string, part: Part | undefined): boolean {
  if (part?.kind === 'heading') return part.runs.some(({ link }) => link === address);
  return (
    part?.kind === 'paragraph' && textOfRuns(part.runs.filter(({ link }) => link !== address)).trim() === ''
  );
}
