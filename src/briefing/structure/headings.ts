import { type Block, blockText, isPicture } from '../blocks/document.ts';
import { haveWords, tokenOf } from '../grammar/tokens.ts';

/** The same words as a heading of a level. */
export function headingOf(block: Block, level: number): Block {
  const tag = `h${level}`;
  const map = block.tokens[0]?.map ?? null;
  const words = block.tokens.filter(({ type }) => type === 'inline');
  const tokens = [tokenOf('heading_open', tag, 1, { map }), ...words, tokenOf('heading_close', tag, -1)];
  return { ...block, tokens };
}

/** A heading often ends in a colon (`Reference(s):`); a title needs none. */
export function sectionTitle(heading: Block | undefined): string {
  const text = heading ? blockText(heading) : '';
  return text.replace(/\s*[:：]$/, '') || text;
}

/** A heading of pictures alone heads nothing: it is a banner. */
export function isHeading(block: Block): boolean {
  return (
    block.tokens[0]?.type === 'heading_open' &&
    haveWords(block.tokens[1]?.children ?? []) &&
    !isPicture(block)
  );
}
