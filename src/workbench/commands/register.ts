import * as vscode from 'vscode';
import type { Disposable } from '../../base/event.ts';
import type { Logger } from '../../library/ports.ts';
import { isRecord } from '../../base/isRecord.ts';
import { reportError } from '../errors.ts';
import type { Readers } from '../reader/readers.ts';
import { APPEARANCE, showTakeaway, showWholeBriefing } from './views.ts';
import { ARRANGEMENTS, refresh } from './arrange.ts';
import { backToReader, openSourceFile } from './sourceFile.ts';
import type { Command, CommandContext } from './context.ts';
import { applyConversion, convertToMarkdown } from './writing/convertToMarkdown.ts';
import {
  continueReading,
  goBack,
  goForward,
  MOVE_COMMANDS,
  nextBriefing,
  nextTakeaway,
  nextUnread,
  previousBriefing,
  previousTakeaway,
} from './moves.ts';
import { copyCitation, copyReferenceLink, openReference } from './references.ts';
import { copyLink, copyTakeaway, copyTakeawayAs } from './share/copy.ts';
import { addSource } from './sources/addSource.ts';
import { addFolder, deleteFromInbox, removeFolder } from './sources/folders.ts';
import { exportBriefing, print } from './share/exportBriefing.ts';
import { exportStarred } from './share/exportStarred.ts';
import { insertTakeaway } from './writing/insertTakeaway.ts';
import {
  finishBriefing,
  markAllAsRead,
  markAsRead,
  markAsUnread,
  markNewAsSeen,
  star,
  undoMarkAsRead,
  unstar,
} from './marks.ts';
import { makeBriefing } from './writing/makeBriefing.ts';
import { newBriefing, newFromClipboard } from './writing/newBriefing.ts';
import { exportOpml, importOpml } from './sources/opml.ts';
import { openPreviewToSide } from './preview.ts';
import { checkForNew, copySourceLink, removeSource, openSource, retrySource } from './sources/sources.ts';
import { openBriefing, openInNewTab, openTakeaway, openToSide, readAsBriefing } from './open.ts';
import { copyWritingInstructions } from './writing/writingInstructions.ts';
import { resolveFound } from './target.ts';
import { WRITINGS } from './writing/writing.ts';
import { removeSearch, saveSearch, search, searchOpenToSide, showCiting, showRelated } from './search.ts';

export const COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.openBriefing': openBriefing,
  'briefings.openTakeaway': openTakeaway,
  'briefings.continueReading': continueReading,
  'briefings.goBack': goBack,
  'briefings.goForward': goForward,
  'briefings.nextUnread': nextUnread,
  'briefings.nextTakeaway': nextTakeaway,
  'briefings.previousTakeaway': previousTakeaway,
  'briefings.showWholeBriefing': showWholeBriefing,
  'briefings.showTakeaway': showTakeaway,
  'briefings.openReference': openReference,
  'briefings.copyReferenceLink': copyReferenceLink,
  'briefings.copyTakeaway': copyTakeaway,
  'briefings.copyTakeawayAs': copyTakeawayAs,
  'briefings.insertTakeaway': insertTakeaway,
  'briefings.openSourceFile': openSourceFile,
  'briefings.backToReader': backToReader,
  'briefings.openToSide': openToSide,
  'briefings.openInNewTab': openInNewTab,
  'briefings.nextBriefing': nextBriefing,
  'briefings.previousBriefing': previousBriefing,
  'briefings.copyCitation': copyCitation,
  'briefings.showCiting': showCiting,
  'briefings.copyLink': copyLink,
  'briefings.showRelated': showRelated,
  'briefings.search': search,
  'briefings.searchOpenToSide': searchOpenToSide,
  'briefings.saveSearch': saveSearch,
  'briefings.removeSearch': removeSearch,
  'briefings.markAsRead': markAsRead,
  'briefings.markAsUnread': markAsUnread,
  'briefings.markAllAsRead': markAllAsRead,
  'briefings.markNewAsSeen': markNewAsSeen,
  'briefings.finishBriefing': finishBriefing,
  'briefings.undoMarkAsRead': undoMarkAsRead,
  'briefings.star': star,
  'briefings.unstar': unstar,
  'briefings.readAsBriefing': readAsBriefing,
  'briefings.newFromClipboard': newFromClipboard,
  'briefings.newBriefing': newBriefing,
  'briefings.openPreviewToSide': openPreviewToSide,
  'briefings.convertToMarkdown': convertToMarkdown,
  'briefings.applyConversion': applyConversion,
  'briefings.makeBriefing': makeBriefing,
  'briefings.copyWritingInstructions': copyWritingInstructions,
  'briefings.addFolder': addFolder,
  'briefings.removeFolder': removeFolder,
  'briefings.deleteFromInbox': deleteFromInbox,
  'briefings.addSource': addSource,
  'briefings.checkForNew': checkForNew,
  'briefings.openSource': openSource,
  'briefings.retrySource': retrySource,
  'briefings.copySourceLink': copySourceLink,
  'briefings.removeSource': removeSource,
  'briefings.importOpml': importOpml,
  'briefings.exportOpml': exportOpml,
  'briefings.exportBriefing': exportBriefing,
  'briefings.exportStarred': exportStarred,
  'briefings.print': print,
  'briefings.refresh': refresh,
  ...ARRANGEMENTS,
  ...MOVE_COMMANDS,
  ...APPEARANCE,
  ...WRITINGS,
};

