import type { Place, ReaderFont, ReaderView } from './messages.ts';

/** Everything that a page shows. Strings are text and are escaped here, but for those that say they are HTML. */
export interface PageContent {
  readonly uri: string;
  readonly title: string;
  readonly date?: string;
  /** BCP 47 of the text. */
  readonly language?: string;
  readonly articleHtml: string;
  readonly cards: readonly Card[];
  readonly view: ReaderView;
  /** The item that is read. */
  readonly id?: string;
  readonly place?: Place;
  readonly render: number;
  readonly font: ReaderFont;
  readonly strings: PageStrings;
}

/** One takeaway as a page of its own. */
export interface Card {
  readonly id: string;
  /** The title of the section that it stands in. */
  readonly section: string;
  readonly label?: string;
  readonly emoji?: string;
  /** What the previous and next buttons call it. */
  readonly name: string;
  readonly bodyHtml: string;
  /** '' where there is no reference. */
  readonly referencesHtml: string;
  /** Its own, or the whole briefing's. */
  readonly ownReferences: boolean;
}

/** The interface's words, in the person's language. */
export interface PageStrings {
  /** BCP 47 of these words. */
  readonly language: string;
  /** `{0} of {1}` */
  readonly position: string;
  readonly previous: string;
  readonly next: string;
  readonly references: string;
  readonly briefingReferences: string;
  readonly noReference: string;
  readonly end: string;
  readonly whole: string;
  readonly takeaway: string;
}

/** What only the webview can say: where its files are, and what it may load. */
export interface PageResources {
  readonly cspSource: string;
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
}

/** The whole first page, complete before its script runs. */
export function pageHtml(content: PageContent, resources: PageResources): string {
  const { title, language, view, id, strings } = content;
  const cards = content.cards.map((_, at) => cardHtml(content, at));
  return `<!DOCTYPE html>
<html lang="${escapeHtml(strings.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(resources))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(resources.styleUri)}">
</head>
<body class="${view}-view" ${pageData(content)}>
<div class="progress" aria-hidden="true"><div class="progress-bar"></div></div>
<main class="whole"${languageOf(language)}>
<div class="bar"><span class="bar-start">${escapeHtml(content.date ?? '')}</span>${viewButton(strings.takeaway, 'takeaway', 'f')}</div>
<article>
${markCurrent(content.articleHtml, id)}</article>
</main>
<main class="cards">
${cards.join('')}</main>
<p id="status" role="status"></p>
<script nonce="${escapeHtml(resources.nonce)}" src="${escapeHtml(resources.scriptUri)}"></script>
</body>
</html>
`;
}

/** Nothing but our own script (by nonce) and style sheet: no image, no connection, no frame, no inline anything. */
function contentSecurityPolicy({ cspSource, nonce }: PageResources): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** What the script needs to know, as attributes: a script of data would be inline. */
function pageData({ uri, id, place, render, font }: PageContent): string {
  const data = { uri, id, place: place && JSON.stringify(place), render, font: JSON.stringify(font) };
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `data-${name}="${escapeHtml(String(value))}"`)
    .join(' ');
}

/** The item that is read has the mark from the first paint on. Ids are ours, and stand only in `id="…"`. */
function markCurrent(articleHtml: string, id: string | undefined): string {
  return id === undefined ? articleHtml : articleHtml.replace(`id="${id}"`, `id="${id}" aria-current="true"`);
}

function cardHtml(content: PageContent, at: number): string {
  const { cards, strings, title, date, language } = content;
  const card = cards[at];
  if (!card) return '';
  const current = card.id === content.id ? ' current' : '';
  const position = strings.position.replace('{0}', String(at + 1)).replace('{1}', String(cards.length));
  const emoji =
    card.emoji === undefined ? '' : `<span class="emoji" aria-hidden="true">${escapeHtml(card.emoji)}</span>`;
  const heading =
    card.label === undefined
      ? emoji && `<p class="lone-emoji">${emoji}</p>\n`
      : `<h1>${emoji}${escapeHtml(card.label)}</h1>\n`;
  return `<section class="card${current}" data-id="${escapeHtml(card.id)}" data-position="${(at + 1) / cards.length}" tabindex="-1" aria-label="${escapeHtml(`${position}: ${card.name}`)}">
<header class="bar"><span class="bar-start"><b>${escapeHtml(title)}</b>${date === undefined ? '' : ` · <span class="date">${escapeHtml(date)}</span>`}</span><span><span class="position">${escapeHtml(position)}</span>${viewButton(strings.whole, 'whole', 'f')}</span></header>
<article class="takeaway-page"${languageOf(language)}>
<p class="eyebrow">${escapeHtml(card.section)}</p>
${heading}<div class="body">${card.bodyHtml}</div>
${referencesHtml(card, strings)}</article>
<nav class="turn">${turnButton(cards[at - 1], strings.previous, 'k', 'previous')}${turnButton(cards[at + 1], strings.next, 'j', 'next') || `<span class="end">${escapeHtml(strings.end)}</span>`}</nav>
</section>
`;
}

function referencesHtml({ referencesHtml, ownReferences }: Card, strings: PageStrings): string {
  if (referencesHtml === '') return `<p class="no-reference">${escapeHtml(strings.noReference)}</p>\n`;
  const title = ownReferences ? strings.references : strings.briefingReferences;
  return `<aside class="sources" aria-label="${escapeHtml(title)}"><h2>${escapeHtml(title)}</h2>\n${referencesHtml}</aside>\n`;
}

function turnButton(
  card: Card | undefined,
  title: string,
  key: string,
  direction: 'previous' | 'next',
): string {
  if (!card) return direction === 'previous' ? '<span></span>' : '';
  const name = `<span class="turn-name">${escapeHtml(card.name)}</span>`;
  const kbd = `<kbd aria-hidden="true">${key}</kbd>`;
  return `<button class="turn-button" data-choose="${escapeHtml(card.id)}" title="${escapeHtml(title)}" aria-label="${escapeHtml(`${title}: ${card.name}`)}">${
    direction === 'previous' ? `‹ ${name} ${kbd}` : `${kbd} ${name} ›`
  }</button>`;
}

function viewButton(title: string, view: ReaderView, key: string): string {
  return `<button class="view-button" data-view="${view}">${escapeHtml(title)} <kbd aria-hidden="true">${key}</kbd></button>`;
}

function languageOf(language: string | undefined): string {
  return language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
