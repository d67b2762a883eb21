import { type Block, blockText } from '../blocks/document.ts';
import { inlineOf } from '../blocks/kinds.ts';
import { labelOfField, namesStory } from '../text/partLabels.ts';
import { endsSentence } from '../text/sentences.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { listOf } from './makeLists.ts';

/** Minimum number of such paragraphs in a text that make a pattern. */
const SEVERAL = 4;
/** One to three words, the first with a capital: `Oil`, `US Treasuries`. */
const LABEL = /^\p{Lu}[\p{L}\p{N}&.'’/-]{0,19}(?: [\p{L}\p{N}&.'’/-]{1,19}){0,2}$/u;
/** At least four words on one line. */
const TEXT = /^[^\n]{0,40}?[:：]\s*(?:[^\s\n]+\s+){3}\S/;
/** `It stops. (Gazette)`, `It stops. (https://a.example; https://b.example)` */
const SOURCE =
  /[(（](?:[^()（）]{1,60}|https?:\/\/[^\s()（）]{1,400}(?: https?:\/\/[^\s()（）]{1,400}){0,4})[)）]\s*$/;

/** The label of a paragraph that is a label and a sentence: `Oil: It was steady on Friday. (Gazette)`. */
function labelOf(block: Block): string | undefined {
  const inline = inlineOf(block);
  if (!inline || !/[:：]/.test(inline.content.slice(0, 64))) return undefined;
  const label = labelOfField(inline.content);
  if (label === undefined || !LABEL.test(label) || !TEXT.test(inline.content)) return undefined;
  if (!namesStory(label)) return undefined;
  return endsSentence(blockText(block).replace(SOURCE, '')) ? label : undefined;
}

/**
 * Whether a text has at least four paragraphs that are a label and a sentence, each with its own label. A label that
 * recurs is that of a speaker: `Host: What next?`
 */
export function haveLabels(blocks: readonly Block[]): boolean {
  const labels = blocks.flatMap((block) => labelOf(block) ?? []);
  return labels.length >= SEVERAL && new Set(labels.map(foldTitle)).size === labels.length;
}

/**
 * Makes a list of the paragraphs of a section that are a label and a sentence, with nothing else up to its end or a
 * rule, and above two or more of them at most one paragraph.
 */
export function gatherLabelled(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => labelOf(block) !== undefined);
  const rule = blocks.findIndex(({ tokens }, i) => i > first && tokens[0]?.type === 'hr');
  const end = rule < 0 ? blocks.length : rule;
  const own = blocks.slice(first, end);
  if (first < 0 || first > (own.length < 2 ? 0 : 1) || !own.every((block) => labelOf(block) !== undefined))
    return blocks;
  return [...blocks.slice(0, first), listOf(own.map((block) => [block])), ...blocks.slice(end)];
}
