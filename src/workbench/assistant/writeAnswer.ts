import * as vscode from 'vscode';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { checkBriefing } from '../../language/checkBriefing.ts';
import { GivenSources } from '../../language/draft/given.ts';
import { sourcesAt } from '../../language/draft/readDraft.ts';
import { Reasons } from '../../language/draft/reasons.ts';
import { writeDraft } from '../../language/draft/writeDraft.ts';
import { reportedFinding } from '../../language/report.ts';
import { settings } from '../settings.ts';
import { pluralize } from './checkAnswer.ts';
import { showDraft } from './showDraft.ts';
import type { LinesAnswer } from './tool.ts';

/** Opens a briefing that a model has written, or throws why it is unusable. Loaded with the first call. */
export async function writeAnswer(
  input: Readonly<Record<string, unknown>>,
  token: vscode.CancellationToken,
): Promise<LinesAnswer> {
  const reasons = new Reasons();
  const given = new GivenSources(sourcesAt(input, 'sources', 'The briefing', reasons));
  const written = writeDraft(input, given, reasons);
  if (!written) throw new Error(`Nothing was written. ${reasons.all.join(' ')}`);
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  await showDraft(written, { preserveFocus: true });
  const findings = checkBriefing(parseBriefing(written.markdown, ''), '', settings().lint);
  const opened = `The briefing is open in an editor, with ${pluralize(written.takeaways, 'takeaway')}. It is not saved yet: the user reviews it and decides whether to save it.`;
  return {
    before: findings.length === 0 ? opened : `${opened} Possible improvements:`,
    lines: findings.map((finding) => JSON.stringify(reportedFinding(finding))),
    how: '',
  };
}
