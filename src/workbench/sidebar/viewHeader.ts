import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import type { Filter, ViewOptions } from '../../library/tree/grouping.ts';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { plural } from '../plural.ts';

/** Minimum number of files for which the progress of reading is shown. */
const SHOW_PROGRESS_FROM = 100;

/** The maximum length of a filter's text in the view's header, in UTF-16 units. */
const MAX_WORDS_LENGTH = 60;

/** The view's badge, description, title and message, which are around the tree. */
export interface ViewHeader {
  readonly badge: vscode.ViewBadge | undefined;
  readonly description: string;
  /** Undefined: the view's own title. */
  readonly title: string | undefined;
  readonly message: string | undefined;
  /**
   * Why nothing is shown, which decides what the empty view says. '' if something is shown, and until the library is
   * known.
   */
  readonly empty: '' | 'nothing' | 'read' | 'unstarred' | 'filtered';
}

/** The number of unread briefings, of entries that pass the filter, and of rows above these entries. */
export interface Counts {
  readonly unread: number;
  readonly shown: number;
  readonly above?: number;
}

/**
 * Returns what is shown around the tree. The result of a filter is in the message, which is always visible: VS Code
 * shows no description for a view that is alone in its container. An empty tree shows ways out instead, but VS Code
 * does not show these below a message: then the title has the result.
 */
export function viewHeaderOf(
  library: Pick<Library, 'size' | 'pendingCount' | 'hasListedAll'>,
  readingLog: Pick<ReadingLog, 'problem'>,
  options: ViewOptions,
  { unread, shown, above = 0 }: Counts,
): ViewHeader {
  const message = messageOf(library, readingLog.problem);
  const filtered = filterLabel(options, shown, library.size);
  const isEmpty = shown === 0 && above === 0;
  return {
    badge: unread === 0 ? undefined : { value: unread, tooltip: unreadLabel(unread) },
    description: describe(options),
    title: isEmpty ? filtered : undefined,
    message: message ?? (isEmpty ? undefined : filtered),
    empty: shown > 0 ? '' : whyEmpty(library, options, unread),
  };
}

function whyEmpty(
  { size, hasListedAll }: Pick<Library, 'size' | 'hasListedAll'>,
  options: ViewOptions,
  unread: number,
): ViewHeader['empty'] {
  if (size === 0) return hasListedAll ? 'nothing' : '';
  if (options.filter === 'starred' && options.words === '') return 'unstarred';
  return hidesOnlyRead(options, unread) ? 'read' : 'filtered';
}

export function unreadLabel(count: number): string {
  const { t } = vscode.l10n;
  return count === 1 ? t('1 unread briefing') : plural('{0} unread briefings', count);
}

function hidesOnlyRead({ filter, words }: ViewOptions, unread: number): boolean {
  return unread === 0 && filter === 'unread' && words === '';
}

/** `Unread · “talks” · by title` */
function describe({ filter, words, sorting }: ViewOptions): string {
  return joinWithDots(
    filterName(filter),
    words && vscode.l10n.t('“{0}”', shortenWords(words)),
    sorting === 'title' && vscode.l10n.t('by title'),
  );
}

/** `talks: 3 of 63`, `Unread: 3 of 63`, `Unread · talks: 3 of 63`; undefined if nothing is filtered. */
function filterLabel({ filter, words }: ViewOptions, shown: number, all: number): string | undefined {
  const name = joinWithDots(filterName(filter), shortenWords(words));
  return name === '' || all === 0 ? undefined : vscode.l10n.t('{0}: {1} of {2}', name, shown, all);
}

function filterName(filter: Filter): string {
  const { t } = vscode.l10n;
  return { all: '', unread: t('Unread'), starred: t('Starred') }[filter];
}

/** Shortens a filter's text, which may be a whole document that was pasted by mistake. */
function shortenWords(words: string): string {
  return ellipsize(words, MAX_WORDS_LENGTH);
}

function joinWithDots(...parts: readonly (string | false)[]): string {
  return joinFilled(parts, ' · ');
}

function messageOf(
  { pendingCount }: Pick<Library, 'pendingCount'>,
  problem: string | undefined,
): string | undefined {
  const { t } = vscode.l10n;
  if (problem !== undefined)
    return t(
      'Your reading progress could not be saved ({0}). It is kept until this window closes, and saving will be retried.',
      problem,
    );
  return pendingCount < SHOW_PROGRESS_FROM ? undefined : t('Loading briefings: {0} left', pendingCount);
}
