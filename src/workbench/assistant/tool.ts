import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { linesText, type PromptItem, promptText } from '../../share/promptText.ts';
import type { Finder } from '../search/finder.ts';

/** What the tools look at. */
export interface ToolParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly finder: Finder;
  /** When the library knows of all its briefings. */
  readonly ready: Promise<void>;
}

/** What a tool has found for a model. */
export interface ToolAnswer {
  readonly items: readonly PromptItem[];
  /** How many there would be, where they are not all. */
  readonly total?: number;
  /** There would be more than `total`. */
  readonly hasMore?: boolean;
  /** How a model comes by the others, or goes on. */
  readonly how: string;
  /** What a model has to know of all that was found. */
  readonly note?: string;
}

/** What a tool has to say that is no item. */
export interface LinesAnswer {
  readonly before: string;
  readonly lines: readonly string[];
  /** What to do about those that there is no room for. */
  readonly how: string;
}

/** A tool without VS Code's part in it. */
export interface BriefingTool {
  /** Throws an error that tells a model what to do next. `token`: for what is done, and cannot be taken back. */
  answer(
    input: Readonly<Record<string, unknown>>,
    parts: ToolParts,
    token: vscode.CancellationToken,
  ): Promise<ToolAnswer | LinesAnswer>;
  /** What it is about to do, for a person: `Searching briefings for “guarantees”`. */
  doing(input: Readonly<Record<string, unknown>>): string;
  /** What a person allows by it. */
  readonly allows: string;
}

/** A model may send anything. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** A tool as VS Code calls it. */
export function languageModelTool(tool: BriefingTool, parts: ToolParts): vscode.LanguageModelTool<ToolInput> {
  return {
    async invoke({ input, tokenizationOptions }, token) {
      await parts.ready;
      const answer = await tool.answer(asRecord(input), parts, token);
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const count = tokenizationOptions && ((text: string) => tokenizationOptions.countTokens(text, token));
      const budget = tokenizationOptions?.tokenBudget;
      const text =
        'items' in answer
          ? await promptText(answer.items, answer, budget, count)
          : await linesText(answer.before, answer.lines, answer.how, budget, count);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
    prepareInvocation({ input }) {
      const title = tool.doing(asRecord(input));
      return { invocationMessage: title, confirmationMessages: { title, message: tool.allows } };
    },
  };
}

/** A model may send anything. */
function asRecord(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** A number of items: `otherwise` where none of use is given, `most` at most. */
export function limitOf(value: unknown, otherwise: number, most: number): number {
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), most) : otherwise;
}
