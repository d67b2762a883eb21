import fs from 'node:fs';
import path from 'node:path';
import type { PageContent, PageResources } from '../../../src/reader/content.ts';
import { pageHtml } from '../../../src/reader/page.ts';
import { REPO } from '../paths.ts';

const textOf = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8');

/** With the files of the last build. */
const RESOURCES: PageResources = {
  nonce: 'aNonce42',
  script: textOf('dist/page/main.js'),
  style: textOf('media/reader.css'),
  imageSources: [],
};

/** The class of the element that is checked; the rest of the page is our own, or is checked as a fragment. */
export const TRIED = 'tried';

/** How many briefings share a page: so many that it has at most 300 elements, as the check touches no more. */
const BATCH = 4;

/** All HTML that the renderer makes of a briefing: the whole article, and its items with their references. */
export function fragmentsOf({ articleHtml, cards }: PageContent): string[] {
  return [
    articleHtml,
    ...cards.flatMap(({ introHtml, bodyHtml, referencesHtml }) => [introHtml, bodyHtml, referencesHtml]),
  ];
}

/** Merges briefings in batches into one each, without leaving anything out. */
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

/** Writes a briefing as the page that the webview gets, with its script and its content security policy. */
export function writePage(file: string, content: PageContent): void {
  const html = pageHtml(content, RESOURCES);
  const [, data = '[]'] = /id="cards">(.*?)<\/script>/s.exec(html) ?? [];
  const cards = (JSON.parse(data) as [id: string, html: string][]).map(([, card]) => card);
  // The page shows one card at a time: here, all of them are added as elements.
  const tried = `<div class="${TRIED}">${cards.join('')}</div></body>`;
  fs.writeFileSync(
    file,
    html.replace('</body>', () => tried),
  );
}
