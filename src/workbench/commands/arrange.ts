import * as vscode from 'vscode';
import type { ViewOptions } from '../../library/arrangement.ts';
import type { Command } from './context.ts';

/** How the sidebar shows the library: each choice is a command of its own. */
export const ARRANGEMENTS: Readonly<Record<string, Command>> = {
  'briefings.groupByDate': choose({ grouping: 'date' }),
  'briefings.groupByFolder': choose({ grouping: 'folder' }),
  'briefings.showFlat': choose({ grouping: 'none' }),
  'briefings.sortByNewest': choose({ sorting: 'newest' }),
  'briefings.sortByTitle': choose({ sorting: 'title' }),
  'briefings.showAll': choose({ filter: 'all' }),
  'briefings.showUnread': choose({ filter: 'unread' }),
  'briefings.showStarred': choose({ filter: 'starred' }),
  'briefings.clearFilter': choose({ filter: 'all', words: '' }),
  'briefings.filterByWords': filterByWords,
};

/** How long a person stops typing before the list follows, in ms. */
const PAUSE = 150;

function choose(options: Partial<ViewOptions>): Command {
  return (context) => {
    context.options.set(options);
  };
}

/** The list follows what is typed; Escape brings back what was. */
async function filterByWords({ options }: Parameters<Command>[0]): Promise<void> {
  const before = options.value.words;
  const input = vscode.window.createInputBox();
  input.prompt = vscode.l10n.t('Words in the titles and labels to show. Nothing shows all.');
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
      }, PAUSE);
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
