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

/** How many sources are offered at once: for all of them there is a list to choose from. */
const OFFERED = 5;
const ENTRY = '[${1:Title of the source}](${2:https://})';

/** `[7]` without an entry: one is added, or it cites one that is there. */
export function citationFixes({ range, details: [written = ''] }: Finding, context: FixContext): Fix[] {
  const { briefing } = context;
  const [, caret = '', label = ''] = /^\[(\^?)([^\]]*)\]$/.exec(written) ?? [];
  // Which of several is missing is for a person to say.
  const added = labelsOf(label).length === 1 ? addEntry(briefing, label, caret, ENTRY) : undefined;
  const others = citationsOf(structureOf(briefing)).filter(
    (one) => one.labels.join() === label && one.caret === caret,
  );
  const renamed = (to: string): TextEdit[] =>
    to === label ? [] : others.map((one) => ({ range: one.range, text: `[${caret}${to}]` }));
  const near = (entry: ReferenceEntry) => Math.abs(Number(entry.label) - Number(label)) || 0;
  return [
    ...(added
      ? [
          {
            kind: 'add-entry',
            detail: `[${caret}${added.label}]`,
            edits: [...renamed(added.label), added.edit],
            isPreferred: true,
          } as const,
        ]
      : []),
    ...labelledEntries(context)
      .sort((a, b) => near(a) - near(b))
      .slice(0, OFFERED)
      .map((entry): Fix => ({
        kind: 'cite',
        detail: titleOf(entry),
        edits: [{ range, text: citationOf(entry) }],
      })),
    { kind: 'remove-citation', detail: written, edits: [removal(range.start, range.end, context)] },
  ];
}

/** A claim without a source: it cites one of the briefing's, where they are few. */
export function claimFixes({ range }: Finding, context: FixContext): Fix[] {
  const at = endOfClaim(range.start.line, context);
  if (!at) return [];
  return labelledEntries(context)
    .slice(0, OFFERED)
    .map((entry) => ({
      kind: 'cite',
      detail: titleOf(entry),
      edits: [insertion(at, ` ${citationOf(entry)}`)],
    }));
}

/** Where a citation of a takeaway goes that begins on a line: behind its first paragraph. Nowhere in code. */
export function endOfClaim(line: number, { briefing }: Pick<FixContext, 'briefing'>): Position | undefined {
  const structure = structureOf(briefing);
  const takeaway = flatten(structure.sections)
    .flatMap(({ blocks }) => blocks.flatMap(({ takeaways }) => takeaways))
    .find(({ node }) => node.from <= line && line < node.to);
  return endOfFirst(takeaway?.node.tokens ?? [], structure, writtenLines(structure));
}

/** Where the first paragraph of an item ends; undefined where that is code, or it has none. */
export function endOfFirst(
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

/** With the space before it. */
function removal(start: Position, end: Position, { briefing }: FixContext): TextEdit {
  const { lines } = structureOf(briefing).document;
  const before = lines[start.line]?.slice(0, start.character) ?? '';
  const from = before.trimEnd() === '' ? start.character : before.trimEnd().length;
  return { range: { start: { line: start.line, character: from }, end }, text: '' };
}
