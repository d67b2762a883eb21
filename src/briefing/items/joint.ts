import { linesOf, plainText } from '../grammar/tokens.ts';
import type { TakeawayNode } from './takeaways.ts';

/** What may stand between a label and its words: what ends the label, and what joins the two. */
const JOINT = /^ ?[:：.。]? ?(?:(?:--|——|[:：—–·|-]) ?)?$/;
/** A label that ends in one of these is parted from its words by it. */
const PARTS = /[.?!。？！…]$/;

/**
 * What is written between an item's label and its words: `: `, `：`, ` — `, `. `, a space; it ends in `\n` where the words
 * begin anew. Undefined where that cannot be told: the cells of a row have nothing between them.
 */
export function jointOf({ label, emoji = '', lead, tokens }: TakeawayNode): string | undefined {
  const inline = tokens.find(({ type }) => type === 'inline');
  if (label === undefined || !inline || tokens[0]?.type === 'tr_open') return undefined;
  const words = plainText([inline]);
  const at = words.indexOf(label);
  if (at < 0) return undefined;
  const [first = ''] = plainText(lead).split(' ');
  const behind = words.slice(at + label.length);
  const joint = without(emoji, first === '' ? behind : behind.slice(0, behind.indexOf(first)));
  if (!JOINT.test(joint)) return undefined;
  if (first === '') return `${joint.trim()}\n`;
  const [line = []] = linesOf(inline);
  const isLine =
    plainText(line).indexOf(label) === at && without(emoji, plainText(line).slice(at + label.length)) === '';
  return isLine && joint.trim() === '' && !PARTS.test(label) ? '\n' : joint;
}

/** `: 🚀 ` -> `: ` */
function without(emoji: string, joint: string): string {
  const at = emoji === '' ? -1 : joint.indexOf(emoji);
  return at < 0 ? joint : joint.slice(0, at).trimEnd() + joint.slice(at + emoji.length);
}

/** A joint where none is known; nothing but space behind a label that ends in a mark of its own: `Does it?`. */
export function usualJoint(label: string): string {
  return /[.?!]$/.test(label) ? ' ' : ': ';
}

/** A joint in two: what ends the label, in its own letters, and what stands between that and the words. */
export interface Sides {
  readonly end: string;
  readonly gap: string;
}

/**
 * `. — ` -> `.` and ` — `. What touches the words is none of the label’s end: Markdown has no bold that ends in a mark
 * between that and a letter, and `**标题**：内容` is read everywhere.
 */
export function sidesOf(joint: string): Sides {
  const [, end = '', gap = ''] = /^([:：.。]?)(.*)$/s.exec(joint) ?? [];
  return gap === '' ? { end: '', gap: end || ' ' } : { end, gap };
}

/** The same behind an item's name, which may have the label's end in it already: `**Clock:** It strikes.` */
export function sidesBehind(name: string, node: TakeawayNode): Sides {
  const { label = '' } = node;
  const joint = jointOf(node) ?? usualJoint(name);
  const hasEnd = /[:：.。]$/.test(name) && name.length > label.length;
  return hasEnd ? { end: '', gap: joint.replace(/^ ?[:：.。]/, '') } : sidesOf(joint);
}
