import type { Command } from './context.ts';

/** In the box of the search: opens what is chosen there to the side. */
export const searchOpenToSide: Command = ({ searches }) => {
  searches.acceptToSide();
};
