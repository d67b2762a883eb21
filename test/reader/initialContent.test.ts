import assert from 'node:assert/strict';
import { initialContent } from '../../src/reader/initialContent.ts';
import { END } from '../../src/reader/messages.ts';
import { pageHtml } from '../../src/reader/page.ts';
import { contentOf, RESOURCES } from './content.ts';
import { cards, part } from './html.ts';

/** This many sections with two takeaways each. */
const report = (sections: number) =>
  `# Port\n\n${Array.from({ length: sections }, (_, at) => `## Berth ${at}\n\n- **Tug ${at}:** Back from the yard.\n- **Ship ${at}:** Two ships came in from the north.\n`).join('\n')}`;

const LONG = contentOf(report(1200));
const [first, second, third] = LONG.cards.map(({ id }) => id) as [string, string, string];

describe('The first part of a page', () => {
  it('is the whole page if it is short', () => {
    const content = contentOf(report(20));
    assert.equal(initialContent(content), content);
  });

  it('is the current card and those beside it', () => {
    for (const [id, ids] of [
      [first, [first, second]],
      [second, [first, second, third]],
      [END, [LONG.cards.at(-1)?.id, END]],
    ] as const) {
      const html = pageHtml(initialContent({ ...LONG, id }), RESOURCES);
      assert.deepEqual(
        cards(html).map((card) => /data-id="([^"]*)"/.exec(card)?.[1]),
        ids,
      );
      assert.match(html, new RegExp(`<section class="card current[^"]*" data-id="${id}"`));
      assert.doesNotMatch(html, /class="takeaway"|<nav/);
      assert.match(part(html, '<main class="whole">', '</article>'), /<h1[^>]*>Port<\/h1>/);
      assert.ok(html.length < 20_000, `${html.length} characters`);
    }
  });

  it('says which of all cards it is', () => {
    const html = pageHtml(initialContent({ ...LONG, id: second }), RESOURCES);
    assert.ok(html.includes('<p class="where">2 of 2400 · '));
    assert.ok(cards(html)[2]?.includes('data-where="3 of 2400 · '));
  });

  it('is the whole text in the whole view', () => {
    const html = pageHtml(initialContent({ ...LONG, view: 'whole', id: first }), RESOURCES);
    assert.equal(html.match(/class="takeaway"/g)?.length, 2400);
    assert.equal(html.match(/<li class="depth-1">/g)?.length, 1200);
    assert.equal(cards(html).length, 2);
  });
});
