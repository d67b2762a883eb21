import type { Token } from 'markdown-it';
import { closeOf, isLinkOpen, isVisible, plainText } from '../grammar/tokens.ts';

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
  if (at === 0 || !link || !isLinkOpen(link)) return 0;
  const tag = plainText(words.slice(0, at));
  // `【港】` needs no space after it.
  if (tag.length > MAX_LENGTH || !(endsInSpace(words[at - 1]) || tag.endsWith('】'))) return 0;
  return BRACKETED.test(tag) || (words[0]?.type !== 'text' && NEW.test(tag)) ? at : 0;
}

/** Returns the index after words in bold or code and a space, or after one text. */
function endOfTag(words: readonly Token[]): number {
  const type = words[0]?.type;
  if (type === 'text') return 1;
  const end = type === 'strong_open' ? closeOf(words, 0) + 1 : type === 'code_inline' ? 1 : 0;
  const space = words[end];
  return end > 0 && space && !isVisible(space) ? end + 1 : end;
}

export function endsInSpace(token: Token | undefined): boolean {
  return token?.type === 'text' && /\s$/.test(token.content);
}
