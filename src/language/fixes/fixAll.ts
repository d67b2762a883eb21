import { structureOf } from '../../briefing/structure/structure.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { checkBriefing } from '../checkBriefing.ts';
import type { Finding, Levels, RuleCode } from '../rules.ts';
import { applyEdits, type TextEdit } from '../textEdit.ts';
import type { FixContext } from './fix.ts';
import { fixesFor } from './fixesFor.ts';
import { entryAt, mergeEdits } from './referenceFixes.ts';

/** What has one right answer, and loses no word of the person's. */
const SURE: readonly RuleCode[] = ['tracking-link', 'empty-link-text', 'bad-date', 'duplicate-reference'];

/** The text with all mended that needs no person, its lines ended by `\n`; undefined where there is nothing of that. */
export function fixAll(context: FixContext, levels: Levels = {}): string | undefined {
  let { briefing } = context;
  let findings = checkBriefing(briefing, context.fileName, levels);
  let made: string | undefined;
  // One kind after the other: what mends one moves the places of the next.
  for (const code of SURE) {
    const found = findings.filter((one) => one.code === code);
    const edits = found.length > 0 ? editsFor(code, found, { ...context, briefing }) : [];
    if (edits.length === 0) continue;
    made = applyEdits(structureOf(briefing).document.lines, edits);
    briefing = parseBriefing(made, context.fileName);
    findings = checkBriefing(briefing, context.fileName, levels);
  }
  return made;
}

function editsFor(code: RuleCode, found: readonly Finding[], context: FixContext): readonly TextEdit[] {
  if (code === 'duplicate-reference') {
    const entries = new Set(found.map(({ range }) => entryAt(context.briefing, range.start.line)));
    const twice = [...entries].filter((entry) => entry !== undefined);
    return mergeEdits(context.briefing, twice) ?? [];
  }
  return found.flatMap(
    (finding) => fixesFor(finding, context).find(({ isPreferred }) => isPreferred)?.edits ?? [],
  );
}
