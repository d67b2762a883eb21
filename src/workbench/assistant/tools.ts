import type * as vscode from 'vscode';
import { checkTool } from './checkTool.ts';
import { readTool } from './readTool.ts';
import { searchTool } from './searchTool.ts';
import { type BriefingTool, languageModelTool, type ToolInput, type ToolParts } from './tool.ts';
import { unreadTool } from './unreadTool.ts';
import { writeTool } from './writeTool.ts';

const TOOLS: Readonly<Record<string, BriefingTool>> = {
  briefings_search: searchTool,
  briefings_read: readTool,
  briefings_unread: unreadTool,
  briefings_check: checkTool,
  briefings_write: writeTool,
};

/** Returns a tool of the manifest. */
export function toolOf(name: string, parts: ToolParts): vscode.LanguageModelTool<ToolInput> {
  const tool = TOOLS[name];
  if (!tool) throw new Error(`There is no tool ${name}.`);
  return languageModelTool(tool, parts);
}
