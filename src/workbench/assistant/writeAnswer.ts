import * as vscode from 'vscode';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { checkBriefing } from '../../language/checkBriefing.ts';
import { GivenSources } from '../../language/draft/givenSources.ts';
import { sourcesAt } from '../../language/draft/readDraft.ts';
import { Reasons } from '../../language/draft/reasons.ts';
import { writeDraft } from '../../language/draft/writeDraft.ts';
import { pluralize, reportedFinding } from '../../language/report.ts';
import { settings } from '../settings.ts';
import { showDraft } from './showDraft.ts';
import type { LinesAnswer, ToolInput } from './tool.ts';

/** Opens a briefing that a model has written, or throws why it is unusable. Loaded with the first call. */
export async function writeAnswer(input: ToolInput, token: vscode.CancellationToken): Promise<LinesAnswer> {
  const reasons = new Reasons();
  const given = new GivenSources(sourcesAt(input, 'sources', 'The briefing', reasons));
  const draft = writeDraft(input, given, reasons);
  if (!draft) throw new Error(`Nothing was written. ${reasons.all.join(' ')}`);
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  await showDraft(draft, { preserveFocus: true });
  const findings = checkBriefing(parseBriefing(draft.markdown, ''), '', settings().lint);
  const opened = `The briefing is open in an editor, with ${pluralize(draft.takeaways, 'takeaway')}. It is not saved yet: the user reviews it and decides whether to save it.`;
  return {
    before: findings.length === 0 ? opened : `${opened} Possible improvements:`,
    lines: findings.map((finding) => JSON.stringify(reportedFinding(finding))),
    how: '',
  };
}
