import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { textOfRuns } from './runList.ts';

/** The links of a page, and its images. */
interface Links {
  /** The addresses that words link to. */
  readonly linked: ReadonlySet<string>;
  /** The paragraphs that are images and nothing else. */
  readonly images: ReadonlySet<Part>;
}

/**
 * Removes links from images if words link to the same addresses: `A red ferry` would look like a headline. An image
 * right above or below a headline or a link to the same address is left out.
 */
export function withoutLinksOfImages(parts: readonly Part[], { linked, images }: Links): readonly Part[] {
  return parts.flatMap((part, at): readonly Part[] => {
    if (part.kind !== 'paragraph' || !images.has(part)) return [part];
    const [address, ...others] = new Set(part.runs.flatMap(({ link }) => link ?? []));
    if (address === undefined || others.length > 0 || !linked.has(address)) return [part];
    if ([parts[at - 1], parts[at + 1]].some((beside) => isLinkTo(address, beside))) return [];
    return [{ ...part, runs: part.runs.map((run) => ({ ...run, link: undefined })) }];
  });
}

/** Whether all words of a paragraph, or some of a heading, link to an address. */
function isLinkTo(address: string, part: Part | undefined): boolean {
  if (part?.kind === 'heading') return part.runs.some(({ link }) => link === address);
  return (
    part?.kind === 'paragraph' && textOfRuns(part.runs.filter(({ link }) => link !== address)).trim() === ''
  );
}
