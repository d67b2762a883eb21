import { structureOf } from '../../briefing/structure/structure.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { checkBriefing } from '../checkBriefing.ts';
import type { Finding, Levels, RuleCode } from '../rules.ts';
import { applyEdits, type TextEdit } from '../textEdit.ts';
import type { FixContext } from './fix.ts';
import { fixesFor } from './fixesFor.ts';
import { entryAt, mergeEdits } from './referenceFixes.ts';

/** The rules whose findings have a single correct fix, which loses none of the user's text. */
const SAFE_RULES: readonly RuleCode[] = [
  'tracking-link',
  'empty-link-text',
  'bad-date',
  'duplicate-reference',
];

/** The text with all findings fixed that need no decision, with `\n` line endings; undefined if there are none. */
export function fixAll(context: FixContext, levels: Levels = {}): string | undefined {
  let { briefing } = context;
  let findings = checkBriefing(briefing, context.fileName, levels);
  let fixed: string | undefined;
  // One rule after the other, because the fixes for one move the ranges of the next.
  for (const code of SAFE_RULES) {
    const found = findings.filter((one) => one.code === code);
    const edits = found.length > 0 ? editsFor(code, found, { ...context, briefing }) : [];
    if (edits.length === 0) continue;
    fixed = applyEdits(structureOf(briefing).document.lines, edits);
    briefing = parseBriefing(fixed, context.fileName);
    findings = checkBriefing(briefing, context.fileName, levels);
  }
  return fixed;
}

function editsFor(code: RuleCode, found: readonly Finding[], context: FixContext): readonly TextEdit[] {
  if (code === 'duplicate-reference') {
    const entries = new Set(found.map(({ range }) => entryAt(context.briefing, range.start.line)));
    const duplicates = [...entries].filter((entry) => entry !== undefined);
    return mergeEdits(context.briefing, duplicates) ?? [];
  }
  return found.flatMap(
    (finding) => fixesFor(finding, context).find(({ isPreferred }) => isPreferred)?.edits ?? [],
  );
}
