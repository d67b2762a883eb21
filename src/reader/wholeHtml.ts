import type { PageContent } from './content.ts';
import { endHtml } from './endHtml.ts';
import { escapeHtml, when } from '../base/escapeHtml.ts';
import { fill } from '../base/fill.ts';
import { formatTime } from '../base/formatTime.ts';
import { imagesHtml } from './imagesHtml.ts';
import { textAttributes } from './textAttributes.ts';

/** The opening tag of an item or a section. In a table row, the mark goes into the first cell. */
const ITEM =
  /<(li|section|tr|div) class="(takeaway|passage|section [a-z]+)" id="([^"]*)"([^>]*)>(\s*<td[^>]*>)?/g;

/** The whole briefing as an article, followed by its end. */
export function wholeHtml(content: PageContent): string {
  return `<main class="whole">
<article${textAttributes(content)}>
${markItems(content)}</article>
${endSectionHtml(content)}</main>
`;
}

/** The end of the briefing; or, if there is no text, a message that says so. */
function endSectionHtml(content: PageContent): string {
  if (content.nothing !== undefined) return `<p class="nothing">${escapeHtml(content.nothing)}</p>\n`;
  return `<section class="end" tabindex="-1">
${endHtml(content, 2)}</section>
`;
}

/**
 * Adds the line of facts below the first headline, and the marks of each item. The page updates both with its status.
 */
function markItems(content: PageContent): string {
  const { articleHtml, id, status, strings } = content;
  const read = new Set(status.read);
  const starred = new Set(status.starred);
  const headline = headlineOf(articleHtml);
  return [
    `${headline}\n${metaHtml(content)}${imagesHtml(content)}`,
    // Text is escaped, so anything that looks like a tag is one.
    articleHtml
      .slice(headline.length)
      .replace(
        ITEM,
        (_, tag: string, kind: string, item: string, more: string, cell: string | undefined = '') => {
          const current = item === id ? ' aria-current="true"' : '';
          const opening = (classes: string) =>
            `<${tag} class="${classes}" id="${item}"${more}${current} tabindex="-1">`;
          if (tag === 'section') return opening(kind) + cell;
          const isRead = read.has(item);
          const isStarred = starred.has(item);
          const name = [isRead ? strings.read : strings.unread, ...(isStarred ? [strings.starred] : [])];
          return `${opening(`${kind}${when(isRead, ' read')}${when(isStarred, ' starred')}`)}${cell}<span class="mark" role="img" aria-label="${escapeHtml(name.join(', '))}"></span>`;
        },
      ),
  ].join('');
}

/** The headline, with which the renderer begins every article. */
export function headlineOf(articleHtml: string): string {
  const end = '</h1>';
  return articleHtml.slice(0, articleHtml.indexOf(end) + end.length);
}

/** `Harbour Office · 19 August 2025 · 2 min · 2 of 4 read` */
function metaHtml({ sender, date, nothing, times, cards, status, strings }: PageContent): string {
  const facts = [
    ...(sender === undefined ? [] : [`<span class="sender" dir="auto">${escapeHtml(sender)}</span>`]),
    ...(date === undefined ? [] : [`<span class="date" dir="auto">${escapeHtml(date)}</span>`]),
    ...(nothing === undefined
      ? [`<span dir="auto">${escapeHtml(formatTime(strings.time, times['']?.[0] ?? 0))}</span>`]
      : []),
    ...(cards.length === 0
      ? []
      : [
          `<span class="count-read" dir="auto">${escapeHtml(fill(strings.countRead, status.read.length, cards.length))}</span>`,
        ]),
  ];
  return facts.length === 0 ? '' : `<p class="meta">${facts.join(' · ')}</p>\n`;
}
