import type { Command } from './context.ts';

export const previousTakeaway: Command = ({ reader }) => {
  reader.move(-1);
};
