import type { Card, PageContent } from './content.ts';
import { escapeHtml, when } from '../base/escapeHtml.ts';
import { fill, minutesOf } from '../base/fill.ts';
import { textAttributes } from './textAttributes.ts';

/** What stands after the last word: the end, and that it is finished where all is read; what was starred, and what could be read next. */
export function endHtml(content: PageContent, level: 1 | 2): string {
  const { titleHtml, cards, times, status, strings } = content;
  const count =
    cards.length === 1 ? strings.oneTakeaway : cards.length > 1 ? fill(strings.takeaways, cards.length) : '';
  // Takeaways are gone through one by one: what stands after the last of them is left.
  const [, rest] = times[cards.at(-1)?.id ?? ''] ?? [0, 0];
  const more = level === 1 && rest >= 30 ? fill(strings.more, minutesOf(rest)) : '';
  const facts = [count, more]
    .filter(Boolean)
    .map((fact) => `<span class="count"> · ${escapeHtml(fact)}</span>`);
  const stars = cards.filter(({ id }) => status.starred.includes(id));
  const { next } = status;
  const view = level === 1 ? 'takeaway' : 'whole';
  const heading = status.finished ? strings.finished : strings.end;
  return `<h${level} class="finished">${escapeHtml(heading)}</h${level}>
<p class="end-title"><b${textAttributes(content)}>${titleHtml}</b>${facts.join('')}</p>
<div class="stars"${when(stars.length === 0, ' hidden')}><h${level + 1}>${escapeHtml(strings.yourStars)}</h${level + 1}>
<ul class="star-list" data-view="${view}">${stars.map((card) => starHtml(card, view)).join('')}</ul></div>
<button class="next-unread" data-press="nextUnread"${when(next === undefined, ' hidden')}><span class="next-label">${escapeHtml(strings.nextBriefing)}</span><b class="next-title" dir="auto">${escapeHtml(next ?? '')}</b>${when(level === 1, '<kbd aria-hidden="true">j</kbd>')}</button>
<p class="nothing-unread"${when(next !== undefined, ' hidden')}>${escapeHtml(strings.nothingUnread)}</p>
`;
}

function starHtml({ id, nameHtml }: Card, view: string): string {
  return `<li><button class="star-item" data-choose="${escapeHtml(id)}" data-view="${view}" dir="auto">${nameHtml}</button></li>`;
}
