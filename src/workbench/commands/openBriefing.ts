import * as vscode from 'vscode';
import { sectionNamed } from '../../briefing/anchors.ts';
import { startOf } from '../reader/startOf.ts';
import type { Command } from './context.ts';
import { openAt } from './openAt.ts';
import { pickBriefing } from './pickBriefing.ts';
import { fileOf, nodeInFile } from './target.ts';

/**
 * Opens a briefing where reading it stopped, or at a section: that of a node, or the one that a file's fragment names
 * (`other.md#whats-next`). Asks which where it is not said.
 */
export const openBriefing: Command = async (context, argument) => {
  const node = nodeInFile(argument);
  const file =
    fileOf(argument) ??
    (node ? vscode.Uri.parse(node.uri) : await pickBriefing(context, vscode.l10n.t('Open a briefing')));
  if (!file) return;
  await openAt(context, file.with({ fragment: '' }), (briefing) => {
    const id = node?.kind === 'section' ? node.section.id : sectionNamed(briefing, `#${file.fragment}`);
    return id === undefined ? startOf(briefing, context.log) : { id };
  });
};
