import * as vscode from 'vscode';
import type { Logger } from '../../library/ports.ts';
import { reportError } from '../reportError.ts';
import type { Command, CommandContext } from './context.ts';
import { copyReferenceLink } from './copyReferenceLink.ts';
import { copyTakeaway } from './copyTakeaway.ts';
import { nextTakeaway } from './nextTakeaway.ts';
import { openBriefing } from './openBriefing.ts';
import { openReference } from './openReference.ts';
import { openSourceFile } from './openSourceFile.ts';
import { openTakeaway } from './openTakeaway.ts';
import { openToSide } from './openToSide.ts';
import { previousTakeaway } from './previousTakeaway.ts';
import { readAsBriefing } from './readAsBriefing.ts';
import { refresh } from './refresh.ts';
import { showTakeaway } from './showTakeaway.ts';
import { showWholeBriefing } from './showWholeBriefing.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.openBriefing': openBriefing,
  'briefings.openTakeaway': openTakeaway,
  'briefings.nextTakeaway': nextTakeaway,
  'briefings.previousTakeaway': previousTakeaway,
  'briefings.showWholeBriefing': showWholeBriefing,
  'briefings.showTakeaway': showTakeaway,
  'briefings.openReference': openReference,
  'briefings.copyReferenceLink': copyReferenceLink,
  'briefings.copyTakeaway': copyTakeaway,
  'briefings.openSourceFile': openSourceFile,
  'briefings.openToSide': openToSide,
  'briefings.refresh': refresh,
  'briefings.readAsBriefing': readAsBriefing,
};

export function registerCommands(context: CommandContext, log: Logger): vscode.Disposable {
  const registered = Object.entries(COMMANDS).map(([id, command]) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await command(context, argument);
      } catch (error) {
        reportError(error, log, (sentence) => context.reader.say(sentence));
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
