import * as vscode from 'vscode';
import type { ViewOptions } from '../../library/arrangement.ts';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/readingLog.ts';

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

/** `shown`: how many entries pass the filter. */
export function statusOf(
  library: Pick<Library, 'entries' | 'size' | 'waiting'>,
  log: Pick<ReadingLog, 'isRead' | 'problem'>,
  options: ViewOptions,
  shown: number,
): Status {
  const { t } = vscode.l10n;
  let unread = 0;
  for (const entry of library.entries)
    if (entry.kind === 'briefing' && !entry.outline.keys.every((key) => log.isRead(key))) unread++;
  const counted = unread === 1 ? t('1 unread briefing') : t('{0} unread briefings', unread);
  return {
    badge: unread === 0 ? undefined : { value: unread, tooltip: counted },
    description: describe(options),
    message: messageOf(library, log.problem),
    empty:
      shown > 0 ? '' : library.size === 0 ? 'nothing' : hidesOnlyRead(options, unread) ? 'read' : 'filtered',
  };
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

function messageOf(
  { waiting, size }: Pick<Library, 'size' | 'waiting'>,
  problem: string | undefined,
): string | undefined {
  const { t } = vscode.l10n;
  if (problem !== undefined)
    return t(
      'What you have read cannot be saved ({0}). It is kept until this window closes, and tried again.',
      problem,
    );
  return waiting < MANY ? undefined : t('Reading briefings: {0} to go, {1} there.', waiting, size);
}
