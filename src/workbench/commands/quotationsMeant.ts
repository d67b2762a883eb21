import * as vscode from 'vscode';
import type { Takeaway } from '../../briefing/model.ts';
import { takeawaysIn } from '../../library/items.ts';
import type { BriefingNode, SectionNode, TakeawayNode, TreeNode } from '../../library/nodes.ts';
import type { Quotation } from '../../share/quotation.ts';
import { HumanError } from '../humanError.ts';
import type { CommandContext } from './context.ts';
import { briefingAt, nodesOf } from './target.ts';

type Holder = BriefingNode | SectionNode | TakeawayNode;

/**
 * The takeaways that a command means, each once: those selected in the sidebar, all of a section or a briefing that is;
 * or else the one that is read.
 */
export async function quotationsMeant(
  context: CommandContext,
  argument: unknown,
  selection: unknown,
): Promise<readonly Quotation[]> {
  const { t } = vscode.l10n;
  const holders = holdersIn(argument, selection);
  const { takeaway, shown } = context.readers;
  if (holders.length === 0 && takeaway && shown) return [{ takeaway, briefing: shown.briefing }];
  const quotations = new Map<string, Quotation>();
  for (const node of holders) {
    const briefing = await briefingAt(context, vscode.Uri.parse(node.uri));
    const takeaways = node.kind === 'briefing' ? takeawaysIn(briefing.sections) : takeawaysUnder(node);
    for (const one of takeaways) quotations.set(`${node.uri}#${one.id}`, { takeaway: one, briefing });
  }
  if (quotations.size === 0) throw new HumanError(t('Choose a takeaway first.'));
  return [...quotations.values()];
}

/** The nodes that a command of the sidebar means and that can hold a takeaway. */
export function holdersIn(argument: unknown, selection: unknown): readonly Holder[] {
  const isHolder = (node: TreeNode): node is Holder =>
    node.kind === 'briefing' || node.kind === 'section' || node.kind === 'takeaway';
  return nodesOf(argument, selection).filter(isHolder);
}

function takeawaysUnder(node: SectionNode | TakeawayNode): readonly Takeaway[] {
  return node.kind === 'takeaway' ? [node.takeaway] : takeawaysIn([node.section]);
}
