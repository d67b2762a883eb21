import * as vscode from 'vscode';
import { localDay } from '../../library/tree/grouping.ts';
import { HumanError, reasonOf } from '../errors.ts';
import { addToSettings } from '../feeds/sourceSettings.ts';
import { saveFile } from '../files/saveFile.ts';
import { inform, showInStatusBar } from '../notify.ts';
import type { Command } from './context.ts';
import { plural } from '../plural.ts';

/** A list of thousands of feeds is far smaller. In bytes. */
const LARGEST = 5_000_000;

/** Adds the feeds that another reader has listed. Only their addresses are taken, and none is asked. */
export const importOpml: Command = async ({ feeds }, argument) => {
  const { t } = vscode.l10n;
  const uri = argument instanceof vscode.Uri ? argument : await askForFile();
  if (!uri) return;
  const engine = await feeds.engine();
  const [{ readOpml }, { checkAddress }, { readSources }] = await Promise.all([
    import('../../intake/readOpml.ts'),
    import('../../intake/sources/sourceAddress.ts'),
    import('../../intake/sources/settings.ts'),
  ]);
  const listed = readOpml(await textOf(uri));
  const known = new Set(engine.sources.map(({ url }) => url));
  const others = listed.filter(({ url }) => !known.has(readSources([url]).sources[0]?.url ?? url));
  // Who writes a host means it, but a file is not written by the person: it may lead into their network.
  const added = others.filter(({ url }) => checkAddress(url).kind === 'address');
  if (listed.length === 0) throw new HumanError(t('This file lists no feed.'));
  if (added.length > 0)
    await addToSettings(
      added.map(({ url, title }) => ({ url, ...(title !== undefined && { name: title }) })),
    );
  const left = others.length - added.length;
  const sentences = [
    t('{0} of {1} sources are new, and were added.', added.length, listed.length),
    left > 0 && t('{0} lead into a private network: add those with Add Source….', left),
  ];
  const check = t('Check for New');
  const said = sentences.filter(Boolean).join(' ');
  void inform(said, added.length > 0 ? check : undefined).then((answer) => {
    if (answer === check) void vscode.commands.executeCommand('briefings.checkForNew');
  });
};

/** Saves the sources as other readers take them. */
export const exportOpml: Command = async ({ feeds }, argument) => {
  const { t } = vscode.l10n;
  if (feeds.rows.length === 0) throw new HumanError(t('There is no source yet. Add one with “Add Source…”.'));
  const name = `briefings-${localDay(new Date())}.opml`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const asking = { title: t('Export OPML'), saveLabel: t('Export'), filters: { OPML: ['opml'] } };
  const uri =
    argument instanceof vscode.Uri
      ? argument
      : await vscode.window.showSaveDialog({
          ...asking,
          defaultUri: vscode.Uri.joinPath(folder, name),
        });
  if (!uri) return;
  const { writeOpml } = await import('../../intake/writeOpml.ts');
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

async function textOf(uri: vscode.Uri): Promise<string> {
  const { t } = vscode.l10n;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) throw new HumanError(t('This file is larger than 5 MB. Choose another one.'));
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(t('The file cannot be read: {0}', reasonOf(error)));
  }
}
