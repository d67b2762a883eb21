import type { Token } from 'markdown-it';
import { sidesOf } from '../items/joint.ts';
import { escapeWords, writeInline } from './writeMarkdown.ts';

/** Bold that ends in a full stop can be followed directly only by a letter or digit, see tightBold.ts. */
const LETTER = /^[\p{L}\p{N}]/u;
/** A bold label that ends in one of these is read as a label without a colon. */
const ENDS = /[?!？！]$/;
/** Words that would be read as a continuation of the line above, and not as a beginning. */
const CONTINUES = /^[\p{Ll},;)—–-]/u;

/**
 * Writes a label in bold and its words, with the joint between them. Parsing gives both again: without a visible joint,
 * the words are on the next line; if they would be read as a continuation there, or if the joint is not known, a colon
 * joins them.
 */
export function writeLabelled(label: string, lead: readonly Token[], joint: string | undefined): string {
  const after = writeInline(lead, false);
  const [end, gap] = markedJoint(label, after, joint);
  const words = gap === '\n' ? writeInline(lead) : after;
  return `**${escapeWords(label + end)}**${gap}${words}`.trimEnd();
}

function markedJoint(label: string, words: string, joint = ': '): readonly [end: string, gap: string] {
  const { end, gap } = sidesOf(joint);
  // A full stop ends a label if it is inside the bold, but not after it.
  if (/^[.。]$/.test(gap)) return [gap, LETTER.test(words) ? '' : ' '];
  if (end !== '' || gap.trim() !== '') return [end, gap];
  if (words === '') return ['', ''];
  if (ENDS.test(label)) return ['', ' '];
  return CONTINUES.test(words) ? [':', ' '] : ['', '\n'];
}
