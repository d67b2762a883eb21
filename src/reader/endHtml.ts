import { directionOfOwn } from '../base/direction.ts';
import type { Card, PageContent, PageStrings } from './content.ts';
import { escapeHtml, when } from '../base/escapeHtml.ts';
import { fill } from '../base/fill.ts';
import { textAttributes } from './textAttributes.ts';

/**
 * The end of a briefing: a heading that says whether all of it is read, the items not read, the starred ones, and the
 * next briefing with something unread.
 */
export function endHtml(content: PageContent, level: 1 | 2): string {
  const { titleHtml, cards, status, strings } = content;
  const skipped = cards.filter(({ id }) => !status.read.includes(id));
  const stars = cards.filter(({ id }) => status.starred.includes(id));
  const { next } = status;
  const view = level === 1 ? 'item' : 'whole';
  const heading = status.finished ? strings.finished : strings.end;
  return `<h${level} class="finished">${escapeHtml(heading)}</h${level}>
<p class="end-title"><b${textAttributes(content)}>${titleHtml}</b></p>
${skippedHtml(skipped, view, strings)}<div class="stars"${when(stars.length === 0, ' hidden')}><h${level + 1}>${escapeHtml(strings.yourStars)}</h${level + 1}>
<ul class="star-list" data-view="${view}">${stars.map((card) => starHtml(card, view)).join('')}</ul></div>
<button class="way next-unread${when(level === 1, ' forth')}" data-press="nextUnread"${when(next === undefined, ' hidden')}><span class="way-label">${escapeHtml(strings.nextBriefing)}</span><b class="way-title" dir="auto">${escapeHtml(next ?? '')}</b>${when(level === 1, '<kbd aria-hidden="true">j</kbd>')}</button>
<p class="nothing-unread"${when(next !== undefined, ' hidden')}>${escapeHtml(strings.nothingUnread)}</p>
`;
}

/** A button with the number of unread items, which leads to the first of them. */
function skippedHtml(skipped: readonly Card[], view: string, { notRead }: PageStrings): string {
  const [first] = skipped;
  return `<button class="way skipped" data-choose="${escapeHtml(first?.id ?? '')}" data-view="${view}"${when(!first, ' hidden')}><span class="way-label">${escapeHtml(fill(notRead, skipped.length))}</span><b class="way-title" dir="auto">${first?.nameHtml ?? ''}</b></button>
`;
}

function starHtml({ id, nameHtml }: Card, view: string): string {
  return `<li><button class="star-item" data-choose="${escapeHtml(id)}" data-view="${view}" dir="${directionOfOwn(nameHtml)}">${nameHtml}</button></li>`;
}
