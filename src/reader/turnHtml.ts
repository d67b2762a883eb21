import { escapeHtml, when } from '../base/escapeHtml.ts';
import type { PageContent } from './content.ts';
import { END } from './messages.ts';

/** The footer below an item: the buttons to the previous and the next one. */
export function turnHtml({ cards, id, strings }: PageContent): string {
  const at = id === END ? cards.length : cards.findIndex((card) => card.id === id);
  const previous = at > 0 ? cards[at - 1] : undefined;
  const end = { id: END, nameHtml: escapeHtml(strings.end) };
  const next = at < 0 || at === cards.length ? undefined : (cards[at + 1] ?? end);
  return `<footer class="turn">
${turnButton('previous', previous, `${arrow('‹')}${unseen(strings.previous)}`, kbd('k'))}${turnButton('next forth', next, `${kbd('j')}${unseen(strings.next)}`, arrow('›'))}</footer>
`;
}

function turnButton(
  classes: string,
  to: { readonly id: string; readonly nameHtml: string } | undefined,
  before: string,
  after: string,
): string {
  const { id = '', nameHtml = '' } = to ?? {};
  return `<button class="turn-button ${classes}" data-choose="${escapeHtml(id)}"${when(!to, ' hidden')}>${before}<span class="turn-name" dir="auto">${nameHtml}</span>${after}</button>\n`;
}

function unseen(text: string): string {
  return `<span class="unseen">${escapeHtml(text)}: </span>`;
}

function arrow(sign: string): string {
  return `<span class="arrow" aria-hidden="true">${sign}</span>`;
}

function kbd(key: string): string {
  return `<kbd aria-hidden="true">${key}</kbd>`;
}
