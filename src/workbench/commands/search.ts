import * as vscode from 'vscode';
import { openFound } from '../search/openFound.ts';
import type { Command } from './context.ts';
import { saveSearch } from './saveSearch.ts';
import { nodeOf } from './target.ts';

/** Searches all briefings as one types. `argument`: what to begin with, or a saved search of the sidebar. */
export const search: Command = async (context, argument) => {
  const node = nodeOf(argument);
  const query = typeof argument === 'string' ? argument : node?.kind === 'search' ? `${node.query} ` : '';
  const choice = await context.searches.ask(query);
  if (choice?.kind === 'save') await saveSearch(context, choice.query);
  else if (choice)
    await openFound(context, choice.hit, choice.toSide ? { column: vscode.ViewColumn.Beside } : {});
};
