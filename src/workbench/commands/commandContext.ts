import type * as vscode from 'vscode';
import type { OpenBriefing } from '../sources/openBriefing.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { Language } from '../language/language.ts';
import type { PrintFolder } from '../files/printFolder.ts';
import type { FontSize } from '../reader/fontSize.ts';
import type { Readers } from '../reader/readers.ts';
import type { ReadingKeys } from '../reader/readingKeys.ts';
import type { FileEditor } from '../reader/fileEditor.ts';
import type { Searches } from '../search/searches.ts';
import type { SidebarParts } from '../sidebar/register.ts';
import type { Examples } from '../sidebar/treeItem.ts';
import type { Walkthrough } from '../walkthrough.ts';
import type { AuthoringTools } from '../authoring/authoringTools.ts';

/** Everything that a command can act on. */
export interface CommandContext extends SidebarParts {
  /** The folder of the extension's own files. */
  readonly extensionUri: vscode.Uri;
  readonly examples: Examples;
  /** Shows the row of a briefing in the sidebar. */
  readonly reveal: (uri: string) => Promise<void>;
  readonly readers: Readers;
  readonly feeds: Feeds;
  readonly fontSize: FontSize;
  readonly openBriefing: OpenBriefing;
  readonly searches: Searches;
  readonly printing: PrintFolder;
  readonly fileEditor: FileEditor;
  readonly keys: ReadingKeys;
  readonly language: Language;
  readonly authoring: AuthoringTools;
  readonly walkthrough: Walkthrough;
}

/**
 * A command throws a `HumanError` if it cannot act and the user can do something about that. `argument`: what the
 * command was called on; `selection`: everything selected in the sidebar, if it was called there.
 */
export type Command = (
  context: CommandContext,
  argument: unknown,
  selection?: unknown,
) => Promise<void> | void;
