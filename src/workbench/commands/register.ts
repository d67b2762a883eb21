import * as vscode from 'vscode';
import type { Logger } from '../../library/ports.ts';
import { reportError } from '../reportError.ts';
import { APPEARANCE } from './appearance.ts';
import { ARRANGEMENTS } from './arrange.ts';
import type { Command, CommandContext } from './context.ts';
import { continueReading } from './continueReading.ts';
import { copyCitation } from './copyCitation.ts';
import { copyLink } from './copyLink.ts';
import { copyReferenceLink } from './copyReferenceLink.ts';
import { copyTakeaway } from './copyTakeaway.ts';
import { copyTakeawayAs } from './copyTakeawayAs.ts';
import { deleteFromInbox } from './deleteFromInbox.ts';
import { exportBriefing } from './exportBriefing.ts';
import { exportStarred } from './exportStarred.ts';
import { addFolder, removeFolder } from './folders.ts';
import { insertTakeaway } from './insertTakeaway.ts';
import { markAllAsRead, markAsRead, markAsUnread, star, undoMarkAsRead, unstar } from './marks.ts';
import { MOVES } from './moves.ts';
import { newBriefing } from './newBriefing.ts';
import { newFromClipboard } from './newFromClipboard.ts';
import { nextTakeaway } from './nextTakeaway.ts';
import { nextUnread } from './nextUnread.ts';
import { openBriefing } from './openBriefing.ts';
import { openReference } from './openReference.ts';
import { openSourceFile } from './openSourceFile.ts';
import { openTakeaway } from './openTakeaway.ts';
import { openInNewTab, openToSide } from './openToSide.ts';
import { nextBriefing, previousBriefing } from './otherBriefing.ts';
import { previousTakeaway } from './previousTakeaway.ts';
import { print } from './print.ts';
import { readAsBriefing } from './readAsBriefing.ts';
import { refresh } from './refresh.ts';
import { removeSearch } from './removeSearch.ts';
import { saveSearch } from './saveSearch.ts';
import { search } from './search.ts';
import { searchOpenToSide } from './searchOpenToSide.ts';
import { showCiting } from './showCiting.ts';
import { showRelated } from './showRelated.ts';
import { showTakeaway } from './showTakeaway.ts';
import { showWholeBriefing } from './showWholeBriefing.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.openBriefing': openBriefing,
  'briefings.openTakeaway': openTakeaway,
  'briefings.continueReading': continueReading,
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
  'briefings.undoMarkAsRead': undoMarkAsRead,
  'briefings.star': star,
  'briefings.unstar': unstar,
  'briefings.readAsBriefing': readAsBriefing,
  'briefings.newFromClipboard': newFromClipboard,
  'briefings.newBriefing': newBriefing,
  'briefings.addFolder': addFolder,
  'briefings.removeFolder': removeFolder,
  'briefings.deleteFromInbox': deleteFromInbox,
  'briefings.exportBriefing': exportBriefing,
  'briefings.exportStarred': exportStarred,
  'briefings.print': print,
  'briefings.refresh': refresh,
  ...ARRANGEMENTS,
  ...MOVES,
  ...APPEARANCE,
};

export function registerCommands(context: CommandContext, log: Logger): vscode.Disposable {
  const registered = Object.entries(COMMANDS).map(([id, command]) =>
    vscode.commands.registerCommand(id, async (argument: unknown, selection: unknown) => {
      try {
        // A command can be what the extension is started by.
        await context.known;
        await command(context, argument, selection);
      } catch (error) {
        reportError(error, log, (sentence) => context.readers.say(sentence));
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
