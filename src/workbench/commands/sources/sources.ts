import * as vscode from 'vscode';
import { tidy } from '../../../base/tidy.ts';
import type { ReadableEntry } from '../../../library/entry.ts';
import { dayOfEntry, localDay } from '../../../library/tree/grouping.ts';
import type { SourceNode } from '../../../library/tree/nodes.ts';
import { orderBy } from '../../../library/tree/sortEntries.ts';
import type { FeedSource } from '../../../intake/feeds/feedSources.ts';
import { HumanError } from '../../errors.ts';
import type { FeedEngine, CheckResult } from '../../feeds/feedEngine.ts';
import type { SourceRow } from '../../feeds/feeds.ts';
import { SourceFolder } from '../../feeds/sourceFolder.ts';
import { newsOf } from '../../feeds/newsOf.ts';
import { removeFromSettings } from '../../feeds/sourceSettings.ts';
import { withSignal } from '../../feeds/withSignal.ts';
import { announce, inform, showInStatusBar } from '../../notify.ts';
import type { Command, CommandContext } from '../context.ts';
import { remove } from './folders.ts';
import { nodeOf } from '../target.ts';
import { plural } from '../../plural.ts';

/** Checks all sources, except those whose servers have asked for a pause. */
export const checkForNew: Command = async ({ feeds }) => {
  const { t } = vscode.l10n;
  if (feeds.rows.length === 0) throw new HumanError(t('There is no source yet. Add one with “Add Source…”.'));
  const engine = await feeds.engine();
  const round = await withSignal(t('Checking sources'), (signal, report) =>
    engine.check('all', signal, (left) => {
      report(t('{0} left', left));
    }),
  );
  showInStatusBar(said(round));
  const failures = failuresOf(
    feeds.rows.filter(({ url }) => round.failed.some((source) => source.url === url)),
  );
  if (failures === undefined) return;
  const retry = t('Retry');
  // Not awaited: an answer may never come.
  void inform(failures, retry).then((chosen) => {
    if (chosen === retry) void vscode.commands.executeCommand('briefings.checkForNew');
  });
};

/** How many of the sources that failed a message names. */
const NAMED = 3;

/** Says which sources could not be read, and why; undefined if all could. */
export function failuresOf(rows: readonly Pick<SourceRow, 'name' | 'problem'>[]): string | undefined {
  const { t } = vscode.l10n;
  const [first] = rows;
  if (first?.problem === undefined) return undefined;
  const name = (row: Pick<SourceRow, 'name' | 'problem'>) => t('{0}: {1}', tidy(row.name), row.problem ?? '');
  if (rows.length === 1) return name(first);
  const count = plural('{0} sources failed', rows.length);
  // A network that is down fails all of them alike.
  if (rows.every(({ problem }) => problem === first.problem)) return t('{0}: {1}', count, first.problem);
  return [count, ...rows.slice(0, NAMED).map(name), ...(rows.length > NAMED ? ['…'] : [])].join(' · ');
}

/** Opens the newest briefing of a source; for a source that has failed, says why. */
export const openSource: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const { engine, source, node } = await sourceAt(context.feeds, argument);
  const problem = engine.problemOf(source);
  const newest = problem === undefined ? newestIn(context.library, engine.folderOf(source)) : undefined;
  if (newest) {
    await vscode.commands.executeCommand('briefings.openBriefing', vscode.Uri.parse(newest.uri));
    return;
  }
  const [checkSummary, answer] =
    problem === undefined
      ? [t('There are no briefings from “{0}” in the library.', node.name), t('Check Now')]
      : [t('{0}: {1}', node.name, problem), t('Retry')];
  // Not awaited: an answer may never come.
  void inform(checkSummary, answer).then((chosen) => {
    if (chosen === answer) void vscode.commands.executeCommand('briefings.retrySource', node);
  });
};

