import * as vscode from 'vscode';
import { parseUrl } from '../../../base/parseUrl.ts';
import { tidy } from '../../../base/tidy.ts';
import { isAddressAlone } from '../../../briefing/write/pastedText.ts';
import type { Feed, NotAFeed } from '../../../intake/model.ts';
import { latestFirst } from '../../../intake/latestFirst.ts';
import type { Shape } from '../../../intake/files/shape.ts';
import type { FetchResult } from '../../../intake/feeds/fetchResult.ts';
import { shortDateLabel } from '../../labels.ts';
import { HumanError } from '../../errors.ts';
import type { FeedEngine } from '../../feeds/feedEngine.ts';
import { newEntriesMessage } from '../../feeds/checkSummary.ts';
import { addToSettings } from '../../feeds/feedSettings.ts';
import { withCancellableProgress } from '../../feeds/cancellableProgress.ts';
import { showInStatusBar, withoutIcons } from '../../notify.ts';
import { separatorRow } from '../../quickPick.ts';
import type { Command } from '../commandContext.ts';
import { newestFirst } from '../newestFirst.ts';
import { plural } from '../../plural.ts';

/** Maximum number of entries shown before a source is added. */
const MAX_PREVIEWED = 8;

/**
 * Adds a feed by its own address, or by that of a page which links it. Nothing is saved before the user has seen the
 * feed.
 */
export const addSource: Command = async ({ feeds, library, reveal }, argument) => {
  const { t } = vscode.l10n;
  const engine = await feeds.engine();
  const found = await (typeof argument === 'string' ? find(engine, argument) : askForFeed(engine));
  if (!found) return;
  const { readFeedSources } = await import('../../../intake/feeds/feedSources.ts');
  const [source] = readFeedSources([{ url: found.address }]).sources;
  if (!source) throw new HumanError(t('This is not a valid address. Enter one such as https://example.com.'));
  const { feed } = found.result;
  if (engine.sources.some(({ url }) => url === source.url))
    throw new HumanError(t('“{0}” is already one of your sources.', feed.title));
  const chosen = await chooseShape(feed);
  if (!chosen) return;
  const as = chosen.as && { as: chosen.as };
  const added = await engine.storeFirstResult({ ...source, ...as }, found.result);
  await addToSettings([{ url: found.address, name: feed.title, ...as }]);
  showInStatusBar(t('{0}: {1}', feed.title, newEntriesMessage(added)));
  await library.refresh();
  const [newest] = newestFirst(library, [engine.folderOf(source)]);
  // Not awaited: VS Code may never find the row.
  if (newest) void reveal(newest.uri);
};

/** Asks for an address until one has a feed. The user can correct what they typed. */
async function askForFeed(engine: FeedEngine): Promise<Found | undefined> {
  const copied = await vscode.env.clipboard.readText();
  let given = await askForAddress(isAddressAlone(copied) ? copied.trim() : '');
  while (given !== undefined && given.trim() !== '') {
    try {
      return await find(engine, given);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      given = await askForAddress(given, error.message);
    }
  }
  return undefined;
}

/** `problem`: why `value`, the last address, was refused. */
async function askForAddress(value: string, problem?: string): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const [{ checkAddress, completeAddress }, { failureMessage }] = await Promise.all([
    import('../../../intake/feeds/feedAddress.ts'),
    import('../../feeds/feedProblems.ts'),
  ]);
  return vscode.window.showInputBox({
    title: t('Add Source'),
    prompt: problem ?? t('The address of a site or its feed. It is contacted when you press Enter.'),
    placeHolder: 'https://example.com/',
    value,
    ignoreFocusOut: true,
    // An invalid address is reported while it can be fixed: once the box is closed, what was typed would be gone.
    validateInput: (typed) => {
      if (typed.trim() === '') return undefined;
      const address = completeAddress(typed);
      const checked = checkAddress(address, address);
      return checked.kind === 'refused' ? failureMessage(checked.reason) : undefined;
    },
  });
}

interface Found {
  readonly address: string;
  readonly result: Extract<FetchResult, { kind: 'feed' }>;
}

