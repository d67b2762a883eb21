import { joinFilled } from '../base/joinFilled.ts';
import { directionOfOwn } from '../base/direction.ts';
import { whereText } from './barHtml.ts';
import type { Card, PageContent, PageStrings } from './content.ts';
import { endHtml } from './endHtml.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import { fill } from '../base/fill.ts';
import { imagesHtml } from './imagesHtml.ts';
import { END } from './messages.ts';
import { textAttributes } from './textAttributes.ts';

/**
 * Maximum number of inherited references (those of the briefing, not surely the item's own) that are shown expanded. A
 * longer list would be repeated below each item.
 */
const MAX_UNFOLDED = 3;

/**
 * The items as pages of their own, and the page that says the briefing is finished. Only the current one is written as
 * elements; all of them (in a first part: the current one and its neighbours) are also written as text, which costs a
 * browser next to nothing. `main` is empty if there are no items.
 */
export function cardsHtml(content: PageContent): string {
  const cards = cardsOf(content);
  const current = cards.find(([id]) => id === content.id)?.[1] ?? '';
  // A browser does not run this JSON, but `</` could end the script element, and `<!--` change how it is parsed.
  const data = JSON.stringify(cards).replaceAll('</', '<\\/').replaceAll('<!--', '<\\u0021--');
  return `<main class="cards">${current.replace('class="card', 'class="card current')}</main>
<script type="application/json" id="cards">${data}</script>
`;
}

function cardsOf(content: PageContent): readonly (readonly [id: string, html: string])[] {
  const { cards, isPartial } = content;
  if (cards.length === 0) return [];
  const ids = [...cards.map(({ id }) => id), END];
  const shown = ids.indexOf(content.id ?? '');
  const isWanted = (at: number) => !isPartial || (shown >= 0 && Math.abs(at - shown) <= 1);
  return ids.flatMap((id, at) =>
    isWanted(at) ? [[id, id === END ? endCardHtml(content) : cardHtml(content, at)] as const] : [],
  );
}

function endCardHtml(content: PageContent): string {
  return `<section class="card end-card" data-id="${END}" data-where="" data-position="1" tabindex="-1" aria-label="${escapeHtml(content.strings.end)}">
<div class="end item-page">
${endHtml(content, 1)}</div>
</section>`;
}

function cardHtml(content: PageContent, at: number): string {
  const { cards, sender, strings } = content;
  const card = cards[at];
  if (!card) return '';
  // The sender of a mail is above its beginning.
  const above = [at === 0 && sender !== undefined && escapeHtml(sender), card.sectionHtml];
  const eyebrow = joinFilled(above, ' · ');
  const position = fill(strings.position, at + 1, cards.length);
  const emoji = emojiHtml(card.emoji);
  // Each page has a headline, even if it is only for screen reader users, who navigate by headlines.
  const name = `<span class="name">${card.nameHtml}</span>`;
  const heading = card.hasLabel
    ? `<h1 dir="${directionOfOwn(card.name)}">${emoji}${name}</h1>\n`
    : `<h1 class="unseen" dir="auto">${name}</h1>\n${emoji && `<p class="lone-emoji">${emoji}</p>\n`}`;
  return `<section class="card" data-id="${escapeHtml(card.id)}" data-where="${escapeHtml(whereText(content, at))}" data-position="${(at + 1) / cards.length}" tabindex="-1" aria-label="${escapeHtml(`${position}: ${card.name}`)}">
<article class="item-page"${textAttributes(content)}>
${eyebrow && `<p class="eyebrow" dir="${directionOfOwn(eyebrow)}">${eyebrow}</p>\n`}${card.introHtml && `<div class="intro">${card.introHtml}</div>\n`}${heading}${imagesHtml(content, card.introHtml + card.bodyHtml)}<div class="body${card.reference === undefined ? '' : ` reference r-${card.reference}`}">${card.bodyHtml}</div>
${referencesHtml(card, strings)}</article>
</section>`;
}

function emojiHtml(emoji: string | undefined): string {
  return emoji === undefined ? '' : `<span class="emoji" aria-hidden="true">${escapeHtml(emoji)}</span>`;
}

function referencesHtml(card: Card, strings: PageStrings): string {
  const { referencesHtml, hasOwnReferences } = card;
  if (referencesHtml === '') return '';
  const count = referencesHtml.split('<li').length - 1;
  const own = count > 1 ? strings.references : strings.reference;
  const title = escapeHtml(hasOwnReferences ? own : strings.briefingReferences);
  if (!hasOwnReferences && count > MAX_UNFOLDED)
    return `<details class="sources"><summary>${title} (${count})</summary>\n${referencesHtml}</details>\n`;
  return `<div class="sources" role="group" aria-label="${title}"><h2>${title}</h2>\n${referencesHtml}</div>\n`;
}
