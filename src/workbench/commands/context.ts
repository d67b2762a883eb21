import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { OpenBriefing } from '../openBriefing.ts';
import type { Reader } from '../reader/reader.ts';
import type { LibraryTree } from '../sidebar/libraryTree.ts';
import type { ViewOptionsStore } from '../sidebar/viewOptions.ts';
import type { Inbox } from '../sources/inbox.ts';

/** What a command acts on. */
export interface CommandContext {
  readonly library: Library;
  readonly log: ReadingLog;
  readonly reader: Reader;
  readonly tree: LibraryTree;
  readonly options: ViewOptionsStore;
  readonly inbox: Inbox;
  readonly openBriefing: OpenBriefing;
  /** When there is something to act on; then, when every file was looked at. */
  readonly known: Promise<void>;
  readonly ready: Promise<void>;
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
