import type { IMPLEMENTATIONS } from '../../language/commands.ts';
import type { Command } from '../commandContext.ts';

type Name = keyof typeof IMPLEMENTATIONS;

/** Returns a command whose implementation is loaded when the first of these commands runs. */
function lazyCommand(name: Name): Command {
  return async ({ language }, argument) => {
    const { IMPLEMENTATIONS } = await import('../../language/commands.ts');
    await IMPLEMENTATIONS[name](await language.features(), argument);
  };
}

export const LANGUAGE_COMMANDS: Readonly<Record<string, Command>> = {
  'briefings.renumberReferences': lazyCommand('renumberReferences'),
  'briefings.sortReferences': lazyCommand('sortReferences'),
  'briefings.citeSource': lazyCommand('citeSource'),
  'briefings.showClaims': lazyCommand('showClaims'),
};
