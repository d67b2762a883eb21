import * as vscode from 'vscode';
import { isRecord } from '../../base/isRecord.ts';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { linesText, type PromptItem, promptText } from '../../share/promptText.ts';
import type { Finder } from '../search/finder.ts';

/** The dependencies of the tools. */
export interface ToolParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly finder: Finder;
  /** Resolves when the library knows all its briefings. */
  readonly allFilesRead: Promise<void>;
}

/** The items that a tool has found for a model. */
export interface ToolAnswer {
  readonly items: readonly PromptItem[];
  /** How many items there are, if these are not all. */
  readonly total?: number;
  /** Whether there are more than `total`. */
  readonly hasMore?: boolean;
  /** Tells the model how to get the others, or how to go on. */
  readonly how: string;
  /** A note for the model about all items. */
  readonly note?: string;
}

/** An answer that is not a list of items. */
export interface LinesAnswer {
  readonly before: string;
  readonly lines: readonly string[];
  /** Tells the model what to do about lines for which there is no room. */
  readonly how: string;
}

/** A tool's input: a model may send anything. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** A tool, independent of VS Code's API. */
export interface BriefingTool {
  /**
   * Answers a call. Throws an error that tells the model what to do next. `token`: to be checked before anything that
   * cannot be undone.
   */
  answer(
    input: ToolInput,
    parts: ToolParts,
    token: vscode.CancellationToken,
  ): Promise<ToolAnswer | LinesAnswer>;
  /** Returns what the tool is about to do, for the user: `Searching briefings for “guarantees”`. */
  progressMessage(input: ToolInput): string;
  /** What the user allows by confirming. */
  readonly confirmation: string;
}

/** Returns a tool for VS Code's API. */
export function languageModelTool(tool: BriefingTool, parts: ToolParts): vscode.LanguageModelTool<ToolInput> {
  return {
    async invoke({ input, tokenizationOptions }, token) {
      await parts.allFilesRead;
      const answer = await tool.answer(asInput(input), parts, token);
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const limit = tokenizationOptions && {
        budget: tokenizationOptions.tokenBudget,
        count: (text: string) => tokenizationOptions.countTokens(text, token),
      };
      const text =
        'items' in answer
          ? await promptText(answer.items, answer, limit)
          : await linesText(answer.before, answer.lines, answer.how, limit);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
    prepareInvocation({ input }) {
      const title = tool.progressMessage(asInput(input));
      return { invocationMessage: title, confirmationMessages: { title, message: tool.confirmation } };
    },
  };
}

/** Returns the input as a record: a model may send anything. */
function asInput(input: unknown): ToolInput {
  return isRecord(input) ? input : {};
}

/** Returns a number of items: the given one, but at most `max`; or `fallback` if it is not a usable number. */
export function limitOf(value: unknown, fallback: number, max: number): number {
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), max) : fallback;
}
