import fs from 'node:fs';
import type { PageContent, PageResources } from '../../../src/reader/content.ts';
import { pageHtml } from '../../../src/reader/page.ts';

/** Where the page's script and style come from. */
export const HOST = 'https://reader.test';

const RESOURCES: PageResources = {
  nonce: 'aNonce42',
  scriptUri: `${HOST}/page/main.js`,
  styleUri: `${HOST}/media/reader.css`,
  imageSources: [],
};

/** The element of the page that is looked at: what else stands in it is our own, or one of the fragments. */
export const TRIED = 'tried';

/** How many briefings share a page: it has no more elements than the browser is made to touch, which are 300. */
const BATCH = 4;

/** All that the renderer makes of a briefing: the whole, and its items with their references. */
export function fragmentsOf({ articleHtml, cards }: PageContent): string[] {
  return [
    articleHtml,
    ...cards.flatMap(({ introHtml, bodyHtml, referencesHtml }) => [introHtml, bodyHtml, referencesHtml]),
  ];
}

/** Briefings a few at a time, each few as one: no word of theirs is left out. */
export function inBatches(contents: readonly PageContent[]): PageContent[] {
  return contents.flatMap((content, from) => {
    if (from % BATCH > 0) return [];
    const batch = contents.slice(from, from + BATCH);
    return {
      ...content,
      title: batch.map(({ title }) => title).join(' '),
      articleHtml: batch.map(({ articleHtml }) => articleHtml).join(''),
      cards: batch.flatMap(({ cards }) => cards),
    };
  });
}

/** Writes a briefing as the page that the webview is given, with its script and its content security policy. */
export function writePage(file: string, content: PageContent): void {
  const html = pageHtml(content, RESOURCES);
  const [, data = '[]'] = /id="cards">(.*?)<\/script>/s.exec(html) ?? [];
  const cards = (JSON.parse(data) as [id: string, html: string][]).map(([, card]) => card);
  // The page shows one of them at a time: here they all stand beside it, as elements.
  const tried = `<div class="${TRIED}">${cards.join('')}</div></body>`;
  fs.writeFileSync(
    file,
    html.replace('</body>', () => tried),
  );
}
