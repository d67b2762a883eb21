import * as vscode from 'vscode';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { checkBriefing } from '../../language/checkBriefing.ts';
import { GivenSources } from '../../language/draft/given.ts';
import { Reasons, shortened, sourcesAt } from '../../language/draft/readDraft.ts';
import { writeDraft } from '../../language/draft/writeDraft.ts';
import { reportedFinding } from '../../language/report.ts';
import { counted } from './checkTool.ts';
import { showDraft } from './showDraft.ts';
import type { BriefingTool } from './tool.ts';

/** Writes a briefing that a model gives, for a person to look at and save: no tool writes a file. */
export const writeTool: BriefingTool = {
  async answer(input, _parts, token) {
    const reasons = new Reasons();
    const given = new GivenSources(sourcesAt(input, 'sources', 'The briefing', reasons));
    const written = writeDraft(input, given, reasons);
    if (!written) throw new Error(`Nothing was written. ${reasons.all.join(' ')}`);
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    await showDraft(written, { preserveFocus: true });
    const findings = checkBriefing(parseBriefing(written.markdown, ''), '');
    const opened = `The briefing is open in an editor, with ${counted(written.takeaways, 'takeaway')}. It is not saved: the person looks at it, and saves it or not.`;
    return {
      before: findings.length === 0 ? opened : `${opened} What could be better in it:`,
      lines: findings.map((finding) => JSON.stringify(reportedFinding(finding))),
      how: '',
    };
  },
  doing({ title }) {
    const shown = typeof title === 'string' ? shortened(title) : '';
    return vscode.l10n.t('Writing the briefing “{0}”', shown);
  },
  get allows() {
    return vscode.l10n.t('The assistant opens a briefing in a new editor. You save it, or close it.');
  },
};
