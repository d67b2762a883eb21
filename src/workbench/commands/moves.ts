import type { Command } from './context.ts';

/** To places in what is read: commands that only pass on what a key means, a line each. */
export const MOVES: Readonly<Record<string, Command>> = {
  'briefings.scrollOn': async ({ readers }) => {
    (await readers.inFront()).panel.scroll('next');
  },
  'briefings.scrollBack': async ({ readers }) => {
    (await readers.inFront()).panel.scroll('previous');
  },
  'briefings.goToStart': async ({ readers }) => {
    (await readers.inFront()).goTo('start');
  },
  'briefings.goToEnd': async ({ readers }) => {
    (await readers.inFront()).goTo('end');
  },
  'briefings.goToSection': async ({ readers }) => {
    (await readers.inFront()).goUp();
  },
};
