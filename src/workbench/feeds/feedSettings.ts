import * as vscode from 'vscode';
import type { Shape } from '../../intake/files/shape.ts';

/** An entry of the setting `briefings.sources`. */
export interface SourceSetting {
  readonly url: string;
  readonly name?: string;
  readonly as?: Shape;
}

/** Adds entries to the user’s sources. With the first ones, it asks how often to check them. */
export async function addToSettings(added: readonly SourceSetting[]): Promise<void> {
  const before = currentEntries();
  await update('sources', [...before, ...added]);
  const section = vscode.workspace.getConfiguration('briefings');
  if (before.length > 0 || section.inspect('sourcesRefresh')?.globalValue !== undefined) return;
  const { t } = vscode.l10n;
  const choices = [
    { label: t('Only Manually'), description: t('with Check for New Entries'), value: 'manual' },
    { label: t('Once a Day'), value: 'daily' },
    { label: t('Once an Hour'), value: 'hourly' },
  ];
  const title = t('How Often to Check Your Sources');
  const placeHolder = t('Only while VS Code is open. The setting is briefings.sourcesRefresh.');
  const picked = await vscode.window.showQuickPick(choices, { title, placeHolder });
  await update('sourcesRefresh', picked?.value ?? 'manual');
}

/** Removes entries from the user's sources. `shouldRemove`: gets each entry of the setting, which may be any value. */
export async function removeFromSettings(shouldRemove: (entry: unknown) => boolean): Promise<void> {
  await update(
    'sources',
    currentEntries().filter((entry) => !shouldRemove(entry)),
  );
}

function currentEntries(): readonly unknown[] {
  const value: unknown = vscode.workspace.getConfiguration('briefings').inspect('sources')?.globalValue;
  return Array.isArray(value) ? value : [];
}

async function update(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('briefings').update(name, value, vscode.ConfigurationTarget.Global);
}
