import type { Token } from 'markdown-it';
import { sidesOf } from '../items/joint.ts';
import { escapeWords, writeInline } from './writeMarkdown.ts';

/** Bold that ends in a full stop touches only a letter: see tightBold.ts. */
const LETTER = /^[\p{L}\p{N}]/u;
/** A bold label that ends in one of these needs nothing more to be one. */
const ENDS = /[?!？！]$/;
/** Words that go on in their line are no new beginning below it. */
const GOES_ON = /^[\p{Ll},;)—–-]/u;

/**
 * A label in bold, and its words, joined as they were. They are read as these two again: what nothing joins has its words
 * on the next line, and where they would be taken to go on there, or nothing is known, a colon joins them.
 */
export function writeLabelled(label: string, lead: readonly Token[], joint: string | undefined): string {
  const behind = writeInline(lead, false);
  const [end, gap] = markedJoint(label, behind, joint);
  const words = gap === '\n' ? writeInline(lead) : behind;
  return `**${escapeWords(label + end)}**${gap}${words}`.trimEnd();
}

function markedJoint(label: string, words: string, joint = ': '): readonly [end: string, gap: string] {
  const { end, gap } = sidesOf(joint);
  // In the label, a full stop is its end; behind it, none.
  if (/^[.。]$/.test(gap)) return [gap, LETTER.test(words) ? '' : ' '];
  if (end !== '' || gap.trim() !== '') return [end, gap];
  if (words === '') return ['', ''];
  if (ENDS.test(label)) return ['', ' '];
  return GOES_ON.test(words) ? [':', ' '] : ['', '\n'];
}
