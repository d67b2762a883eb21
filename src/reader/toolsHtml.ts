import type { PageStrings } from './content.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import type { ReferenceAction } from './messages.ts';

/** The paths of the icons, drawn as lines in a 16 by 16 box. */
const ICONS = {
  open: 'M9 2.5h4.5V7M13 3 7.5 8.5M6.5 3.5h-4v10h10v-4',
  copyLink:
    'M6.5 9.5a2.5 2.5 0 0 0 3.6 0l2.6-2.6a2.5 2.5 0 0 0-3.6-3.6l-.9.9M9.5 6.5a2.5 2.5 0 0 0-3.6 0L3.3 9.1a2.5 2.5 0 0 0 3.6 3.6l.9-.9',
  cite: 'M6.5 4.5C4.5 5 3.5 6.5 3.5 9v2.5h3V8.5H3.5M13 4.5C11 5 10 6.5 10 9v2.5h3V8.5H10',
  citing: 'M5.5 2.5h5l3 3v6h-8zM10.5 2.5v3h3M3.5 5v8.5h7',
  back: 'M6.5 4 3 7.5 6.5 11M3 7.5h6.5a3 3 0 0 1 3 3v2',
} as const;

/**
 * The toolbar with the actions of a reference. The page has a single one, and moves it to the reference that needs it.
 */
export function toolsHtml(strings: PageStrings): string {
  const { open, copyLink, cite, citing, backToText } = strings;
  return `<template id="tools"><div class="reference-tools">${button('open', open)}${button('copyLink', copyLink)}${button('cite', cite)}${button('citing', citing, '<span class="cited" aria-hidden="true"></span>')}${button('back', backToText)}</div></template>
`;
}

function button(action: ReferenceAction | 'back', title: string, more = ''): string {
  return `<button class="icon-button" data-action="${action}" title="${escapeHtml(title)}" aria-label="${escapeHtml(title)}"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[action]}" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round"/></svg>${more}</button>`;
}
