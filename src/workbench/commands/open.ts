import * as vscode from 'vscode';
import { sectionNamed } from '../../briefing/structure/anchors.ts';
import { fileNameOf, formatOf } from '../../library/files/fileName.ts';
import { HumanError } from '../errors.ts';
import { importedMessage, showImported } from '../intake/importedFiles.ts';
import { importFiles } from '../intake/importFiles.ts';
import { withSlowProgress } from '../intake/slowProgress.ts';
import type { TabOpenOptions } from '../reader/readers.ts';
import { resumeOptions } from '../reader/resumeOptions.ts';
import type { Command, CommandContext } from './commandContext.ts';
import { openAt } from './openAt.ts';
import { pickBriefing } from './briefingPicker.ts';
import { pickItem } from './itemPicker.ts';
import { activeFile, resolveFile, resolveNodeInFile, resolveNode } from './resolveArguments.ts';

/**
 * Opens a briefing where reading it stopped, or at a section: the node's, or the one that a file's fragment names
 * (`other.md#whats-next`). Without an argument it asks which briefing.
 */
export const openBriefing: Command = async (context, argument) => {
  const node = resolveNodeInFile(argument);
  const file =
    resolveFile(argument) ??
    (node ? vscode.Uri.parse(node.uri) : await pickBriefing(context, vscode.l10n.t('Open a briefing')));
  if (!file) return;
  await openAt(context, file.with({ fragment: '' }), (briefing) => {
    const id = node?.kind === 'section' ? node.section.id : sectionNamed(briefing, `#${file.fragment}`);
    return id === undefined ? resumeOptions(briefing, context.readingLog) : { id };
  });
};

/** Opens an item in the reader. Without one it asks, listing the current briefing's items first. */
export const openTakeaway: Command = async (context, argument) => {
  const node = resolveNode(argument);
  const target =
    node?.kind === 'item'
      ? { uri: node.uri, id: node.item.id }
      : await pickItem(context, vscode.l10n.t('Search for an item to open'));
  if (!target) return;
  await openAt(context, vscode.Uri.parse(target.uri), () => ({ id: target.id }));
};

/**
 * Opens a briefing beside the active editor: the sidebar's node, a file, the active editor's file, or the current
 * briefing.
 */
export const openToSide: Command = (context, argument) =>
  open(context, argument, { column: vscode.ViewColumn.Beside });

/** Opens the target in a tab of its own. */
export const openInNewTab: Command = (context, argument) => open(context, argument, { newTab: true });

async function open(context: CommandContext, argument: unknown, options: TabOpenOptions): Promise<void> {
  const { uri, ...at } = targetOf(context, argument);
  await openAt(context, uri, (briefing) => ({
    ...(at.id === undefined ? resumeOptions(briefing, context.readingLog) : at),
    ...options,
  }));
}

/** Resolves the target of a command. The current briefing is opened at its current position. */
function targetOf(
  { readers }: CommandContext,
  argument: unknown,
): TabOpenOptions & { readonly uri: vscode.Uri } {
  const node = resolveNodeInFile(argument);
  if (node?.kind === 'item') return { uri: vscode.Uri.parse(node.uri), id: node.item.id };
  if (node?.kind === 'section') return { uri: vscode.Uri.parse(node.uri), id: node.section.id };
  if (node) return { uri: vscode.Uri.parse(node.uri) };
  const { content, view } = readers;
  const file = resolveFile(argument) ?? (readers.isActive ? undefined : activeFile());
  if (file) return { uri: file };
  if (!content) throw new HumanError(vscode.l10n.t('Open a briefing or a text file first.'));
  return { uri: vscode.Uri.parse(content.uri), id: content.landmark?.id, offset: content.offset, view };
}

/**
 * Reads any text file, mail or page as a briefing, and a mailbox as many: the file it was called on, the active
 * editor's, or one that the user picks.
 */
export const readAsBriefing: Command = async (context, argument) => {
  const uri = resolveFile(argument) ?? activeFile() ?? (await pickFile());
  if (!uri) return;
  const isMailbox = formatOf(fileNameOf(uri.toString())) === 'mailbox';
  const file = isMailbox ? await firstIn(context, uri) : uri;
  await openAt(context, file, (briefing) => resumeOptions(briefing, context.readingLog));
};

/** Imports all mails of a mailbox into the inbox, reports that, and returns the first one. */
async function firstIn({ inbox }: CommandContext, mailbox: vscode.Uri): Promise<vscode.Uri> {
  const imported = await withSlowProgress((progress) => importFiles(inbox, [mailbox], [], progress));
  const [first] = [...imported.copies, ...imported.known];
  if (!first) throw new HumanError(importedMessage(imported));
  showImported(imported);
  return first;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showOpenDialog({
    title: t('Read as Briefing'),
    openLabel: t('Open'),
    filters: {
      [t('Briefings')]: 'md markdown txt org rst adoc json eml mbox html htm xml rss atom'.split(' '),
    },
  });
  return picked?.[0];
}
