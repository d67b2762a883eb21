import * as vscode from 'vscode';
import type { ViewOptions } from '../../library/tree/grouping.ts';
import type { Command, CommandContext } from './commandContext.ts';

/** The view options that each command sets: every choice for the sidebar is a command of its own. */
const CHOICES: Readonly<Record<string, Partial<ViewOptions>>> = {
  'briefings.groupByDate': { grouping: 'date' },
  'briefings.groupByFolder': { grouping: 'folder' },
  'briefings.showFlat': { grouping: 'none' },
  'briefings.sortByNewest': { sorting: 'newest' },
  'briefings.sortByTitle': { sorting: 'title' },
  'briefings.showAll': { filter: 'all' },
  'briefings.showUnread': { filter: 'unread' },
  'briefings.showStarred': { filter: 'starred' },
};

/**
 * The suffix of the command for the current choice, whose title has a tick: VS Code does not tick entries in an
 * extension's menus.
 */
const CURRENT = '.current';

export const VIEW_OPTIONS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(
    Object.entries(CHOICES).flatMap(([id, options]) => [
      [id, setOptions(options)],
      [id + CURRENT, setOptions(options)],
    ]),
  ),
  'briefings.clearFilter': setOptions({ filter: 'all', words: '' }),
  'briefings.filterByWords': filterByWords,
};

/** Debounce of typing, in ms. */
const DEBOUNCE = 150;

function setOptions(options: Partial<ViewOptions>): Command {
  return (context) => {
    context.options.set(options);
  };
}

/** Filters the list while the user types; Escape restores the filter from before. */
async function filterByWords({ options }: CommandContext): Promise<void> {
  const before = options.value.words;
  const input = vscode.window.createInputBox();
  input.prompt = vscode.l10n.t('Filter by title or label. Leave empty to show all.');
  input.placeholder = vscode.l10n.t('Filter briefings');
  input.value = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (words: string) => {
    clearTimeout(timer);
    if (words !== options.value.words) options.set({ words });
  };
  const accepted = await new Promise<boolean>((resolve) => {
    input.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        apply(value.trim());
      }, DEBOUNCE);
    });
    input.onDidAccept(() => {
      resolve(true);
    });
    input.onDidHide(() => {
      resolve(false);
    });
    input.show();
  });
  apply(accepted ? input.value.trim() : before);
  input.dispose();
}

/** Lists all sources again and reads all briefings, for file systems that report no changes. */
export const refresh: Command = async ({ library }) => {
  await vscode.window.withProgress({ location: { viewId: 'briefings.library' } }, () => library.refresh());
};
