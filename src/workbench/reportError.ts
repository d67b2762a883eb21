import * as vscode from 'vscode';
import type { Logger } from '../library/ports.ts';
import { HumanError } from './humanError.ts';
import { withoutLinks } from './inert.ts';

/**
 * Tells what went wrong, once. What a person can act on is said where they look (`say`, false where nobody would see
 * it) or in a notification; anything else is our own fault and goes to the log, with a way to it.
 */
export function reportError(error: unknown, log: Logger, say: (sentence: string) => boolean): void {
  if (error instanceof HumanError) {
    log.info(error.message);
    if (!say(error.message)) void vscode.window.showInformationMessage(withoutLinks(error.message));
    return;
  }
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'Briefing Reader could not do that. Its log (“Briefing Reader” in the Output view) says why.',
    ),
  );
}
