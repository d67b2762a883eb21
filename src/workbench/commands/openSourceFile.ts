import * as vscode from 'vscode';
import type { Range } from '../../briefing/model.ts';
import type { GroupNode, SearchNode, TreeNode } from '../../library/nodes.ts';
import { toRange } from '../convert.ts';
import { HumanError } from '../humanError.ts';
import type { Command, CommandContext } from './context.ts';
import { nodeInFile } from './target.ts';

/** Opens the file that a briefing was read from, at the words that are meant. */
export const openSourceFile: Command = async (context, argument) => {
  const node = nodeInFile(argument);
  const place = node ? { uri: node.uri, range: rangeOf(node) } : placeRead(context);
  const selection = place.range && toRange(place.range);
  // Also for what is no text: VS Code has an editor, or a sentence, for every file.
  await vscode.commands.executeCommand(
    'vscode.open',
    vscode.Uri.parse(place.uri),
    selection && { selection },
  );
};

function placeRead({ readers }: CommandContext): { uri: string; range: Range | undefined } {
  const { shown } = readers;
  if (!shown) throw new HumanError(vscode.l10n.t('Open a briefing first.'));
  const { uri, item } = shown;
  return { uri, range: item?.kind === 'takeaway' ? item.takeaway.range : item?.section.range };
}

function rangeOf(node: Exclude<TreeNode, GroupNode | SearchNode>): Range | undefined {
  switch (node.kind) {
    case 'section':
      return node.section.range;
    case 'takeaway':
      return node.takeaway.range;
    case 'reference':
      return node.reference.range;
    case 'briefing':
      return node.entry.outline.problem?.range;
    case 'broken':
    case 'references':
      return undefined;
  }
}
