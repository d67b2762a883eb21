import * as vscode from 'vscode';
import type { Disposable } from '../../base/event.ts';
import type { Logger } from '../../library/ports.ts';
import { isRecord } from '../../base/isRecord.ts';
import { reportError } from '../errors.ts';
import type { Readers } from '../reader/readers.ts';
import { APPEARANCE, showTakeaway, showWholeBriefing } from './views.ts';
import { VIEW_OPTIONS, refresh } from './viewOptions.ts';
import { backToReader, openSourceFile } from './sourceFile.ts';
import type { Command, CommandContext } from './commandContext.ts';
import { applyConversion, convertToMarkdown } from './authoring/convertToMarkdown.ts';
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
import { addSource } from './feeds/addSource.ts';
import { addFolder, deleteFromInbox, readLooseFiles, removeFolder } from './folders.ts';
import { exportBriefing, print } from './share/exportBriefing.ts';
import { exportStarred } from './share/exportStarred.ts';
import { insertTakeaway } from './authoring/insertTakeaway.ts';
import {
  finishBriefing,
  markAllAsRead,
  markAsRead,
  markAsUnread,
  toggleOf,
  markNewAsSeen,
  star,
  undoMarkAsRead,
  unstar,
} from './markAsRead.ts';
import { generateBriefing } from './authoring/generateBriefing.ts';
import { newBriefing, newFromClipboard } from './authoring/newBriefing.ts';
import { exportOpml, importOpml } from './feeds/opml.ts';
import { openPreviewToSide } from './preview.ts';
import { checkForNew, copySourceLink, removeSource, openSource, retrySource } from './feeds/sources.ts';
import { openBriefing, openInNewTab, openTakeaway, openToSide, readAsBriefing } from './open.ts';
import { copyWritingInstructions } from './authoring/writingInstructions.ts';
import { resolveFound } from './resolveArguments.ts';
import { LANGUAGE_COMMANDS } from './authoring/languageCommands.ts';
import { removeSearch, saveSearch, search, searchOpenToSide, showCiting, showRelated } from './search.ts';

export const COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.openBriefing': openBriefing,
  'briefings.openRow': openBriefing,
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
  'briefings.makeBriefing': generateBriefing,
  'briefings.copyWritingInstructions': copyWritingInstructions,
  'briefings.addFolder': addFolder,
  'briefings.removeFolder': removeFolder,
  'briefings.readLooseFiles': readLooseFiles,
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
  ...VIEW_OPTIONS,
  ...MOVE_COMMANDS,
  ...APPEARANCE,
  ...LANGUAGE_COMMANDS,
};

/** The commands that ask for input: those whose titles end in “…”. A test compares this list with the manifest. */
export const PROMPTING_COMMANDS: ReadonlySet<string> = new Set(
  (
    'openBriefing openTakeaway copyTakeawayAs insertTakeaway exportBriefing exportStarred print addFolder ' +
    'deleteFromInbox filterByWords search saveSearch addSource removeSource importOpml exportOpml citeSource ' +
    'showClaims makeBriefing'
  )
    .split(' ')
    .map((name) => `briefings.${name}`),
);

/** The commands that complete the step about keys in the walkthrough. */
const ADVANCES: ReadonlySet<string> = new Set(['briefings.nextTakeaway', 'briefings.scrollOn']);

/** The `key` argument of calls that do nothing (see {@link warmUpCommands}). */
const WARM_UP = 'none';

/** Runs a command of the manifest. Errors are shown to the user. */
export type RunCommand = (id: string, argument: unknown, selection: unknown) => Promise<void>;

export function createCommandRunner(context: CommandContext, logger: Logger): RunCommand {
  return async (id, argument, selection) => {
    const command = COMMANDS[id];
    if (!command || hasKey(argument, WARM_UP)) return;
    const isKey = hasKey(argument, 'reader');
    if (isKey && !(await context.keys.isForReader())) return;
    const run = async () => {
      // Running a command may be what activates the extension.
      await context.contentKnown;
      if (isKey) await (toggleOf(id, context) ?? command)(context, undefined, selection);
      else
        await command(context, await resolveFound(argument, context), await resolveFound(selection, context));
    };
    try {
      await (mayPrompt(id, argument) ? context.keys.whileAsking(run) : run());
      if (isKey && ADVANCES.has(id)) context.walkthrough.onAdvanced();
    } catch (error) {
      reportError(error, logger, (sentence) => context.readers.say(sentence));
    }
  };
}

/**
 * Calls each command once in advance, with no effect. Before VS Code runs a command for the first time it asks all
 * extension hosts, and the next key could overtake it. After this, commands run in the order of the keys.
 */
export function warmUpCommands(readers: Pick<Readers, 'onDidChangeLocation'>): Disposable {
  const first = readers.onDidChangeLocation(() => {
    first.dispose();
    const commands = Object.keys(COMMANDS).map((command) => ({ command, args: { key: WARM_UP } }));
    void vscode.commands.executeCommand('runCommands', { commands });
  });
  return first;
}

/**
 * Whether a call may ask for input. Commands that open something do so only without an argument, which a click in the
 * sidebar passes.
 */
function mayPrompt(id: string, argument: unknown): boolean {
  return PROMPTING_COMMANDS.has(id) && (argument === undefined || !id.startsWith('briefings.open'));
}

/** Whether an argument has this `key`. The manifest's key bindings pass one with each key of the reader. */
function hasKey(argument: unknown, key: string): boolean {
  return isRecord(argument) && argument['key'] === key;
}
