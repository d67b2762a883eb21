import * as vscode from 'vscode';
import type { Material } from '../../../language/draft/askForDraft.ts';
import type { WrittenDraft } from '../../../language/draft/writeDraft.ts';
import { fileNameOf } from '../../../library/files/fileName.ts';
import type { ChatModel } from '../../assistant/askModel.ts';
import { areModelsOff } from '../../assistant/register.ts';
import { showDraft } from '../../assistant/showDraft.ts';
import { HumanError } from '../../errors.ts';
import { announce, withoutIcons } from '../../notify.ts';
import type { Command } from '../commandContext.ts';
import { plural } from '../../plural.ts';

/** Has VS Code's language model turn the active editor's text, or the selected part, into a briefing. */
export const makeBriefing: Command = async (context) => {
  const { t } = vscode.l10n;
  if (areModelsOff())
    throw new HumanError(
      t('AI features are turned off in this window. To turn them on, change “chat.disableAIFeatures”.'),
    );
  const material = materialIn(vscode.window.activeTextEditor);
  const model = await chooseModel(await vscode.lm.selectChatModels());
  if (!model) return;
  const written = await makeWithProgress(material, model);
  if (!written) return;
  await showDraft(written, { preserveFocus: false });
  const { takeaways } = written;
  const made =
    takeaways === 1
      ? t('Generated a briefing with 1 takeaway. Review it, then save it.')
      : plural('Generated a briefing with {0} takeaways. Review it, then save it.', takeaways);
  announce(context.readers, made);
};

/** Returns an editor's selected text, or all of its text if nothing is selected. */
export function materialIn(editor: vscode.TextEditor | undefined): Material {
  const { t } = vscode.l10n;
  if (!editor) throw new HumanError(t('Open the text in an editor first.'));
  const { document, selection } = editor;
  const text = document.getText(selection.isEmpty ? undefined : selection);
  if (text.trim() === '') throw new HumanError(t('The editor has no text to generate a briefing from.'));
  return { text, fileName: document.isUntitled ? '' : fileNameOf(document.uri.toString()) };
}

/** Returns the only model, or the one that the user picks. */
export async function chooseModel<T extends Pick<vscode.LanguageModelChat, 'name' | 'vendor' | 'family'>>(
  models: readonly T[],
): Promise<T | undefined> {
  const { t } = vscode.l10n;
  const [only] = models;
  if (!only) throw new HumanError(t('No language model is available. Set one up in Chat, and try again.'));
  if (models.length === 1) return only;
  const items = models.map((model) => ({
    label: withoutIcons(model.name),
    description: withoutIcons(`${model.vendor} ${model.family}`),
    model,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: t('Select a language model') });
  return picked?.model;
}

async function makeWithProgress(material: Material, model: ChatModel): Promise<WrittenDraft | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Generating briefing…');
  const { draftOf } = await import('../../assistant/askModel.ts');
  return vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
    draftOf(material, model, token),
  );
}
