import { structureOf } from '../../briefing/structure/structure.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { checkBriefing } from '../checkBriefing.ts';
import type { Levels, RuleCode } from '../rules.ts';
import { applyEdits, type TextEdit } from '../textEdit.ts';
import type { FixContext } from './fix.ts';
import { fixesFor } from './fixesFor.ts';
import { entryAt, mergeEdits } from './referenceFixes.ts';

/** What has one right answer, and loses no word of the person's. */
const SURE: readonly RuleCode[] = ['tracking-link', 'empty-link-text', 'bad-date', 'duplicate-reference'];

/** The text with all mended that needs no person, its lines ended by `\n`; undefined where there is nothing of that. */
export function fixAll(context: FixContext, levels: Levels = {}): string | undefined {
  let text = structureOf(context.briefing).document.lines.join('\n');
  const before = text;
  // One kind after the other: what mends one moves the places of the next.
  for (const code of SURE) {
    const briefing = parseBriefing(text, context.fileName);
    const edits = editsFor(code, { ...context, briefing }, levels);
    if (edits.length > 0) text = applyEdits(structureOf(briefing).document.lines, edits);
  }
  return text === before ? undefined : text;
}

function editsFor(code: RuleCode, context: FixContext, levels: Levels): readonly TextEdit[] {
  const { briefing, fileName } = context;
  const found = checkBriefing(briefing, fileName, levels).filter((one) => one.code === code);
  if (code === 'duplicate-reference') {
    const entries = new Set(found.map(({ range }) => entryAt(briefing, range.start.line)));
    const twice = [...entries].filter((entry) => entry !== undefined);
    return mergeEdits(briefing, twice) ?? [];
  }
  return found.flatMap(
    (finding) => fixesFor(finding, context).find(({ isPreferred }) => isPreferred)?.edits ?? [],
  );
}
