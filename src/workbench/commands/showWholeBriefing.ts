import type { Command } from './context.ts';

/** Shows the whole briefing with the takeaway marked. */
export const showWholeBriefing: Command = ({ reader }) => {
  reader.setView('whole');
};
