import * as vscode from 'vscode';
import { tidy } from '../../../base/tidy.ts';
import type { SourceNode } from '../../../library/tree/nodes.ts';
import type { FeedSource } from '../../../intake/feeds/feedSources.ts';
import { HumanError } from '../../errors.ts';
import type { FeedEngine } from '../../feeds/feedEngine.ts';
import type { SourceRow } from '../../feeds/feeds.ts';
import { FeedFolder } from '../../feeds/feedFolder.ts';
import { checkSummary } from '../../feeds/checkSummary.ts';
import { removeFromSettings } from '../../feeds/feedSettings.ts';
import { withCancellableProgress } from '../../feeds/cancellableProgress.ts';
import { announce, inform, showInStatusBar, warn } from '../../notify.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { newestFirst } from '../newestFirst.ts';
import { deleteFiles } from '../folders.ts';
import { resolveNode } from '../resolveArguments.ts';
import { plural } from '../../plural.ts';

/** Checks all sources, except those whose servers have asked for a pause. */
export const checkForNew: Command = async ({ feeds }) => {
  const { t } = vscode.l10n;
  if (feeds.rows.length === 0) throw new HumanError(t('There is no source yet. Add one with “Add Source…”.'));
  const engine = await feeds.engine();
  const result = await withCancellableProgress(t('Checking sources…'), (signal, report) =>
    engine.check('all', signal, (left) => {
      report(t('{0} left', left));
    }),
  );
  showInStatusBar(checkSummary(result));
  const failures = failureSummary(
    feeds.rows.filter(({ url }) => result.failed.some((source) => source.url === url)),
  );
  if (failures === undefined) return;
  const retry = t('Retry');
  // Not awaited: the user may never answer.
  void warn(failures, retry).then((chosen) => {
    if (chosen === retry) void vscode.commands.executeCommand('briefings.checkForNew');
  });
};

/** Maximum number of failed sources named in a message. */
const MAX_NAMED = 3;

/** Says which sources could not be read, and why; undefined if all could. */
export function failureSummary(rows: readonly Pick<SourceRow, 'name' | 'problem'>[]): string | undefined {
  const { t } = vscode.l10n;
  const [first] = rows;
  if (first?.problem === undefined) return undefined;
  const name = (row: Pick<SourceRow, 'name' | 'problem'>) => t('{0}: {1}', tidy(row.name), row.problem ?? '');
  if (rows.length === 1) return name(first);
  const count = plural('{0} sources failed', rows.length);
  // If the network is down, all fail for the same reason.
  if (rows.every(({ problem }) => problem === first.problem)) return t('{0}: {1}', count, first.problem);
  return [count, ...rows.slice(0, MAX_NAMED).map(name), ...(rows.length > MAX_NAMED ? ['…'] : [])].join(
    ' · ',
  );
}

/** Opens the newest briefing of a source; for a source that has failed, says why. */
export const openSource: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const { engine, source, node } = await resolveSource(context.feeds, argument);
  const problem = engine.problemOf(source);
  const newest =
    problem === undefined ? newestFirst(context.library, [engine.folderOf(source)])[0] : undefined;
  if (newest) {
    await vscode.commands.executeCommand('briefings.openBriefing', vscode.Uri.parse(newest.uri));
    return;
  }
  const answer = problem === undefined ? t('Check Now') : t('Retry');
  const asked =
    problem === undefined
      ? inform(t('There are no briefings from “{0}” in the library.', node.name), answer)
      : warn(t('{0}: {1}', node.name, problem), answer);
  // Not awaited: the user may never answer.
  void asked.then((chosen) => {
    if (chosen === answer) void vscode.commands.executeCommand('briefings.retrySource', node);
  });
};

/** Checks a single source again. Its row in the sidebar shows the result, too. */
export const retrySource: Command = async ({ feeds }, argument) => {
  const { engine, source, node } = await resolveSource(feeds, argument);
  const result = await engine.check(source, new AbortController().signal);
  const problem = engine.problemOf(source);
  showInStatusBar(
    problem === undefined ? checkSummary(result) : vscode.l10n.t('{0}: {1}', node.name, problem),
  );
};

export const copySourceLink: Command = async (context, argument) => {
  const { source } = await resolveSource(context.feeds, argument);
  await vscode.env.clipboard.writeText(source.url);
  announce(context.readers, vscode.l10n.t('Source link copied.'));
};

/** Removes a source, and its briefings if the user wants that. */
export const removeSource: Command = async ({ feeds, inbox }, argument) => {
  const { t } = vscode.l10n;
  const { engine, source, node } = await resolveSource(feeds, argument);
  const choices = [
    { label: t('Remove, and Keep Its Briefings'), isEmptied: false },
    { label: t('Remove, and Delete Its Briefings'), isEmptied: true },
  ];
  const picked = await vscode.window.showQuickPick(choices, { title: t('Remove “{0}”', node.name) });
  if (!picked) return;
  const folder = engine.folderOf(source);
  // Before anything is removed: a user who refuses to delete the briefings permanently keeps the source, too.
  if (picked.isEmptied && !(await deleteBriefings(folder, node.name))) return;
  const { readFeedSources } = await import('../../../intake/feeds/feedSources.ts');
  await removeFromSettings((entry) => readFeedSources([entry]).sources[0]?.url === source.url);
  await engine.forget(source);
  if (!picked.isEmptied) return;
  // A running check may have stored more files in the meantime.
  await deleteBriefings(folder, node.name);
  inbox.source.relist();
};

/** Deletes all briefings of a source. Returns false if the user wants to keep them. */
async function deleteBriefings(folder: vscode.Uri, name: string): Promise<boolean> {
  const { t } = vscode.l10n;
  // A file whose name begins with a dot is still being written.
  const names = await new FeedFolder(folder).names();
  const size = [...names].filter((one) => !one.startsWith('.')).length;
  if (size === 0) return true;
  return deleteFiles([folder], {
    // The folder's own name means nothing to the user.
    displayName: () => tidy(name),
    question:
      size === 1 ? t('Delete 1 briefing permanently?') : plural('Delete {0} briefings permanently?', size),
    detail: t(
      'The briefings from “{0}” cannot be moved to the trash. If you cancel, the source is kept too.',
      tidy(name),
    ),
  });
}

async function resolveSource(
  feeds: CommandContext['feeds'],
  argument: unknown,
): Promise<{ readonly engine: FeedEngine; readonly source: FeedSource; readonly node: SourceNode }> {
  const node = resolveNode(argument);
  const engine = node?.kind === 'source' ? await feeds.engine() : undefined;
  const source = engine?.sources.find(({ url }) => node?.kind === 'source' && node.url === url);
  if (node?.kind !== 'source' || !engine || !source)
    throw new HumanError(vscode.l10n.t('Select a source in the sidebar first.'));
  return { engine, source, node };
}
