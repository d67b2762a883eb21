import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';

/** Keeps a search in the sidebar, under a name. */
export const saveSearch: Command = async ({ searches }, argument) => {
  const { t } = vscode.l10n;
  const query =
    typeof argument === 'string'
      ? argument
      : await vscode.window.showInputBox({
          title: t('Save Search'),
          prompt: t('What to search for, as in the box of Search…'),
        });
  if (query === undefined || query.trim() === '') return;
  const name = await vscode.window.showInputBox({
    title: t('Save Search'),
    prompt: t('A name for it in the sidebar'),
    value: query.trim(),
  });
  if (name === undefined || name.trim() === '') return;
  try {
    await searches.saved.save({ name: name.trim(), query: query.trim() });
  } catch (error) {
    throw new HumanError(t('The search cannot be saved: the settings cannot be written. {0}', String(error)));
  }
};
