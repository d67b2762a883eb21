import type { Command } from './context.ts';

/** Shows the takeaway alone. */
export const showTakeaway: Command = ({ readers }) => {
  readers.mustBeOpen().setView('takeaway');
};
