import type * as vscode from 'vscode';
import type { OpenBriefing } from '../sources/openBriefing.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { Language } from '../language/language.ts';
import type { PrintFolder } from '../files/printFolder.ts';
import type { FontSize } from '../reader/fontSize.ts';
import type { Readers } from '../reader/readers.ts';
import type { ReadingKeys } from '../reader/readingKeys.ts';
import type { SourceEditor } from '../reader/sourceEditor.ts';
import type { Searches } from '../search/searches.ts';
import type { SidebarParts } from '../sidebar/register.ts';
import type { Tour } from '../tour.ts';
import type { Writing } from '../writing/writing.ts';

/** What a command acts on. */
export interface CommandContext extends SidebarParts {
  /** Where the extension's own files are. */
  readonly extensionUri: vscode.Uri;
  readonly readers: Readers;
  readonly feeds: Feeds;
  readonly fontSize: FontSize;
  readonly openBriefing: OpenBriefing;
  readonly searches: Searches;
  readonly printing: PrintFolder;
  readonly source: SourceEditor;
  readonly keys: ReadingKeys;
  readonly language: Language;
  readonly writing: Writing;
  readonly tour: Tour;
}

/**
 * A command throws a `HumanError` where it cannot act and the person can do something about it. `argument`: what it was
 * called on; `selection`: all that is selected in the sidebar, where it was called there.
 */
export type Command = (
  context: CommandContext,
  argument: unknown,
  selection?: unknown,
) => Promise<void> | void;
