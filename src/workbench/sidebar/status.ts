import * as vscode from 'vscode';
import type { ViewOptions } from '../../library/tree/grouping.ts';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';

/** From this many files on, the first reading takes long enough to say how far it is. */
const MANY = 100;

/** What stands around the tree. */
export interface Status {
  readonly badge: vscode.ViewBadge | undefined;
  readonly description: string;
  readonly message: string | undefined;
  /** Why nothing is shown: what an empty view says goes by it. '' where something is. */
  readonly empty: '' | 'nothing' | 'read' | 'filtered';
}

/** `unread`: how many briefings are; `shown`: how many entries pass the filter. */
export function statusOf(
  library: Pick<Library, 'size' | 'waiting'>,
  readingLog: Pick<ReadingLog, 'problem'>,
  options: ViewOptions,
  { unread, shown }: { readonly unread: number; readonly shown: number },
): Status {
  return {
    badge: unread === 0 ? undefined : { value: unread, tooltip: unreadLabel(unread) },
    description: describe(options),
    message: messageOf(library, readingLog.problem),
    empty:
      shown > 0 ? '' : library.size === 0 ? 'nothing' : hidesOnlyRead(options, unread) ? 'read' : 'filtered',
  };
}

export function unreadLabel(count: number): string {
  const { t } = vscode.l10n;
  return count === 1 ? t('1 unread briefing') : t('{0} unread briefings', count);
}

function hidesOnlyRead({ filter, words }: ViewOptions, unread: number): boolean {
  return unread === 0 && filter === 'unread' && words === '';
}

/** `Unread · “talks” · by title` */
function describe({ filter, words, sorting }: ViewOptions): string {
  const { t } = vscode.l10n;
  const filters = { all: '', unread: t('Unread'), starred: t('Starred') };
  return [filters[filter], words && `“${words}”`, sorting === 'title' && t('by title')]
    .filter(Boolean)
    .join(' · ');
}

function messageOf({ waiting }: Pick<Library, 'waiting'>, problem: string | undefined): string | undefined {
  const { t } = vscode.l10n;
  if (problem !== undefined)
    return t(
      'What you read cannot be saved ({0}). It is kept until this window closes, and saving is tried again.',
      problem,
    );
  return waiting < MANY ? undefined : t('Reading briefings: {0} left', waiting);
}
