import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { type Entry, entryName } from '../../library/entry.ts';
import { partByReading } from '../../library/entryQueries.ts';
import { copiedTogether } from '../../library/tree/copiedTogether.ts';
import { groupEntries, DEFAULT_OPTIONS } from '../../library/tree/grouping.ts';
import { localDay } from '../../library/days.ts';
import { dateLabel, itemsLabel, pathLabel } from '../labels.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { HumanError } from '../errors.ts';
import { withoutIcons } from '../notify.ts';
import { separatorRow } from '../quickPick.ts';
import type { CommandContext } from './commandContext.ts';
import type { Examples } from '../sidebar/treeItem.ts';
import { readBriefing, resolveFile, resolveNodeInFile } from './resolveArguments.ts';

interface BriefingRow extends vscode.QuickPickItem {
  readonly uri: string;
}

/** Asks for a briefing of the library, listing the unread ones first. Returns the URI of its file. */
export async function pickBriefing(
  { library, readingLog, examples }: CommandContext,
  placeHolder: string,
): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const today = localDay(new Date());
  const options = { ...DEFAULT_OPTIONS, grouping: 'none' } as const;
  const copied = copiedTogether(library.entries);
  const newestFirst = groupEntries(library.entries, options, readingLog, today, { copied }).flatMap(
    ({ entries }) => entries,
  );
  if (newestFirst.length === 0)
    throw new HumanError(t('There are no briefings yet. Read a file as a briefing to begin.'));
  const { unread, read, broken } = partByReading(newestFirst, readingLog);
  const groups: readonly (readonly [name: string, entries: readonly Entry[]])[] = [
    [t('Unread'), unread],
    [t('Read'), read],
    [t('Cannot Be Read'), broken],
  ];
  const rows = groups.flatMap(([name, entries]): (vscode.QuickPickItem | BriefingRow)[] =>
    entries.length > 0 ? [separatorRow(name), ...entries.map((entry) => briefingRow(entry, examples))] : [],
  );
  const pickOptions = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  const picked = await vscode.window.showQuickPick(rows, pickOptions);
  return picked && 'uri' in picked ? vscode.Uri.parse(picked.uri) : undefined;
}

/** Returns the row of a briefing. It has the words of its row in the sidebar, so that they can be typed. */
function briefingRow(entry: Entry, examples: Examples): BriefingRow {
  const name = [examples.isExample(entry.uri) && vscode.l10n.t('Example'), entryName(entry)];
  return {
    label: withoutIcons(joinFilled(name, ' · ')),
    description: withoutIcons(descriptionOf(entry)),
    detail: withoutIcons(pathLabel(vscode.Uri.parse(entry.uri))),
    uri: entry.uri,
  };
}

/**
 * Returns a row's description. It shows only the date that the briefing itself gives: its file's date may be that of a
 * copy.
 */
function descriptionOf(entry: Entry): string {
  if (entry.kind === 'broken') return fileProblemMessage(entry.problem);
  const { date, kinds } = entry.outline;
  const count = kinds.length;
  return joinFilled([date !== undefined && dateLabel(date), count > 0 && itemsLabel(count)], ' · ');
}

/** A briefing, and the file that it was read from. */
export interface ResolvedBriefing {
  readonly uri: vscode.Uri;
  readonly briefing: Briefing;
}

/** Returns the briefing that a command was called on, or the current one; asks if there is neither. */
export async function resolveBriefing(
  context: CommandContext,
  argument: unknown,
  placeHolder: string,
): Promise<ResolvedBriefing | undefined> {
  const { content } = context.readers;
  const node = resolveNodeInFile(argument);
  const file = resolveFile(argument);
  if (!node && !file && content) return { uri: vscode.Uri.parse(content.uri), briefing: content.briefing };
  const uri = file ?? (node ? vscode.Uri.parse(node.uri) : await pickBriefing(context, placeHolder));
  return uri && { uri, briefing: await readBriefing(context, uri) };
}
