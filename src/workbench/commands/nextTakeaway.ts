import type { Command } from './context.ts';
import { nextUnread } from './nextUnread.ts';

/** The takeaway behind the one that is read; then the end; then what is not read yet. */
export const nextTakeaway: Command = async (context, argument) => {
  if (!(await context.readers.inFront()).move(1)) await nextUnread(context, argument);
};