/** Returns the feed at an address, or one that the page there links. `given`: may lack `https://`. */
async function find(engine: FeedEngine, given: string): Promise<Found | undefined> {
  const { t } = vscode.l10n;
  const { completeAddress } = await import('../../../intake/feeds/feedAddress.ts');
  const typed = completeAddress(given);
  const ask = (address: string) =>
    withCancellableProgress(t('Contacting {0}…', hostOf(address)), (signal) =>
      engine.find(address, typed, signal),
    );
  const first = await ask(typed);
  if (first.kind === 'feed') return { address: typed, result: first };
  if (first.kind !== 'notAFeed' || first.feeds.length === 0) return refuse(first);
  const address = first.feeds.length === 1 ? first.feeds[0] : await chooseFeed(first);
  if (address === undefined) return undefined;
  const second = await ask(address);
  return second.kind === 'feed' ? { address, result: second } : refuse(second);
}

/** Throws a `HumanError` that says why there is no feed; returns if the user has cancelled. */
async function refuse(result: Exclude<FetchResult, { kind: 'feed' }>): Promise<undefined> {
  const { statusMessage, failureMessage } = await import('../../feeds/feedProblems.ts');
  switch (result.kind) {
    case 'cancelled':
      return undefined;
    case 'notAFeed':
      if (result.reason !== 'page') throw new HumanError(failureMessage(result.reason));
      throw new HumanError(
        vscode.l10n.t(
          'No feed was found on this page. Look for an “RSS” or “Feed” link on it, and add that address.',
        ),
      );
    case 'failed':
      throw new HumanError(
        result.status === undefined ? failureMessage(result.reason) : statusMessage(result.status),
      );
    case 'offline':
      throw new HumanError(failureMessage(result.reason));
    case 'gone':
    case 'unchanged':
      throw new HumanError(failureMessage('gone'));
  }
}

/** Asks for one of a page's feeds, by the names that the page gives them. */
async function chooseFeed({ feeds, titles = {} }: NotAFeed): Promise<string | undefined> {
  const items = feeds.map((address) => {
    const title = titles[address];
    return title === undefined
      ? { label: withoutIcons(address), address }
      : { label: withoutIcons(tidy(title)), description: withoutIcons(address), address };
  });
  const title = plural('This Page Has {0} Feeds', feeds.length);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.address;
}

/** A row of the preview. Only a row with `adds` adds the source; the others show what it has. */
interface PreviewRow extends vscode.QuickPickItem {
  /** `as`: set only if that is not the feed's own shape. */
  readonly adds?: { readonly as: Shape | undefined };
}

/** Shows the feed that was found, and asks how to group its entries. */
async function chooseShape(feed: Feed): Promise<PreviewRow['adds']> {
  const { t } = vscode.l10n;
  const { shapeOf } = await import('../../../intake/files/shape.ts');
  const own = shapeOf(feed);
  const other = own === 'issues' ? 'digest' : 'issues';
  const words = {
    issues: t('each entry becomes a briefing'),
    digest: t('the entries of a day become one briefing, with a takeaway for each'),
  };
  const latest = latestFirst(feed.entries).slice(0, MAX_PREVIEWED);
  return askInPreview(feed.title, [
    { label: t('Add “{0}”', withoutIcons(feed.title)), description: words[own], adds: { as: undefined } },
    { label: t('Add with Different Grouping'), description: words[other], adds: { as: other } },
    separatorRow(t('Latest of {0}', feed.entries.length)),
    ...latest.map(({ title, date }) => ({
      label: withoutIcons(title),
      ...(date !== undefined && { description: shortDateLabel(date.slice(0, 10)) }),
    })),
  ]);
}

/** Shows a preview until the user selects a row that adds the source, or cancels. */
async function askInPreview(title: string, items: readonly PreviewRow[]): Promise<PreviewRow['adds']> {
  const pick = vscode.window.createQuickPick<PreviewRow>();
  const placeholder = vscode.l10n.t('Nothing is added yet. Press Escape to cancel.');
  Object.assign(pick, { title, placeholder, ignoreFocusOut: true, items });
  const adds = await new Promise<PreviewRow['adds']>((resolve) => {
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      if (row?.adds) resolve(row.adds);
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    pick.show();
  });
  pick.dispose();
  return adds;
}

function hostOf(address: string): string {
  return parseUrl(address)?.host ?? address;
}