/** Returns the newest briefing in a folder, by the sidebar's order. */
function newestIn(library: CommandContext['library'], folder: vscode.Uri): ReadableEntry | undefined {
  const today = localDay(new Date());
  const order = orderBy('newest', (entry) => dayOfEntry(entry, today));
  const inFolder = [...library.entries].filter(({ uri }) => uri.startsWith(`${folder.toString()}/`));
  return inFolder.filter((entry) => entry.kind === 'briefing').sort(order)[0];
}

/** Checks a single source again. Its row in the sidebar shows the result, too. */
export const retrySource: Command = async ({ feeds }, argument) => {
  const { engine, source, node } = await sourceAt(feeds, argument);
  const round = await engine.check(source, new AbortController().signal);
  const problem = engine.problemOf(source);
  showInStatusBar(problem === undefined ? said(round) : vscode.l10n.t('{0}: {1}', node.name, problem));
};

export const copySourceLink: Command = async (context, argument) => {
  const { source } = await sourceAt(context.feeds, argument);
  await vscode.env.clipboard.writeText(source.url);
  announce(context.readers, vscode.l10n.t('Source link copied.'));
};

/** Removes a source, and its briefings if the person wants that. */
export const removeSource: Command = async ({ feeds, inbox }, argument) => {
  const { t } = vscode.l10n;
  const { engine, source, node } = await sourceAt(feeds, argument);
  const choices = [
    { label: t('Remove, and Keep Its Briefings'), isEmptied: false },
    { label: t('Remove, and Delete Its Briefings'), isEmptied: true },
  ];
  const picked = await vscode.window.showQuickPick(choices, { title: t('Remove “{0}”', node.name) });
  if (!picked) return;
  const folder = engine.folderOf(source);
  // Before anything is removed: whoever refuses to delete the briefings permanently keeps the source, too.
  if (picked.isEmptied && !(await deleteBriefings(folder, node.name))) return;
  const { readFeedSources } = await import('../../../intake/feeds/feedSources.ts');
  await removeFromSettings((entry) => readFeedSources([entry]).sources[0]?.url === source.url);
  await engine.forget(source);
  if (!picked.isEmptied) return;
  // A check that was under way may have brought more in between.
  await deleteBriefings(folder, node.name);
  inbox.source.relist();
};

/** Deletes everything that a source has brought. False if the person was asked, and wants to keep it. */
async function deleteBriefings(folder: vscode.Uri, name: string): Promise<boolean> {
  const { t } = vscode.l10n;
  // A file whose name begins with a dot is still being written.
  const names = await new SourceFolder(folder).names();
  const size = [...names].filter((one) => !one.startsWith('.')).length;
  if (size === 0) return true;
  return remove([folder], {
    // The folder's own name means nothing to a person.
    displayName: () => tidy(name),
    question:
      size === 1 ? t('Delete 1 briefing permanently?') : plural('Delete {0} briefings permanently?', size),
    detail: t(
      'The briefings from “{0}” cannot be moved to the trash. If you cancel, the source is kept too.',
      tidy(name),
    ),
  });
}

async function sourceAt(
  feeds: CommandContext['feeds'],
  argument: unknown,
): Promise<{ readonly engine: FeedEngine; readonly source: FeedSource; readonly node: SourceNode }> {
  const node = nodeOf(argument);
  const engine = node?.kind === 'source' ? await feeds.engine() : undefined;
  const source = engine?.sources.find(({ url }) => node?.kind === 'source' && node.url === url);
  if (node?.kind !== 'source' || !engine || !source)
    throw new HumanError(vscode.l10n.t('Choose a source in the sidebar first.'));
  return { engine, source, node };
}

/** `3 new briefings · 1 source failed` */
function said({ fresh, briefings, failed, isElsewhere, isStopped }: CheckResult): string {
  const { t } = vscode.l10n;
  if (isElsewhere) return t('Another window is checking your sources.');
  const news = fresh > 0 ? newsOf({ fresh, briefings }) : !isStopped && t('Nothing new');
  const count = failed.length;
  const failures = count > 0 && (count === 1 ? t('1 source failed') : plural('{0} sources failed', count));
  return [isStopped && t('Stopped'), news, failures].filter(Boolean).join(' · ');
}
