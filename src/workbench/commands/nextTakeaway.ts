import type { Command } from './context.ts';

export const nextTakeaway: Command = ({ reader }) => {
  reader.move(1);
};
