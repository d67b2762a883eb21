import { linesOf, plainText } from '../grammar/tokens.ts';
import type { TakeawayNode } from './takeaways.ts';

/** The characters between a label and its words: the end of the label, and those that join the two. */
const JOINT = /^ ?[:：.。]? ?(?:(?:--|——|[:：—–·|-]) ?)?$/;
/** An end mark that separates a label from its words. */
const PARTS = /[.?!。？！…]$/;

/**
 * Returns the characters between an item's label and its words: `: `, `：`, ` — `, `. `, a space; the last one is a
 * line break if the words begin a new line. Undefined if unknown: the cells of a row have nothing between them.
 */
export function jointOf({ label, emoji = '', lead, tokens }: TakeawayNode): string | undefined {
  const inline = tokens.find(({ type }) => type === 'inline');
  if (label === undefined || !inline || tokens[0]?.type === 'tr_open') return undefined;
  const words = plainText([inline]);
  const at = words.indexOf(label);
  if (at < 0) return undefined;
  const [first = ''] = plainText(lead).split(' ');
  const after = words.slice(at + label.length);
  const joint = without(emoji, first === '' ? after : after.slice(0, after.indexOf(first)));
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

/** Returns the joint to use if none is known: a space after a label with a mark of its own at its end, `Does it?`. */
export function usualJoint(label: string): string {
  return /[.?!]$/.test(label) ? ' ' : ': ';
}

/** The two parts of a joint: the end of the label, and the characters between that and the words. */
export interface Sides {
  readonly end: string;
  readonly gap: string;
}

/**
 * Splits a joint: `. — ` -> `.` and ` — `. A mark that touches the words does not belong to the label's end: Markdown
 * cannot close bold between a mark and a letter, while `**标题**：内容` works everywhere.
 */
export function sidesOf(joint: string): Sides {
  const [, end = '', gap = ''] = /^([:：.。]?)(.*)$/s.exec(joint) ?? [];
  return gap === '' ? { end: '', gap: end || ' ' } : { end, gap };
}

/** Splits the joint after an item's name, which may already have the label's end in it: `**Clock:** It strikes.` */
export function sidesAfter(name: string, node: TakeawayNode): Sides {
  const { label = '' } = node;
  const joint = jointOf(node) ?? usualJoint(name);
  const hasEnd = /[:：.。]$/.test(name) && name.length > label.length;
  return hasEnd ? { end: '', gap: joint.replace(/^ ?[:：.。]/, '') } : sidesOf(joint);
}
