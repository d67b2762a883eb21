import type { Token } from 'markdown-it';
import { isLinkOpen, linesOf, plainText } from '../grammar/tokens.ts';
import { namesPart } from '../text/partLabels.ts';
import { endsSentence } from '../text/sentences.ts';
import { kindOfTitle } from '../text/vocabulary.ts';
import type { Block } from '../blocks/document.ts';
import { type BoldLeadCache, leadOf } from './boldLeads.ts';
import { splitParagraph } from './makeLists.ts';

/**
 * Splits a paragraph whose lines are separate: `**1. A** …` and `**2. B** …`, `**AI (4 slots)**` and the first of its
 * stories, bold lines each above its text, or lines that are a story each.
 */
export function splitStories(block: Block, leads: BoldLeadCache): readonly Block[] {
  const [, inline] = block.tokens;
  if (!inline || !leads.of(block)) return [block];
  const written = linesOf(inline);
  const lines = written.map(leadOf);
  if (lines.filter((lead) => lead?.isNumbered).length > 1)
    return splitParagraph(block, (line) => lines[line]?.isNumbered === true);
  if (written.length > 1 && written.every(tellsStory)) return splitParagraph(block, () => true);
  // A link of one word is a source.
  const heads = lines.map((lead) =>
    lead?.before === 'nothing' && !lead.hasColon && (!lead.isLinked || lead.words.includes(' ')) ? 1 : 0,
  );
  if (/^(?:10+){2,}$/.test(heads.join(''))) return splitParagraph(block, (line) => heads[line] === 1);
  const [group, first] = lines;
  const isGroup =
    group?.before === 'nothing' &&
    (kindOfTitle(group.words) === 'references' || (first?.before === 'text' && !first.hasColon));
  return isGroup ? splitParagraph(block, (line) => line === 1) : [block];
}

/** Whether a line is a story: `**Ferry** – It stops at nine. [Gazette](https://a.example)`, and no part of one. */
function tellsStory(line: readonly Token[]): boolean {
  const lead = leadOf(line);
  if (lead?.before !== 'text' || namesPart(lead.words)) return false;
  const words = plainText(line);
  const told = words.slice(words.indexOf(lead.words) + lead.words.length);
  const isTold = lead.hasColon ? LONG : TOLD;
  return isTold.test(told) && (line.some(isLinkOpen) || endsSentence(words));
}

/** What is after a headline: a joint and at least three words. A byline has another joint, `**Gazette** · 3 March`. */
const TOLD = /^(?!\s*[·|])(?:\s*(?:\S+\s+){3}\S|.*\p{Lo}{6})/u;
/** After a label with a colon, a short text is a field: `**Prepared for:** the harbour office.` */
const LONG = /^\s*(?:\S+\s+){5}\S|\p{Lo}{12}/u;
