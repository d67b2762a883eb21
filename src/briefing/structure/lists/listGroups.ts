import type { Block } from '../../blocks/document.ts';
import { inlineOf, isList, isRule } from '../../blocks/kinds.ts';
import type { BoldLead, BoldLeadCache } from '../../items/boldLeads.ts';
import { readsAsTitle } from '../../plain/headings/lineForm.ts';
import { takeawaysOf } from '../../items/takeaways.ts';
import { holdsSentence } from '../../text/sentences.ts';
import { namesPart } from '../../text/partLabels.ts';
import { foldTitle, kindOfTitle } from '../../text/vocabulary.ts';
import { addCount } from '../../../base/collections/counts.ts';

/**
 * Minimum number of lists in which a label must recur to be a part of each: the bold lines are then headlines, not
 * groups.
 */
const LISTS = 3;
/** A line below a rule has at least so many blocks of its section above it, with the rule. */
const RULED = 2;

/** The lines that name groups; `apart`: those below a rule that ends the section above. */
export interface ListGroups {
  readonly all: ReadonlySet<Block>;
  readonly apart: ReadonlySet<Block>;
}

const NONE: ListGroups = { all: new Set(), apart: new Set() };

interface ListGroupOptions {
  readonly isHeading: (block: Block) => boolean;
  /** The line that names the key takeaways, which counts as a group. */
  readonly summary: Block | undefined;
}

/**
 * Returns the lines that each name the list below, if there are at least two between two headings: `**Ports**` / `-
 * a`, `**Cranes**` / `- b`, or `Ports:` and `Cranes:`. One is enough right between two lists, as the first of them
 * cannot be its own, and below a rule that ends the text above. With a colon, it then is in bold, and the first such
 * line of its section. Not lines that recur, as `**Details**` below each headline; not if most such lines there are
 * above other blocks; and lines with a colon only if no words come before the first, because they would be parts of
 * those, unless it names the key takeaways.
 */
export function listGroups(
  blocks: readonly Block[],
  leads: BoldLeadCache,
  { isHeading, summary }: ListGroupOptions,
): ListGroups {
  const named = blocks.map((block, i) => {
    const below = blocks[i + 1];
    const lead = below && isList(below) ? leadOf(block, leads) : undefined;
    return lead && (block === summary || mayName(lead, block)) ? lead : undefined;
  });
  // Most texts have none.
  if (!named.some(Boolean)) return NONE;
  const times = new Map<string, number>();
  for (const block of blocks) {
    const lead = leadOf(block, leads);
    if (lead) addCount(times, foldTitle(lead.words));
  }
  const groups = new Map<Block, Block>();
  const apart = new Set<Block>();
  let found: [Block, Block][] = [];
  let parts: [Block, Block][] = [];
  let own = 0;
  let lines = 0;
  let isBetween = false;
  let isRuled = false;
  const flush = () => {
    if ((found.length > 1 || isBetween || isRuled) && (found.length + parts.length) * 2 >= lines) {
      // Beside groups, also a name that parts of a story have is that of a group: `**Discussion**`.
      for (const [block, list] of found.length > 1 ? [...found, ...parts] : found) groups.set(block, list);
      if (found.length === 1 && isRuled) for (const [block] of found) apart.add(block);
    }
    found = [];
    parts = [];
    own = 0;
    lines = 0;
    isBetween = false;
    isRuled = false;
  };
  blocks.forEach((block, i) => {
    if (isHeading(block)) flush();
    else own++;
    if (leadOf(block, leads)?.before === 'nothing') lines++;
    const [below, lead] = [blocks[i + 1], named[i]];
    if (!lead || !below || times.get(foldTitle(lead.words)) !== 1) return;
    if (block !== summary && namesPart(lead.words)) {
      if (!lead.hasColon) parts.push([block, below]);
      return;
    }
    // A word with a colon may be a part of a story: `**Why:**`.
    const mayBeAlone =
      !lead.hasColon || (lines === 1 && /\W./.test(lead.words) && leads.of(block) !== undefined);
    const isAmongLists = mayBeAlone && isList(blocks[i - 1]);
    if (lead.hasColon && own > 1 && found.length === 0 && block !== summary && !isAmongLists) return;
    found.push([block, below]);
    isBetween ||= isAmongLists;
    if (lead.hasColon) return;
    isRuled ||= isRule(blocks[i - 1]) && own > RULED;
  });
  flush();
  return labelsRecur(groups.values()) ? NONE : { all: new Set(groups.keys()), apart };
}

function leadOf(block: Block, leads: BoldLeadCache): BoldLead | undefined {
  return leads.of(block) ?? plainLead(block);
}

/** A name with its colon: one to three words, or up to eight letters of a script without capitals. */
const NAME =
  /^(?:(?=\p{Lu})[^\s:：[\]*_`]{1,24}(?: [^\s:：[\]*_`]{1,24}){0,2}|\p{Lo}[^\s:：[\]*_`]{0,7})[:：]$/u;

/**
 * Returns a line that is a name with a colon as if it were bold: `Ports:`, `Pull Requests:`; undefined for a lead-in
 * like `These came into port:`.
 */
function plainLead(block: Block): BoldLead | undefined {
  const inline = inlineOf(block);
  if (inline === undefined || !NAME.test(inline.content)) return undefined;
  const words = inline.content.slice(0, -1).trim();
  if (!readsAsTitle(words)) return undefined;
  return { words, before: 'nothing', hasColon: true, isNumbered: false, isLinked: false };
}

/** `**1. Ferries**` is a headline, but `**① Ferries**` may be the name of a group. */
function mayName({ words, before, isLinked }: BoldLead, block: Block): boolean {
  const isHeadline = /^[*_]*\d{1,3}[^\p{L}\d\s]/u.test(inlineOf(block)?.content ?? '');
  const isName = before === 'nothing' && !isHeadline && !isLinked && !holdsSentence(words);
  return isName && kindOfTitle(words.replace(/[:：]$/, '')) === 'prose';
}

/** Whether a label recurs in the lists: `- Price: …`. */
function labelsRecur(lists: Iterable<Block>): boolean {
  const times = new Map<string, number>();
  for (const list of lists) {
    const labels = takeawaysOf(list).flatMap(({ label }) => (label === undefined ? [] : foldTitle(label)));
    for (const label of new Set(labels)) addCount(times, label);
  }
  return [...times.values()].some((count) => count >= LISTS);
}
