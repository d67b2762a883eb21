import * as vscode from 'vscode';
import { itemsIn } from '../../briefing/readingItems.ts';
import { placeIn } from '../../library/progress/place.ts';
import { type ItemAt, nextUnread as nextUnreadIn } from '../../library/tree/nextUnread.ts';
import { HumanError } from '../errors.ts';
import { announce } from '../notify.ts';
import type { Readers } from '../reader/readers.ts';
import { startPositionOf } from '../reader/startPosition.ts';
import type { Command, CommandContext } from './context.ts';
import { openAt } from './openAt.ts';

/** Moves within the current briefing. Each command only passes on what a key means. */
export const MOVE_COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.scrollOn': async ({ readers }) => {
    (await readers.inFront()).panel.scroll('next');
  },
  'briefings.scrollBack': async ({ readers }) => {
    (await readers.inFront()).panel.scroll('previous');
  },
  'briefings.goToStart': async ({ readers }) => {
    (await readers.inFront()).goTo('start');
  },
  'briefings.goToEnd': async ({ readers }) => {
    (await readers.inFront()).goTo('end');
  },
  'briefings.goToSection': async ({ readers }) => {
    (await readers.inFront()).goUp();
  },
};

/** Goes to the next item; after the last one to the end, and from there to the next unread item. */
export const nextTakeaway: Command = async (context, argument) => {
  if (!(await context.readers.inFront()).move(1)) await nextUnread(context, argument);
};

export const previousTakeaway: Command = async ({ readers }) => {
  if (!(await readers.inFront()).move(-1))
    throw new HumanError(vscode.l10n.t('This is the beginning of the briefing.'));
};

/** Goes to the next unread item, across briefings, in the sidebar's order. */
export const nextUnread: Command = async (context) => {
  if (!(await goOn(context))) throw new HumanError(vscode.l10n.t('Everything in the sidebar is read.'));
};

/** Like {@link nextUnread}, but returns false where everything is read. Files that have gone meanwhile are skipped. */
export async function goOn(context: CommandContext): Promise<boolean> {
  const { tree, readingLog, readers, unread } = context;
  const gone = new Set<string>();
  const isUnread = (uri: string) => unread.has(uri) && !gone.has(uri);
  for (;;) {
    const next = nextUnreadIn(tree.groups, readingLog, currentItem(readers), isUnread);
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
function currentItem({ shown }: Readers): ItemAt | undefined {
  if (!shown) return undefined;
  const { uri, briefing, landmark, isEnd } = shown;
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
  if (!(await openOther(context, 1)))
    throw new HumanError(vscode.l10n.t('This is the last briefing in the sidebar.'));
};

/** Opens the previous briefing in the sidebar's order. */
export const previousBriefing: Command = async (context) => {
  if (!(await openOther(context, -1)))
    throw new HumanError(vscode.l10n.t('This is the first briefing in the sidebar.'));
};

/**
 * Opens a neighbour in the sidebar's order, or the first briefing if the current one is not shown there. False if there
 * is none.
 */
async function openOther(context: CommandContext, step: 1 | -1): Promise<boolean> {
  const { tree, readers, readingLog } = context;
  const shown = tree.groups.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'briefing');
  const at = shown.findIndex(({ uri }) => uri === readers.heading);
  const other = shown[at < 0 ? 0 : at + step];
  if (!other) return false;
  await openAt(context, vscode.Uri.parse(other.uri), (briefing) => startPositionOf(briefing, readingLog));
  return true;
}

/** Goes back in the history of what was read, across briefings. */
export const goBack: Command = async (context) => {
  if (!(await goTo(context, -1))) throw new HumanError(vscode.l10n.t('There is nothing to go back to.'));
};

export const goForward: Command = async (context) => {
  if (!(await goTo(context, 1))) throw new HumanError(vscode.l10n.t('There is nothing to go forward to.'));
};

/** Goes a step in the history; false at its end. What no longer exists is reported, dropped and skipped. */
async function goTo(context: CommandContext, step: 1 | -1): Promise<boolean> {
  const { history } = context.readers;
  for (let visit = history.go(step); visit; visit = history.go(step)) {
    const { uri, id, view } = visit;
    // While the briefing is read, the reader may still move on in what it shows.
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
 * Goes back to where reading stopped last, in this window or another, wherever the file is now. If that briefing is
 * gone, to the last place in one that still exists.
 */
export const continueReading: Command = async (context) => {
  const { t } = vscode.l10n;
  const { readingLog } = context;
  let last = readingLog.lastPlace();
  if (!last) throw new HumanError(t('You have not read anything yet. Open a briefing to begin.'));
  if (uriOf(context, last.briefing) === undefined) {
    await context.allFilesRead;
    last = readingLog.lastPlaceIn(new Set(keysIn(context))) ?? last;
  }
  const uri = uriOf(context, last.briefing);
  if (uri === undefined)
    throw new HumanError(t('The briefing that you read last is no longer in the library.'));
  const { place } = last;
  await openAt(context, vscode.Uri.parse(uri), (briefing) => {
    const { item, offset } = placeIn(briefing, place);
    return { id: item?.id ?? '', offset };
  });
};

function keysIn({ library }: Parameters<Command>[0]): string[] {
  return [...library.entries].flatMap((entry) => (entry.kind === 'briefing' ? [entry.outline.key] : []));
}

/** Returns the URI of a file that holds the briefing: the one in the reader, if it is among them. */
function uriOf({ library, readers }: Parameters<Command>[0], key: string): string | undefined {
  const found: string[] = [];
  for (const entry of library.entries)
    if (entry.kind === 'briefing' && entry.outline.key === key) found.push(entry.uri);
  return found.find((uri) => uri === readers.place?.uri) ?? found[0];
}