/** The commands that will ask for input: those whose titles end in “…”. */
export const SHOWS_DIALOG: ReadonlySet<string> = new Set(
  [
    ...[
      'openBriefing',
      'openTakeaway',
      'copyTakeawayAs',
      'insertTakeaway',
      'exportBriefing',
      'exportStarred',
    ],
    ...['print', 'addFolder', 'deleteFromInbox', 'filterByWords', 'search', 'saveSearch'],
    ...['addSource', 'removeSource', 'importOpml', 'exportOpml', 'citeSource', 'showClaims', 'makeBriefing'],
  ].map((name) => `briefings.${name}`),
);

/** The commands that a person reads a briefing to its end with. */
const ADVANCES: ReadonlySet<string> = new Set(['briefings.nextTakeaway', 'briefings.scrollOn']);

/** The `key` argument of calls that should do nothing (see {@link warmUpCommands}). */
const WARM_UP = 'none';

/** Runs a command of the manifest. Errors are shown to the person. */
export type RunCommand = (id: string, argument: unknown, selection: unknown) => Promise<void>;

export function createCommandRunner(context: CommandContext, logger: Logger): RunCommand {
  return async (id, argument, selection) => {
    const command = COMMANDS[id];
    if (!command || isOf(argument, WARM_UP)) return;
    const isKey = isOf(argument, 'reader');
    if (isKey && !(await context.keys.isMeant())) return;
    const run = async () => {
      // Running a command may be what activates the extension.
      await context.contentKnown;
      if (isKey) await command(context, undefined, selection);
      else
        await command(context, await resolveFound(argument, context), await resolveFound(selection, context));
    };
    try {
      await (asks(id, argument) ? context.keys.during(run) : run());
      if (isKey && ADVANCES.has(id)) context.tour.advanced();
    } catch (error) {
      reportError(error, logger, (sentence) => context.readers.say(sentence));
    }
  };
}

/**
 * Calls each command once in advance, to no effect. Before VS Code runs a command for the first time it asks all
 * extension hosts, and a key that is pressed meanwhile could overtake it. This way the commands run in the order of the
 * keys.
 */
export function warmUpCommands(readers: Pick<Readers, 'onDidChangePlace'>): Disposable {
  const first = readers.onDidChangePlace(() => {
    first.dispose();
    const commands = Object.keys(COMMANDS).map((command) => ({ command, args: { key: WARM_UP } }));
    void vscode.commands.executeCommand('runCommands', { commands });
  });
  return first;
}

/**
 * Whether a call will ask for input. Commands that open something ask only without an argument, which a click in the
 * sidebar gives.
 */
function asks(id: string, argument: unknown): boolean {
  return SHOWS_DIALOG.has(id) && (argument === undefined || !id.startsWith('briefings.open'));
}

/** Whether an argument has this `key`. The manifest's key bindings pass one with each key of the reader. */
function isOf(argument: unknown, key: string): boolean {
  return isRecord(argument) && argument['key'] === key;
}
