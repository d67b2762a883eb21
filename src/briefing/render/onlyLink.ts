import { linksOf } from '../blocks/links.ts';
import { plainText } from '../grammar/tokens.ts';
import type { Reference } from '../model.ts';
import type { Piece } from '../structure/passages.ts';
import type { TakeawayParts } from '../structure/structure.ts';

/** The words of an item: its first paragraph, and the blocks below it. */
type Words = Pick<TakeawayParts['node'], 'lead' | 'rest'>;

/** The words of a passage. Only a passage of one paragraph has a `lead`. */
export function wordsOfPassage([piece, ...others]: readonly Piece[]): Words {
  const [open, inline, ...rest] = piece?.tokens ?? [];
  const isAlone = others.length === 0 && open?.type === 'paragraph_open' && rest.length === 1;
  return isAlone ? { lead: inline?.children ?? [], rest: [] } : { lead: [], rest: piece?.tokens ?? [] };
}

/** The reference that is the whole content of an item, so that a list of references would repeat it. */
export function onlyLink({ lead, rest }: Words, references: readonly Reference[]): Reference | undefined {
  const [reference, ...others] = references;
  const [link] = linksOf(lead);
  if (!reference || !link || rest.length > 0 || others.length > 0) return undefined;
  const words = plainText(link.inside);
  // The item is `[Title](https://…)`, with or without a full stop.
  const isAll = plainText(lead).replace(/[.!?。]$/, '') === words.replace(/[.!?。]$/, '');
  const { title, site } = reference;
  return isAll && [words, link.host].includes(title) && site === link.host ? reference : undefined;
}
