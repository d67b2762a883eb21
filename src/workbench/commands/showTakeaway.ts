import type { Command } from './context.ts';

/** Shows the takeaway alone. */
export const showTakeaway: Command = async ({ readers }) => {
  (await readers.inFront()).setView('takeaway');
};
