import * as vscode from 'vscode';
import type { ViewOptions } from '../../library/arrangement.ts';
import type { Library } from '../../library/library.ts';
import type { TreeNode } from '../../library/nodes.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import { setContexts } from '../contexts.ts';

/** From this many files on, the first reading takes long enough to say how far it is. */
const MANY = 100;

/** What stands around the tree: the badge, the view's description, its message, and what an empty view says. */
export function showStatus(
  view: vscode.TreeView<TreeNode>,
  library: Library,
  log: ReadingLog,
  options: ViewOptions,
  shown: number,
): void {
  const unread = unreadIn(library, log);
  view.badge =
    unread === 0
      ? undefined
      : {
          value: unread,
          tooltip:
            unread === 1 ? vscode.l10n.t('1 unread briefing') : vscode.l10n.t('{0} unread briefings', unread),
        };
  view.description = describe(options);
  const message = messageOf(library, log);
  // VS Code's own type has no room for none.
  if (view.message !== message) (view as { message: string | undefined }).message = message;
  setContexts({ empty: shown > 0 ? '' : emptiness(library, options, unread), canUndo: log.canUndo });
}

/** Why nothing is shown. */
function emptiness({ size }: Library, { filter, words }: ViewOptions, unread: number): string {
  if (size === 0) return 'nothing';
  return unread === 0 && filter === 'unread' && words === '' ? 'read' : 'filtered';
}

function unreadIn(library: Library, log: ReadingLog): number {
  let unread = 0;
  for (const entry of library.entries)
    if (entry.kind === 'briefing' && !entry.outline.keys.every((key) => log.isRead(key))) unread++;
  return unread;
}

/** `Unread · “talks” · by title` */
function describe({ filter, words, sorting }: ViewOptions): string {
  const { t } = vscode.l10n;
  const filters = { all: '', unread: t('Unread'), starred: t('Starred') };
  return [filters[filter], words && `“${words}”`, sorting === 'title' && t('by title')]
    .filter(Boolean)
    .join(' · ');
}

function messageOf({ waiting, size }: Library, { problem }: ReadingLog): string | undefined {
  if (problem !== undefined)
    return vscode.l10n.t(
      'What you have read cannot be saved ({0}). It is kept until this window closes, and tried again.',
      problem,
    );
  if (waiting < MANY) return undefined;
  return vscode.l10n.t('Reading briefings: {0} to go, {1} there.', waiting, size);
}
