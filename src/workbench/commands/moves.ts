import * as vscode from 'vscode';
import { itemsIn } from '../../briefing/readingItems.ts';
import { hasItem, itemKeys } from '../../library/outline.ts';
import { isReadUpTo, resolvePlace } from '../../library/progress/place.ts';
import { type ItemAt, nextUnread as nextUnreadIn } from '../../library/tree/nextUnread.ts';
import { HumanError } from '../errors.ts';
import { announce } from '../notify.ts';
import type { Readers } from '../reader/readers.ts';
import { resumeOptions } from '../reader/resumeOptions.ts';
import type { Command, CommandContext } from './commandContext.ts';
import { openAt } from './openAt.ts';

/** Moves within the current briefing, for keys. */
export const MOVE_COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.scrollOn': async ({ readers }) => {
    (await readers.revealCurrent()).panel.scroll('next');
  },
  'briefings.scrollBack': async ({ readers }) => {
    (await readers.revealCurrent()).panel.scroll('previous');
  },
  'briefings.goToStart': async ({ readers }) => {
    (await readers.revealCurrent()).goTo('start');
  },
  'briefings.goToEnd': async ({ readers }) => {
    (await readers.revealCurrent()).goTo('end');
  },
  'briefings.goToSection': async ({ readers }) => {
    (await readers.revealCurrent()).goUp();
  },
};

/** Goes to the next item; after the last one to the end, and from there to the next unread item. */
export const nextTakeaway: Command = async (context, argument) => {
  if (!(await context.readers.revealCurrent()).move(1)) await nextUnread(context, argument);
};

export const previousTakeaway: Command = async ({ readers }) => {
  if (!(await readers.revealCurrent()).move(-1))
    throw new HumanError(vscode.l10n.t('This is the beginning of the briefing.'));
};

/** Goes to the next unread item, across briefings, in the sidebar's order. */
export const nextUnread: Command = async (context) => {
  if (!(await openNextUnread(context)))
    throw new HumanError(vscode.l10n.t('Everything in the sidebar is read.'));
};

/**
 * Like {@link nextUnread}, but returns false if everything is read. Files that were deleted in the meantime are
 * skipped.
 */
export async function openNextUnread(context: CommandContext): Promise<boolean> {
  const { tree, readingLog, readers, unread } = context;
  const gone = new Set<string>();
  const isUnread = (uri: string) => unread.has(uri) && !gone.has(uri);
  for (;;) {
    const next = nextUnreadIn(tree.groups, readingLog, currentPosition(readers), isUnread);
    if (!next) return false;
    try {
      await openAt(context, vscode.Uri.parse(next.uri), (briefing) => ({
        id: itemsIn(briefing)[next.number]?.id,
      }));
      return true;
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      gone.add(next.uri);
    }
  }
}

/**
 * Returns the position after which the next unread item is searched: for a section, right before its items. A briefing
 * without items counts as one item.
 */
function currentPosition({ content }: Readers): ItemAt | undefined {
  if (!content) return undefined;
  const { uri, briefing, landmark, isEnd } = content;
  const items = itemsIn(briefing);
  if (items.length === 0 || isEnd) return { uri, number: items.length };
  const line = landmark?.kind === 'section' ? landmark.section.range.start.line : -1;
  const number =
    landmark && landmark.kind !== 'section'
      ? items.findIndex(({ id }) => id === landmark.id)
      : items.filter(({ range }) => range.start.line < line).length - 1;
  return { uri, number };
}

/** Opens the next briefing in the sidebar's order. */
export const nextBriefing: Command = async (context) => {
  if (!(await openNeighbour(context, 1)))
    throw new HumanError(vscode.l10n.t('This is the last briefing in the sidebar.'));
};

/** Opens the previous briefing in the sidebar's order. */
export const previousBriefing: Command = async (context) => {
  if (!(await openNeighbour(context, -1)))
    throw new HumanError(vscode.l10n.t('This is the first briefing in the sidebar.'));
};

/**
 * Opens a neighbour in the sidebar's order, or the first briefing if the current one is not shown there. False if there
 * is none.
 */
async function openNeighbour(context: CommandContext, step: 1 | -1): Promise<boolean> {
  const { tree, readers, readingLog } = context;
  const visible = tree.groups.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'briefing');
  const at = visible.findIndex(({ uri }) => uri === readers.pendingOrCurrentUri);
  const other = visible[at < 0 ? 0 : at + step];
  if (!other) return false;
  await openAt(context, vscode.Uri.parse(other.uri), (briefing) => resumeOptions(briefing, readingLog));
  return true;
}

/** Goes back in the history of what was read, across briefings. */
export const goBack: Command = async (context) => {
  if (!(await stepInHistory(context, -1)))
    throw new HumanError(vscode.l10n.t('There is nothing to go back to.'));
};

export const goForward: Command = async (context) => {
  if (!(await stepInHistory(context, 1)))
    throw new HumanError(vscode.l10n.t('There is nothing to go forward to.'));
};

/** Goes a step in the history; false at its end. Briefings that no longer exist are reported, dropped and skipped. */
async function stepInHistory(context: CommandContext, step: 1 | -1): Promise<boolean> {
  const { history } = context.readers;
  for (let visit = history.go(step); visit; visit = history.go(step)) {
    const { uri, id, view } = visit;
    // While the file is being read, the reader may still move.
    const { way } = history;
    try {
      await openAt(context, vscode.Uri.parse(uri), () => {
        history.restore(way);
        return { id, view };
      });
      return true;
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      history.restore(way);
      history.drop(step);
      announce(context.readers, error.message);
    }
  }
  return false;
}

/**
 * Goes back to the last reading position, in this window or another, wherever the file is now. If that briefing no
 * longer exists, to the last position in one that does.
 */
export const continueReading: Command = async (context) => {
  const { t } = vscode.l10n;
  const { readingLog } = context;
  let last = readingLog.lastPlace();
  if (!last) throw new HumanError(t('You have not read anything yet. Open a briefing to begin.'));
  let uri = uriOf(context, last.briefing);
  if (uri === undefined) {
    await context.allFilesRead;
    uri = uriOf(context, last.briefing) ?? uriOfWords(context, last.place.item);
  }
  if (uri === undefined) {
    last = readingLog.lastPlaceIn(new Set(briefingKeys(context))) ?? last;
    uri = uriOf(context, last.briefing);
  }
  if (uri === undefined)
    throw new HumanError(t('The briefing that you read last is no longer in the library.'));
  const { place } = last;
  await openAt(context, vscode.Uri.parse(uri), (briefing) => {
    const { item, offset } = resolvePlace(briefing, place);
    return { id: item?.id ?? '', offset };
  });
};

function briefingKeys({ library }: CommandContext): string[] {
  return [...library.entries].flatMap((entry) => (entry.kind === 'briefing' ? [entry.outline.key] : []));
}

/** Returns the URI of the briefing in which reading stopped at an item, if its title or date was changed since. */
function uriOfWords({ library, readingLog }: CommandContext, item: string): string | undefined {
  for (const entry of library.entries)
    if (entry.kind === 'briefing' && hasItem(entry.outline, item))
      if (isReadUpTo(itemKeys(entry.outline), item, readingLog)) return entry.uri;
  return undefined;
}

/** Returns the URI of a file that holds the briefing: the one in the reader, if it is among them. */
function uriOf({ library, readers }: CommandContext, key: string): string | undefined {
  const found: string[] = [];
  for (const entry of library.entries)
    if (entry.kind === 'briefing' && entry.outline.key === key) found.push(entry.uri);
  return found.find((uri) => uri === readers.location?.uri) ?? found[0];
}
