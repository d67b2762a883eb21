import assert from 'node:assert/strict';
import { startFeedServer } from '../support/feedServer.ts';
import { useWindow } from './useWindow.ts';
import type { Workbench } from './workbench.ts';

const PAGE = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>';
const FEED = `<rss version="2.0"><channel><title>Harbour News</title>
<item><guid>2</guid><title>Ferry stops</title><link>https://harbour.example/ferry</link>
<description>The ferry stops for a week, says the office.</description></item>
<item><guid>1</guid><title>Lock opens</title><link>https://harbour.example/lock</link>
<description>The lock opens again on Monday.</description></item></channel></rss>`;

describe('A source', () => {
  let window: Workbench;
  let site: Awaited<ReturnType<typeof startFeedServer>>;
  useWindow({ settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    site = await startFeedServer();
    for (const [path, body] of Object.entries({ '/news.html': PAGE, '/feed': FEED }))
      await fetch(site.origin + path, { method: 'PUT', body: JSON.stringify({ body }) });
    await window.showSidebar();
  });

  after(() => site.stop());

  it('is added by its page’s address, and read', async () => {
    const widget = window.page.locator('.quick-input-widget');
    await window.answer('Briefings: Add Source…', async () => {
      await widget.getByText('The address of a site or of its feed.').waitFor({ timeout: 5000 });
      await widget.locator('input').first().fill(`${site.origin}/news.html`, { timeout: 3000 });
    });
    await window.page.keyboard.press('Enter');
    await widget.getByText('Add “Harbour News”').waitFor();
    await widget.getByText('Lock opens').waitFor();
    await window.screenshot('source-found', false);
    assert.equal(await window.treeItem(/^Sources/).count(), 0);
    await window.choose('Add “Harbour News”');
    await widget.getByText('Once a Day').waitFor();
    await window.choose('Only When I Say So');
    await window.unfold(/^Sources/);
    await window.treeItem(/^Harbour News, source, 2 new/).waitFor();
    await window.screenshot('source-added');
    await window.treeItem(/^Harbour News, unread/).click();
    await window.card.getByText('The ferry stops for a week').waitFor();
    await window.screenshot('source-read');
  });
});
