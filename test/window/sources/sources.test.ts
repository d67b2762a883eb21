import assert from 'node:assert/strict';
import { startFeedServer } from '../../support/feedServer.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const PAGE =
  '<html><head><link rel="alternate" type="application/rss+xml" title="Harbour &amp; Quay" href="/feed">' +
  '<link rel="alternate" type="application/rss+xml" title="Letters" href="/letters"></head></html>';
const FEED = `<rss version="2.0"><channel><title>Harbour News</title>
<item><guid>2</guid><title>Ferry stops</title><link>https://harbour.example/ferry</link>
<description>The ferry stops for a week, says the office.</description></item>
<item><guid>1</guid><title>Lock opens</title><link>https://harbour.example/lock</link>
<description>The lock opens again on Monday.</description></item></channel></rss>`;
const QUAY =
  '<item><guid>3</guid><title>Quay closed</title><description>The quay is closed.</description></item>';

describe('A source', () => {
  let window: Workbench;
  let site: Awaited<ReturnType<typeof startFeedServer>>;
  useWindow({ settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    site = await startFeedServer();
    for (const [path, body] of Object.entries({ '/news.html': PAGE, '/feed': FEED }))
      await put(path, { body });
    await window.showSidebar();
  });

  after(() => site.stop());

  async function put(path: string, page: Readonly<Record<string, unknown>>): Promise<void> {
    await fetch(site.origin + path, { method: 'PUT', body: JSON.stringify(page) });
  }

  it('is offered if there is nothing to read yet', async () => {
    const { page } = window;
    await page.locator('.sidebar').getByRole('button', { name: 'Add Source…' }).click();
    const widget = page.locator('.quick-input-widget');
    await widget.getByText('The address of a site or its feed.').waitFor();
    await page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    await window.screenshot('source-welcome');
  });

  it('is added by the address of its page, and read', async () => {
    const widget = window.page.locator('.quick-input-widget');
    const box = widget.locator('input').first();
    await window.answer('Briefings: Add Source…', async () => {
      await widget.getByText('The address of a site or its feed.').waitFor({ timeout: 5000 });
      await box.fill('ftp://harbour.example/feed', { timeout: 3000 });
    });
    await window.page.keyboard.press('Enter');
    await widget.getByText('The address must begin with http:// or https://.').waitFor();
    assert.equal(await box.inputValue(), 'ftp://harbour.example/feed');
    await window.screenshot('source-refused', false);
    await box.fill(`${site.origin}/nothing`);
    await window.page.keyboard.press('Enter');
    await widget.getByText('There is nothing at this address').waitFor();
    const message = await widget.locator('.quick-input-message').innerText();
    assert.match(message, /^There is nothing at this address \(404\)\. \(Press/);
    assert.equal(await box.inputValue(), `${site.origin}/nothing`);
    await window.screenshot('source-nothing', false);
    await box.fill(`${site.origin.replace('http://', '')}/news.html`);
    await window.page.keyboard.press('Enter');
    await widget.getByText('This Page Has 2 Feeds').waitFor();
    await widget.getByText('/letters').waitFor();
    await window.screenshot('source-feeds', false);
    await window.choose('Harbour & Quay');
    await widget.getByText('Add “Harbour News”').waitFor();
    await widget.getByText('Lock opens').waitFor();
    await window.screenshot('source-found', false);
    assert.equal(await window.treeItem(/^Sources/).count(), 0);
    await window.choose('Add “Harbour News”');
    await widget.getByText('Once a Day').waitFor();
    await window.choose('Only Manually');
    await window.unfold(/^Sources/);
    await window.treeItem(/^Harbour News, source, 1 unread briefing/).waitFor();
    await window.screenshot('source-added');
    await window.treeItem(/^Harbour News, unread/).click();
    await window.card.getByText('The ferry stops for a week').waitFor();
    await window.screenshot('source-read');
  });

  it('opens its newest briefing when it is clicked', async () => {
    await window.closeEditors();
    await window.treeItem(/^Harbour News, source/).click();
    await window.card.getByText('The ferry stops for a week').waitFor();
  });

  it('that has failed says why when it is clicked, and is retried', async () => {
    await put('/feed', { status: 404 });
    await window.run('Briefings: Check for New');
    const notification = window.page.locator('.notification-list-item', { hasText: 'Harbour News' });
    const said = notification.getByText('Harbour News: There is nothing at this address (404).');
    const failed = window.treeItem(
      /^Harbour News, source, 1 unread briefing, There is nothing at this address/,
    );
    await failed.waitFor();
    // The check itself says so.
    await window.run('Notifications: Show Notifications', true);
    await said.waitFor();
    await window.run('Notifications: Clear All Notifications', true);
    await failed.click();
    await window.run('Notifications: Show Notifications', true);
    await said.waitFor();
    await window.screenshot('source-failed');
    await put('/feed', { body: FEED.replace('<item>', `${QUAY}<item>`) });
    await notification.getByRole('button', { name: 'Retry' }).click();
    await window.treeItem(/^Harbour News, source, 1 unread briefing, checked/).waitFor();
  });

  it('is removed with its briefings', async () => {
    await window.closeEditors();
    await window.chooseFor(window.treeItem(/^Harbour News, source/), 'Remove Source…');
    await window.choose('Remove, and Delete Its Briefings');
    // VS Code’s server has no trash.
    const dialog = window.page.getByRole('dialog');
    await dialog.getByText('Delete 1 briefing permanently?').waitFor();
    await window.screenshot('source-removed', false);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // Neither the source nor its briefing is removed.
    await window
      .treeItem(/^Harbour News, (?!source)/)
      .first()
      .waitFor();
    await window.chooseFor(window.treeItem(/^Harbour News, source/), 'Remove Source…');
    await window.choose('Remove, and Delete Its Briefings');
    await dialog.getByRole('button', { name: 'Delete Permanently' }).click();
    await window.page.locator('.sidebar').getByText('No briefings found yet.').waitFor();
    assert.equal(await window.treeItem(/^(?:Sources|Harbour News)/).count(), 0);
  });
});
