import type { Command } from './context.ts';
import { nodeOf } from './target.ts';

/** Takes a saved search out of the sidebar. */
export const removeSearch: Command = async ({ searches }, argument) => {
  const node = nodeOf(argument);
  if (node?.kind === 'search') await searches.saved.remove(node.name);
};
