import type { Command } from './context.ts';

/** Shows the whole briefing, with what is read marked in it. */
export const showWholeBriefing: Command = async ({ readers }) => {
  (await readers.inFront()).setView('whole');
};
