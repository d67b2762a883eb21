import type { Command } from './context.ts';

/** To places in what is read: commands that only pass on what a key means. */
export const MOVES: Readonly<Record<string, Command>> = {
  'briefings.scrollOn': ({ readers }) => {
    readers.mustBeOpen().panel.scroll('next');
  },
  'briefings.scrollBack': ({ readers }) => {
    readers.mustBeOpen().panel.scroll('previous');
  },
  'briefings.goToStart': ({ readers }) => {
    readers.mustBeOpen().goTo('start');
  },
  'briefings.goToEnd': ({ readers }) => {
    readers.mustBeOpen().goTo('end');
  },
  'briefings.goToSection': ({ readers }) => {
    readers.mustBeOpen().goUp();
  },
};
