import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import { isSerious } from '../../briefing/problems.ts';
import { plainTextOf } from '../../briefing/structure/plainText.ts';
import type { OpenedBriefing, ReadableEntry } from '../../library/entry.ts';
import { readCount, type ReadState } from '../../library/readState.ts';
import { itemsLabel } from '../labels.ts';
import { problemMessage } from '../problemMessages.ts';
import { pathLabelOf } from './createTreeItem.ts';
import { itemKeys } from '../../library/outline.ts';

const TOOLTIP_LENGTH = 600;
const TOOLTIP_PROBLEMS = 5;

/** Returns a briefing's tooltip: how far it is read, its lede, and its problems. It is created on request. */
export function briefingTooltip(
  { briefing, problems, uri }: OpenedBriefing,
  entry: ReadableEntry,
  state: ReadState,
): string {
  const { kinds } = entry.outline;
  const unread = itemKeys(entry.outline).length - readCount(entry, state);
  const counts = kinds !== '' && `${itemsLabel(kinds.length)} · ${vscode.l10n.t('{0} unread', unread)}`;
  const lede = plainTextOf(briefing.lede);
  const serious = problems.filter(isSerious).slice(0, TOOLTIP_PROBLEMS);
  const messages = serious.map((problem) => `⚠ ${problemMessage(problem, uri)}`).join('\n');
  return joinFilled(
    [briefing.title, counts, ellipsize(lede, TOOLTIP_LENGTH), messages, pathLabelOf(uri)],
    '\n\n',
  );
}
