import type { Token } from 'markdown-it';
import type { Block, Document } from './document.ts';
import type { SectionKind } from './model.ts';
import { plainText } from './plainTokens.ts';
import { foldTitle, kindOfTitle } from './vocabulary.ts';

/** A section as it stands in the document: its own blocks, and the sections inside it. */
export interface SectionNode {
  readonly kind: SectionKind;
  readonly level: number;
  readonly heading: Block;
  /** What stands directly under the heading. */
  readonly blocks: Block[];
  readonly sections: SectionNode[];
  /** Source lines, the nested sections included. */
  readonly from: number;
  to: number;
}

export interface Outline {
  /** The heading or line that gives the title. */
  readonly titleBlock?: Block;
  /** The blocks before the first section, without that one. */
  readonly lede: readonly Block[];
  readonly sections: readonly SectionNode[];
}

/** Finds the title and the sections of a document. Sections nest by heading level: an h3 stands in the h2 above it. */
export function outline(document: Document): Outline {
  const titleBlock = findTitleBlock(document);
  const lede: Block[] = [];
  const sections: SectionNode[] = [];
  const open: SectionNode[] = [];
  for (const block of document.blocks) {
    if (block === titleBlock) {
      open.length = 0;
      continue;
    }
    if (!headingText(block)) {
      (open.at(-1)?.blocks ?? lede).push(block);
    } else {
      const section = sectionOf(block);
      while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
      (open.at(-1)?.sections ?? sections).push(section);
      open.push(section);
    }
    for (const section of open) section.to = Math.max(section.to, block.to);
  }
  return { ...(titleBlock && { titleBlock }), lede, sections };
}

function sectionOf(heading: Block): SectionNode {
  const { from, to } = heading;
  const kind = kindOfTitle(sectionTitle(heading));
  return { kind, level: headingLevel(heading), heading, blocks: [], sections: [], from, to };
}

/** A heading often ends in a colon (`Reference(s):`); a title needs none. */
export function sectionTitle(heading: Block): string {
  const text = blockText(heading);
  return text.replace(/\s*[:：]$/, '') || text;
}

/**
 * The block that gives the title and so is no section: the first level-1 heading (where the front matter has a title,
 * only a heading that repeats it), or else a first line that stands alone.
 */
function findTitleBlock({ blocks, frontMatter }: Document): Block | undefined {
  const first = blocks.find((block) => headingText(block) && headingLevel(block) === 1);
  if (frontMatter.title !== undefined) {
    return first && foldTitle(blockText(first)) === foldTitle(frontMatter.title) ? first : undefined;
  }
  return first ?? (standsAlone(blocks[0]) && blocks.length > 1 ? blocks[0] : undefined);
}

/** A short first paragraph on one line that ends no sentence: `Morning brief, 3 March`. */
function standsAlone(block: Block | undefined): boolean {
  if (block?.tokens[0]?.type !== 'paragraph_open' || block.to - block.from !== 1) return false;
  const text = blockText(block);
  return text !== '' && text.length <= 80 && !/[.,;:!?…。]["'”’»)]?$/u.test(text) && /\p{L}/u.test(text);
}

function headingText(block: Block): string | undefined {
  return block.tokens[0]?.type === 'heading_open' ? blockText(block) : undefined;
}

function headingLevel(block: Block): number {
  return Number(block.tokens[0]?.tag.slice(1));
}

export function blockText(block: Block): string {
  return plainText(inlineTokens(block.tokens));
}

/** The tokens that hold words, at any depth. */
export function inlineTokens(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => type === 'inline');
}
