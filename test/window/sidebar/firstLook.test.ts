import assert from 'node:assert/strict';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/* What a person sees after installing the extension and clicking its icon. */
describe('The first look at the sidebar', () => {
  let window: Workbench;
  useWindow({}, async (opened) => {
    window = opened;
    await window.briefingsTab.click();
  });

  const welcome = (isUnfolded: boolean) =>
    window
      .treeItem(/^Welcome to Briefing Reader/)
      .and(window.page.locator(`[aria-expanded=${isUnfolded}]`))
      .first();

  it('has the welcome briefing expanded, and opens nothing', async () => {
    await welcome(true).waitFor();
    await window.treeItem(/^One thing at a time/).waitFor();
    await window.settled();
    await window.screenshot('first-look');
    await window.row(/Example · Ukraine talks/).waitFor();
    assert.equal(await window.page.locator('.editor-group-container .tab').count(), 0);
    assert.equal(await window.treeItem(/^U\.S\. Agrees Twice/).count(), 0, 'no other is unfolded');
  });

  it('has rows whose words are also found in Open Briefing…, and menus whose Open asks for nothing', async () => {
    const { page } = window;
    await window.answer('Briefings: Open Briefing…', async () => {
      await page.getByPlaceholder('Open a briefing').fill('example', { timeout: 5000 });
      const found = page.locator('.quick-input-widget .monaco-list-row', {
        hasText: 'Example · Ukraine talks',
      });
      await found.waitFor({ timeout: 5000 });
      await page.keyboard.press('Escape');
    });
    await window.chooseFor(window.row(/Example · Ukraine talks/), /^Open$/);
    await window.activeTab.filter({ hasText: 'Ukraine talks' }).waitFor();
    await window.closeEditors();
  });

  it('keeps it collapsed once it was collapsed, however often the tree is refreshed', async () => {
    await welcome(true).locator('.monaco-tl-twistie').first().click();
    await welcome(false).waitFor();
    await window.chooseFor(welcome(false), 'Mark as Read');
    await window.treeItem(/^Welcome to Briefing Reader, finished/).waitFor();
    await window.settled();
    assert.equal(await welcome(false).count(), 1);
  });

  it('happens once: the next window is like any other', async () => {
    await window.run('Briefings: Undo Mark as Read');
    await window.treeItem(/^Welcome to Briefing Reader, unread/).waitFor();
    // VS Code stores the state a moment later.
    await window.page.waitForTimeout(1000);
    await window.reload();
    await welcome(false).waitFor();
    await window.settled();
    assert.equal(await welcome(true).count(), 0);
  });
});
