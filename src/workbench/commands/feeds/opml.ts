import { joinFilled } from '../../../base/joinFilled.ts';
import * as vscode from 'vscode';
import { localDay } from '../../../library/days.ts';
import { HumanError, reasonOf } from '../../errors.ts';
import { addToSettings } from '../../feeds/feedSettings.ts';
import { saveFile } from '../../files/saveFile.ts';
import { inform, showInStatusBar } from '../../notify.ts';
import type { Command } from '../commandContext.ts';
import { promptSaveUri } from '../share/exportDialog.ts';
import { plural } from '../../plural.ts';

/** The maximum size of an OPML file, in bytes. A list of thousands of feeds is far smaller. */
const MAX_SIZE = 5_000_000;
const OPML = { name: 'OPML', extension: 'opml' } as const;

/** Adds the feeds that another feed reader has exported. Only the addresses are read, and none is fetched. */
export const importOpml: Command = async ({ feeds }, argument) => {
  const { t } = vscode.l10n;
  const uri = argument instanceof vscode.Uri ? argument : await askForFile();
  if (!uri) return;
  const engine = await feeds.engine();
  const [{ decodeMarkup }, { readOpml }, { checkAddress }, { readFeedSources }] = await Promise.all([
    import('../../../intake/feedFormats/decodeMarkup.ts'),
    import('../../../intake/readOpml.ts'),
    import('../../../intake/feeds/feedAddress.ts'),
    import('../../../intake/feeds/feedSources.ts'),
  ]);
  let leftOut = 0;
  const listed = readOpml(decodeMarkup(await bytesOf(uri)), () => leftOut++);
  const known = new Set(engine.sources.map(({ url }) => url));
  const others = listed.filter(({ url }) => !known.has(readFeedSources([url]).sources[0]?.url ?? url));
  // An address that the user types may lead into their private network. One from a file may not: somebody else wrote
  // it.
  const added = others.filter(({ url }) => checkAddress(url).kind === 'address');
  if (listed.length + leftOut === 0) throw new HumanError(t('This file does not contain any feeds.'));
  if (added.length > 0)
    await addToSettings(
      added.map(({ url, title }) => ({ url, ...(title !== undefined && { name: title }) })),
    );
  const message = importedSourcesMessage({
    added: added.length,
    known: listed.length - others.length,
    inside: others.length - added.length,
    leftOut,
  });
  const check = t('Check for New Entries');
  void inform(message, added.length > 0 ? check : undefined).then((answer) => {
    if (answer === check) void vscode.commands.executeCommand('briefings.checkForNew');
  });
};

/**
 * How many feeds of a list were added, known already, refused because they lead into a private network, or had no valid
 * address.
 */
export interface ImportedSources {
  readonly added: number;
  readonly known: number;
  readonly inside: number;
  readonly leftOut: number;
}

/** `2 sources added. 1 already existed.` */
export function importedSourcesMessage({ added, known, inside, leftOut }: ImportedSources): string {
  const { t } = vscode.l10n;
  const one = {
    added: t('1 source added.'),
    known: t('1 already existed.'),
    inside: t('1 address leads to a private network. To add it, use “Add Source…”.'),
    leftOut: t('1 was left out because its address does not begin with http:// or https://.'),
  };
  const more = {
    added: added === 0 ? t('No source added.') : plural('{0} sources added.', added),
    known: plural('{0} already existed.', known),
    inside: plural('{0} addresses lead to a private network. To add them, use “Add Source…”.', inside),
    leftOut: plural(
      '{0} were left out because their addresses do not begin with http:// or https://.',
      leftOut,
    ),
  };
  return joinFilled(
    [
      added === 1 ? one.added : more.added,
      known > 0 && (known === 1 ? one.known : more.known),
      inside > 0 && (inside === 1 ? one.inside : more.inside),
      leftOut > 0 && (leftOut === 1 ? one.leftOut : more.leftOut),
    ],
    ' ',
  );
}

/** Saves the sources in a format that other feed readers import. */
export const exportOpml: Command = async ({ feeds }, argument) => {
  const { t } = vscode.l10n;
  if (feeds.rows.length === 0) throw new HumanError(t('There is no source yet. Add one with “Add Source…”.'));
  const stem = `briefings-${localDay(new Date())}`;
  const uri =
    argument instanceof vscode.Uri
      ? argument
      : await promptSaveUri(stem, OPML, { title: t('Export OPML'), saveLabel: t('Export') });
  if (!uri) return;
  const { writeOpml } = await import('../../../intake/writeOpml.ts');
  await saveFile(
    uri,
    writeOpml(
      feeds.rows.map(({ url, name }) => ({ url, title: name })),
      t('Briefings'),
    ),
  );
  const count = feeds.rows.length;
  showInStatusBar(count === 1 ? t('1 source exported.') : plural('{0} sources exported.', count));
};

async function askForFile(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showOpenDialog({
    title: t('Import OPML'),
    openLabel: t('Import'),
    filters: { OPML: ['opml', 'xml'] },
  });
  return picked?.[0];
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array> {
  const { t } = vscode.l10n;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_SIZE) throw new HumanError(t('This file is larger than 5 MB. Choose another one.'));
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(t('The file cannot be read: {0}', reasonOf(error)));
  }
}
