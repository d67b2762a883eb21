import type { Token } from 'markdown-it';
import { closeOf, isLinkOpen, plainText } from '../grammar/tokens.ts';

/** How new a headline is. */
const NEW =
  /^[^\p{L}\p{N}]*(?:new|updated?|breaking|hot|live|exclusive|nuev[oa]|neu|nouveau|nuovo|nov[oa]|nieuw|новое|нове|新|新着|更新|最新|独家|獨家|快讯|快訊|신규|속보)[^\p{L}\p{N}]*$/iu;
/** `[Harbour]`: any words in brackets. */
const BRACKETED = /^\s*(?:\[[^[\]]{1,20}\]|【[^【】]{1,20}】)\s*$/;
const MAX_LENGTH = 24;

/** Returns the index of the link after a tag, `**NEW** [Ferry stops](u)` or `[Harbour] [Ferry stops](u)`; 0 if there is none. */
export function linkAfterTag(words: readonly Token[]): number {
  const at = endOfTag(words);
  const link = words[at];
  if (at === 0 || !link || !isLinkOpen(link) || !/\s$/.test(words[at - 1]?.content ?? '')) return 0;
  const tag = plainText(words.slice(0, at));
  if (tag.length > MAX_LENGTH) return 0;
  return BRACKETED.test(tag) || (at > 1 && NEW.test(tag)) ? at : 0;
}

/** Returns the index after words in bold or code and a space, or after one text. */
function endOfTag(words: readonly Token[]): number {
  const type = words[0]?.type;
  if (type === 'strong_open') return closeOf(words, 0) + 2;
  return type === 'code_inline' ? 2 : type === 'text' ? 1 : 0;
}
