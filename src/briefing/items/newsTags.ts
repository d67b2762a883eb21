import type { Token } from 'markdown-it';
import { closeOf, isLinkOpen, isVisible, plainText } from '../grammar/tokens.ts';

/** How new a headline is. */
const NEW =
  /^[^\p{L}\p{N}]*(?:new|updated?|breaking|hot|live|exclusive|nuev[oa]|neu|nouveau|nuovo|nov[oa]|nieuw|новое|нове|新|新着|更新|最新|独家|獨家|快讯|快訊|신규|속보)[^\p{L}\p{N}]*$/iu;
/** `[Harbour]`: any words in brackets. */
const BRACKETED = /^\s*(?:\[[^[\]]{1,20}\]|【[^【】]{1,20}】)\s*$/;
const MAX_LENGTH = 24;

/**
 * Returns the index of the link or the bold words after a tag, `**NEW** [Ferry stops](u)`, `[Harbour] [Ferry stops](u)`
 * or `[#12](u) **Ferry stops**`; 0 if there is none.
 */
export function headlineAfterTag(words: readonly Token[]): number {
  const at = endOfTag(words);
  const [first] = words;
  if (at === 0 || !first || !/^(?:link|strong)_open$/.test(words[at]?.type ?? '')) return 0;
  const tag = plainText(words.slice(0, at));
  // `【港】` needs no space after it.
  if (tag.length > MAX_LENGTH || !(endsInSpace(words[at - 1]) || tag.endsWith('】'))) return 0;
  const isNumber = isLinkOpen(first) && !/\p{L}/u.test(tag);
  return isNumber || BRACKETED.test(tag) || (first.type !== 'text' && NEW.test(tag)) ? at : 0;
}

/** Returns the index after words in bold or code and a space, or after one text. */
function endOfTag(words: readonly Token[]): number {
  const type = words[0]?.type;
  if (type === 'text') return 1;
  const isMarked = type === 'strong_open' || type === 'link_open';
  const end = isMarked ? closeOf(words, 0) + 1 : type === 'code_inline' ? 1 : 0;
  const space = words[end];
  return end > 0 && space && !isVisible(space) ? end + 1 : end;
}

export function endsInSpace(token: Token | undefined): boolean {
  return token?.type === 'text' && /\s$/.test(token.content);
}
