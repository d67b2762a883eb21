import * as vscode from 'vscode';
import type { Logger } from '../library/ports.ts';
import { inform, tellOfError } from './notify.ts';

/** Something that a person can act on. Its message is shown as it is: a whole sentence, in their language. */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}

export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** The part of a file system's message that is for people: its first line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/**
 * Tells what went wrong, once. What a person can act on is said where they look (`say`, false where nobody would see
 * it) or in a notification; anything else is our own fault and goes to the log, with a way to it.
 */
export function reportError(error: unknown, logger: Logger, say: (sentence: string) => boolean): void {
  if (error instanceof HumanError) {
    logger.info(error.message);
    if (!say(error.message)) void inform(error.message);
    return;
  }
  logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  tellOfError(
    vscode.l10n.t(
      'Briefing Reader could not do that. For details, see “Briefing Reader” in the Output view.',
    ),
  );
}
