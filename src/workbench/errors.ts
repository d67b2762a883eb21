import * as vscode from 'vscode';
import type { Logger } from '../library/ports.ts';
import { inform, showError } from './notify.ts';

/**
 * An error that the user can do something about. Its message is shown unchanged: a whole sentence, in the user's
 * language.
 */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}

export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Returns the first line of a file system error's message, which is the part meant for users. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/**
 * Reports an error once. A `HumanError` is shown in the reader (`say`, which returns false if nobody would see it), or
 * else in a notification. Any other error is a bug: it goes to the log, and a notification says where to find the log.
 */
export function reportError(error: unknown, logger: Logger, say: (sentence: string) => boolean): void {
  if (error instanceof HumanError) {
    logger.info(error.message);
    if (!say(error.message)) void inform(error.message);
    return;
  }
  logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  showError(
    vscode.l10n.t(
      'Briefing Reader could not do that. For details, see “Briefing Reader” in the Output view.',
    ),
  );
}

/** Whether a file no longer exists. A file that is not in the library any more may only be excluded by a setting. */
export async function isDeleted(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch (error) {
    return isMissing(error);
  }
}
