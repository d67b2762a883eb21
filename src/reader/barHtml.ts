import { joinFilled } from '../base/joinFilled.ts';
import { directionOfOwn } from '../base/direction.ts';
import type { PageContent } from './content.ts';
import { escapeHtml, when } from '../base/escapeHtml.ts';
import { fill } from '../base/fill.ts';
import { formatTimeLeft } from '../base/formatTime.ts';
import { titleWithKey } from './keyHelp.ts';
import { END } from './messages.ts';

/** The bar above the text: the briefing's title, the position in it, and the buttons. */
export function barHtml(content: PageContent): string {
  const { titleHtml, date, cards, view, id, times, status, strings, keys } = content;
  const at = cards.findIndex((card) => card.id === id);
  const [left] = (id === END ? undefined : (times[id ?? ''] ?? times[''])) ?? [0];
  const where = view === 'whole' ? formatTimeLeft(strings.left, left) : at < 0 ? '' : whereText(content, at);
  const title = (command: string) => titleWithKey(keys, `briefings.${command}`);
  const read = markButton('read', strings.read, status.read.includes(id ?? ''), {
    press: 'markRead',
    on: title('markAsUnread'),
    off: title('markAsRead'),
  });
  const star = markButton('star', strings.starred, status.starred.includes(id ?? ''), {
    press: 'star',
    on: title('unstar'),
    off: title('star'),
  });
  return `<header class="bar">
<div class="progress" aria-hidden="true"><div class="progress-bar"></div></div>
<div class="bar-row">
<p class="bar-start"><b dir="${directionOfOwn(titleHtml)}">${titleHtml}</b>${date === undefined ? '' : `<span class="date"> · ${escapeHtml(date)}</span>`}</p>
<p class="where">${escapeHtml(where)}</p>
<div class="bar-buttons">
<span class="marks"${when(at < 0, ' hidden')}>${read}${star}</span>
<button class="view-button" data-view="whole">${escapeHtml(strings.whole)} <kbd aria-hidden="true">f</kbd></button>
${when(cards.length > 0, `<button class="view-button" data-view="item">${escapeHtml(strings.oneAtATime)} <kbd aria-hidden="true">f</kbd></button>\n`)}<button class="icon-button" data-press="help" title="${escapeHtml(strings.keys)}" aria-label="${escapeHtml(strings.keys)}">?</button>
</div>
</div>
<p class="bar-row fault" role="status" dir="auto">${escapeHtml(status.fault ?? '')}</p>
</header>
`;
}

/** `3 of 7 · 2 min left` */
export function whereText({ cards, times, strings }: PageContent, at: number): string {
  const [left] = times[cards[at]?.id ?? ''] ?? [0];
  const texts = [fill(strings.position, at + 1, cards.length), formatTimeLeft(strings.left, left)];
  return joinFilled(texts, ' · ');
}

/** `on` and `off`: the tooltips for the pressed and the unpressed state; each says what a click does. */
function markButton(
  kind: string,
  name: string,
  isOn: boolean,
  { press, on, off }: { readonly press: string; readonly on: string; readonly off: string },
): string {
  return `<button class="icon-button ${kind}-button" data-press="${press}" data-on="${escapeHtml(on)}" data-off="${escapeHtml(off)}" aria-pressed="${isOn}" title="${escapeHtml(isOn ? on : off)}"><span class="${kind}-mark"></span><span class="unseen">${escapeHtml(name)}</span></button>`;
}
