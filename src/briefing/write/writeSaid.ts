import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { closeOf } from '../grammar/tokens.ts';
import { partsOf } from './marks.ts';

/** How a language writes what is said: see said.ts. */
export interface Hand {
  /** Words that mean nothing but themselves. */
  readonly words: (text: string) => string;
  readonly strong: (words: string) => string;
  /** Where an emoji is not simply its own. */
  readonly emoji?: (emoji: string) => string;
  /** Where there is none, what is struck through has `~~` around it: it must not be read as if it stood. */
  readonly struck?: (words: string) => string;
  readonly code?: (words: string) => string;
  /** What ends a line within a paragraph. */
  readonly lineEnd: string;
  readonly paragraph: (words: string) => string;
  readonly codeBlock: (text: string) => string;
}

/** What is said in a language, a text for each block. */
export function writeSaid(said: readonly Token[], hand: Hand): readonly string[] {
  return topLevelNodes(said).map((node) => writeBlock(node, hand));
}

function writeBlock(node: readonly Token[], hand: Hand): string {
  const [open, inline] = node;
  if (open?.type === 'fence') return hand.codeBlock(open.content);
  return hand.paragraph(writeWords(inline?.children ?? [], hand).trim());
}

function writeWords(tokens: readonly Token[], hand: Hand): string {
  let written = '';
  /** Words of one look are written at once: what they mean may depend on where they begin. */
  let open = '';
  const flush = () => {
    const { before, words, behind } = partsOf(open);
    written += before + (words === '' ? '' : hand.words(words)) + behind;
    open = '';
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const { type, content } = token;
    if (type === 'text' || (type === 'code_inline' && !hand.code)) {
      open += content;
      continue;
    }
    if (type.startsWith('s_') && !hand.struck) {
      open += '~~';
      continue;
    }
    flush();
    if (type === 'hardbreak') written += hand.lineEnd;
    // No other mark of a joint means anything in any language.
    else if (type === 'joint') written += content.replace(/[:|]/, hand.words);
    else if (type === 'emoji') written += (hand.emoji ?? hand.words)(content);
    else if (type === 'code_inline') written += hand.code?.(content) ?? '';
    else {
      const close = closeOf(tokens, at);
      const inside = writeWords(tokens.slice(at + 1, close), hand);
      written += (type === 'strong_open' ? hand.strong : hand.struck)?.(inside) ?? '';
      at = close;
    }
  }
  flush();
  return written;
}
