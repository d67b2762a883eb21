import { labelsOf } from '../../briefing/structure/references/citations.ts';
import type { Position } from '../../briefing/model.ts';
import { type Block, inlineTokens } from '../../briefing/blocks/document.ts';
import { flatten, type Structure, structureOf } from '../../briefing/structure/structure.ts';
import { citationsOf } from '../references/rearrange.ts';
import { addEntry, citationOf } from '../references/citeSource.ts';
import { type ReferenceEntry, referenceLists } from '../references/referenceList.ts';
import type { Finding } from '../rules.ts';
import { insertion, type TextEdit } from '../textEdit.ts';
import { writtenLines } from '../writtenLines.ts';
import type { Fix, FixContext } from './fix.ts';

/** Maximum number of sources offered as fixes. There is a list of all of them to choose from. */
const MAX_OFFERED = 5;
const ENTRY = '[${1:Title of the source}](${2:https://})';

/** Fixes for a citation without an entry (`[7]`): adds the entry, cites another one, or removes the citation. */
export function citationFixes({ range, details: [written = ''] }: Finding, context: FixContext): Fix[] {
  const { briefing } = context;
  const [, caret = '', label = ''] = /^\[(\^?)([^\]]*)\]$/.exec(written) ?? [];
  // If there are several numbers, only the author knows which one is missing.
  const added = labelsOf(label).length === 1 ? addEntry(briefing, label, caret, ENTRY) : undefined;
  const others = citationsOf(structureOf(briefing)).filter(
    (one) => one.labels.join() === label && one.caret === caret,
  );
  const relabelEdits = (to: string): TextEdit[] =>
    to === label ? [] : others.map((one) => ({ range: one.range, text: `[${caret}${to}]` }));
  const distance = (entry: ReferenceEntry) => Math.abs(Number(entry.label) - Number(label)) || 0;
  return [
    ...(added
      ? [
          {
            kind: 'add-entry',
            detail: `[${caret}${added.label}]`,
            edits: [...relabelEdits(added.label), added.edit],
            isPreferred: true,
          } as const,
        ]
      : []),
    ...labelledEntries(context)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, MAX_OFFERED)
      .map((entry): Fix => ({
        kind: 'cite',
        detail: titleOf(entry),
        edits: [{ range, text: citationOf(entry) }],
      })),
    { kind: 'remove-citation', detail: written, edits: [removal(range.start, range.end, context)] },
  ];
}

/** Fixes for a claim without a source: each cites one of the first sources of the briefing. */
export function claimFixes({ range }: Finding, context: FixContext): Fix[] {
  const at = endOfClaim(range.start.line, context);
  if (!at) return [];
  return labelledEntries(context)
    .slice(0, MAX_OFFERED)
    .map((entry) => ({
      kind: 'cite',
      detail: titleOf(entry),
      edits: [insertion(at, ` ${citationOf(entry)}`)],
    }));
}

/** The end of the first paragraph of the takeaway on a line, where its citation is inserted; undefined in code. */
export function endOfClaim(line: number, { briefing }: Pick<FixContext, 'briefing'>): Position | undefined {
  const structure = structureOf(briefing);
  const takeaway = flatten(structure.sections)
    .flatMap(({ blocks }) => blocks.flatMap(({ takeaways }) => takeaways))
    .find(({ node }) => node.from <= line && line < node.to);
  return endOfFirstParagraph(takeaway?.node.tokens ?? [], structure, writtenLines(structure));
}

/** The end of the first paragraph of an item; undefined if that is code, or there is none. */
export function endOfFirstParagraph(
  tokens: Block['tokens'],
  { document: { lines } }: Structure,
  written: readonly string[],
): Position | undefined {
  const last = (inlineTokens(tokens)[0]?.map?.[1] ?? 0) - 1;
  const words = lines[last]?.trimEnd() ?? '';
  return words === '' || written[last]?.trim() === '' ? undefined : { line: last, character: words.length };
}

function labelledEntries({ briefing }: FixContext): ReferenceEntry[] {
  return referenceLists(structureOf(briefing))
    .flat()
    .filter(({ label }) => label !== undefined);
}

function titleOf({ mentions: [source] }: ReferenceEntry): string {
  return source?.title ?? '';
}

/** Removes a citation together with the space before it. */
function removal(start: Position, end: Position, { briefing }: FixContext): TextEdit {
  const { lines } = structureOf(briefing).document;
  const before = lines[start.line]?.slice(0, start.character) ?? '';
  const from = before.trimEnd() === '' ? start.character : before.trimEnd().length;
  return { range: { start: { line: start.line, character: from }, end }, text: '' };
}
