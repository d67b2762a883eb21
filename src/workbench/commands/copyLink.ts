import * as vscode from 'vscode';
import { linkPath } from '../../share/link.ts';
import { confirm } from '../confirm.ts';
import { HumanError } from '../humanError.ts';
import type { Command, CommandContext } from './context.ts';
import { briefingAt, nodeInFile } from './target.ts';

const EXTENSION = 'briefings.briefing-reader';

/** Copies a link that opens a takeaway, or a briefing, wherever its file lies. */
export const copyLink: Command = async (context, argument) => {
  const path = await pathOf(context, argument);
  const own = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: EXTENSION, path });
  const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
  await vscode.env.clipboard.writeText(isWeb ? await webForm(own) : own.toString());
  confirm(context.readers, vscode.l10n.t('Link copied.'));
};

async function pathOf(context: CommandContext, argument: unknown): Promise<string> {
  const { readers } = context;
  const node = nodeInFile(argument);
  if (node) {
    const briefing = await briefingAt(context, vscode.Uri.parse(node.uri));
    return linkPath(briefing, node.kind === 'takeaway' ? node.takeaway : undefined);
  }
  if (!readers.shown) throw new HumanError(vscode.l10n.t('Open a briefing first.'));
  return linkPath(readers.shown.briefing, readers.takeaway);
}

/** A browser cannot open the editor's own scheme: the address that does it there, where the host knows one. */
async function webForm(uri: vscode.Uri): Promise<string> {
  const external = await vscode.env.asExternalUri(uri);
  return external.scheme === 'https' || external.scheme === 'http' ? external.toString(true) : uri.toString();
}
