import type { Briefing, Position, Range, Reference } from '../../briefing/model.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { citationsOf } from '../references/rearrange.ts';

/** The source of the citation at a position; undefined if there is no citation, or it has no source. */
export function citationAt(
  briefing: Briefing,
  { line, character }: Position,
): { readonly range: Range; readonly reference: Reference } | undefined {
  const structure = structureOf(briefing);
  if (structure.document.json !== undefined) return undefined;
  const found = citationsOf(structure).find(
    ({ range: { start, end } }) =>
      start.line === line && start.character <= character && character <= end.character,
  );
  const reference = found && structure.references.cited(found.labels[0] ?? '');
  return reference && { range: found.range, reference };
}
