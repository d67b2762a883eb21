import type { Command } from './context.ts';

/** Shows the takeaway alone. */
export const showTakeaway: Command = ({ reader }) => {
  reader.setView('takeaway');
};
