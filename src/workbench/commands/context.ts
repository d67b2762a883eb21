import type { Library } from '../../library/library.ts';
import type { OpenBriefing } from '../openBriefing.ts';
import type { Reader } from '../reader/reader.ts';

/** What a command acts on. */
export interface CommandContext {
  readonly library: Library;
  readonly reader: Reader;
  readonly openBriefing: OpenBriefing;
}

/** A command throws a `HumanError` where it cannot act and the person can do something about it. */
export type Command = (context: CommandContext, argument: unknown) => Promise<void> | void;
