import type { Briefing } from '../../briefing/model.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { sourceIdentity } from '../references/citeSource.ts';
import { numberedReferences, rearrange } from '../references/rearrange.ts';
import { type ReferenceEntry, referenceLists } from '../references/referenceList.ts';
import type { Finding } from '../rules.ts';
import { lineRemoval, type TextEdit } from '../textEdit.ts';
import type { Fix, FixContext } from './fix.ts';

/** Fixes for a source that is listed twice: citations of the second entry cite the first, and later entries move up. */
export function mergeReference({ range }: Finding, { briefing }: FixContext): Fix[] {
  const entry = entryAt(briefing, range.start.line);
  const edits = entry && mergeEdits(briefing, [entry]);
  return edits ? [{ kind: 'merge-reference', detail: '', edits, isPreferred: true }] : [];
}

export function removeReference({ range }: Finding, { briefing }: FixContext): Fix[] {
  const entry = entryAt(briefing, range.start.line);
  const edits = entry && removalEdits(briefing, [entry], new Map());
  return edits ? [{ kind: 'remove-reference', detail: '', edits }] : [];
}

/** The edits that merge entries with earlier ones of the same source; undefined if one of them cannot be merged. */
export function mergeEdits(
  briefing: Briefing,
  entries: readonly ReferenceEntry[],
): readonly TextEdit[] | undefined {
  const merged = new Map<ReferenceEntry, ReferenceEntry>();
  const firsts = new Map<unknown, ReferenceEntry>();
  for (const entry of referenceLists(structureOf(briefing)).flat())
    for (const mention of entry.mentions) {
      const key = sourceIdentity(mention);
      if (!firsts.has(key)) firsts.set(key, entry);
    }
  for (const entry of entries) {
    const [source] = entry.mentions;
    // An entry that names several sources would lose the others.
    const first = source && firsts.get(sourceIdentity(source));
    if (!first || first === entry || entry.mentions.length > 1) return undefined;
    merged.set(entry, first);
  }
  return removalEdits(briefing, entries, merged);
}

/** The entry that includes a line. */
export function entryAt(briefing: Briefing, line: number): ReferenceEntry | undefined {
  return referenceLists(structureOf(briefing))
    .flat()
    .find(({ from, to }) => from <= line && line < to);
}

function removalEdits(
  briefing: Briefing,
  entries: readonly ReferenceEntry[],
  merged: ReadonlyMap<ReferenceEntry, ReferenceEntry>,
): readonly TextEdit[] | undefined {
  if (entries.every(({ label }) => label === undefined)) {
    const { lines } = structureOf(briefing).document;
    return entries.map(({ from, to }) => lineRemoval(lines, from, to));
  }
  const numbered = numberedReferences(briefing);
  if (typeof numbered === 'string') return undefined;
  const gone = new Set(entries);
  if (entries.some((entry) => !numbered.list.includes(entry))) return undefined;
  if ([...merged.values()].some((first) => !numbered.list.includes(first) || gone.has(first)))
    return undefined;
  return rearrange(
    numbered,
    numbered.list.filter((entry) => !gone.has(entry)),
    merged,
  );
}
