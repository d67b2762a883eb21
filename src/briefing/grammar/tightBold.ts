import type { MarkdownIt } from 'markdown-it';
import { UNSPACED } from '../text/scripts.ts';

/** Scripts without spaces between words, which have none around bold either. */
const SPACELESS = new RegExp(`[${UNSPACED}]`, 'u');
const OPENING_MARK = /^["'#@\p{Ps}\p{Pi}]/u;
const CLOSING_MARK = /(?![\p{Ps}\p{Pi}])[\p{P}\p{S}]$/u;
/** The end of bold words with a space that was meant to follow them. */
const SPACE_INSIDE = /[\p{L}\p{N}:：.!?)] $/u;
const WORD = /^[\p{L}\p{N}]/u;
const LABEL_SPACE = /[:：][ \u00a0]$/;
/** Maximum length of bold words that begin with a space after a bracket. In UTF-16 units. */
const MAX_LENGTH = 400;
const SPACE_AFTER = /^ [\p{L}\p{N}]/u;
/** Words in italics with their last space, and not the factors of a product: `2 *x * y`. */
const WORDS = /^[\s([]?\*[^\s*][^\n]{3,}$/;
/** Up to the end of the line, or to stars that open other words. */
const NO_CLOSE = /^[^*\n]*(?:$|\n|(?<=[\s([])\*+[^\s*])/;

/**
 * Reads bold that touches a word although a mark is at its inner edge: `**标题：**内容`, `他说**“不”**了`, `**Clock:**it`.
 * Markdown would leave the stars; in Chinese and Japanese nobody writes it any other way. Also reads bold with its last
 * or first space inside: `**Clock: ** it`, `**Clock: **it`, `**The last ferry **`, `[** The last ferry**]`; and italics
 * with the last space inside: `*The last ferry stops *`.
 */
export function tightBold(markdown: MarkdownIt): void {
  const { State } = markdown.inline;
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<typeof State.prototype.scanDelims> {
      const found = super.scanDelims(start, canSplitWord);
      const meets = this.src[start] === '*' ? this.#whereBoldMeets(start, found.length) : undefined;
      if (meets !== undefined) return { length: 2, can_open: meets === 'open', can_close: meets === 'close' };
      if (this.src[start] !== '*' || (found.can_open && found.can_close)) return found;
      const before = this.src.slice(Math.max(0, start - 2), start);
      const after = this.src.slice(start + found.length, Math.min(start + found.length + 2, this.posMax));
      // `**Ferry: ** late`: between two spaces, or at the end of the words, nothing else in bold can begin.
      const isApart = SPACE_INSIDE.test(before) && /^(?:[\s\])]|$)/.test(after);
      // `**Ferry: **late` closes bold; `[** The ferry**]`, below, opens it.
      const isLabel = LABEL_SPACE.test(before) && WORD.test(after);
      if (found.length === 2 ? isApart || isLabel : found.length === 1 && isApart && this.#endsWords(start))
        return { ...found, can_close: true };
      if (found.length === 2 && /[[(]$/.test(before) && SPACE_AFTER.test(after) && this.#isClosed(start))
        return { ...found, can_open: true };
      const isBehind = SPACELESS.test(before.slice(-1));
      const isBold = found.length > 1 || isBehind || SPACELESS.test(after.slice(0, 1));
      return {
        ...found,
        can_open: found.can_open || (isBehind && OPENING_MARK.test(after)),
        can_close: found.can_close || (isBold && CLOSING_MARK.test(before) && WORD.test(after)),
      };
    }

    /** Whether the star before is on the same line and touches words, and the one after cannot close them. */
    #endsWords(start: number): boolean {
      const open = this.src.lastIndexOf('*', start - 1);
      const words = this.src.slice(Math.max(0, open - 1), start);
      return WORDS.test(words) && NO_CLOSE.test(this.src.slice(start + 1, this.posMax));
    }

    /** True for `(** a**`, but not for `f(** a) and g(** b)`: the next stars must follow words, not a bracket. */
    #isClosed(start: number): boolean {
      return /^[^*]*[^\s*([] ?\*\*/.test(
        this.src.slice(start + 2, Math.min(start + 2 + MAX_LENGTH, this.posMax)),
      );
    }

    /** `**标题：****内容**`: the first bold ends where the second begins. */
    #whereBoldMeets(start: number, length: number): 'open' | 'close' | undefined {
      const first = length === 4 ? start : length === 2 ? start - 2 : -1;
      if (first < 1 || this.src.slice(first, first + 4) !== '****') return undefined;
      const isInside = /[^\s*]/.test(this.src[first - 1] ?? '') && /[^\s*]/.test(this.src[first + 4] ?? '');
      return !isInside ? undefined : first === start ? 'close' : 'open';
    }
  };
}
