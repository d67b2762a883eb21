import type { WRITING } from '../../language/commands.ts';
import type { Command } from '../commandContext.ts';

type Writing = keyof typeof WRITING;

/** Returns a command that helps writing. Its implementation is loaded when the first of these commands runs. */
function writing(name: Writing): Command {
  return async ({ language }, argument) => {
    const { WRITING } = await import('../../language/commands.ts');
    await WRITING[name](await language.features(), argument);
  };
}

export const WRITINGS: Readonly<Record<string, Command>> = {
  'briefings.renumberReferences': writing('renumberReferences'),
  'briefings.sortReferences': writing('sortReferences'),
  'briefings.citeSource': writing('citeSource'),
  'briefings.showClaims': writing('showClaims'),
};
