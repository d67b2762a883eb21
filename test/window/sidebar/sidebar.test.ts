import assert from 'node:assert/strict';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const NOTES = '# Morning notes\n\n2026-03-02\n\n## Highlights\n\n- **Ferry:** late again\n- **Lock:** open\n';

/* The title of the view, in a window of a laptop’s width and with the default width of the sidebar. */
describe('The sidebar’s own commands', () => {
  let window: Workbench;
  useWindow({ files: { 'briefings/notes.md': NOTES } }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.treeItem(/^Morning notes/).waitFor();
  });

  const buttons = () => window.page.locator('.sidebar .composite.title .actions-container .action-label');
  const names = () =>
    buttons().evaluateAll((all) =>
      all.map((one) => (one.getAttribute('aria-label') ?? '').replace(/ \(.*/, '')),
    );
  const entry = (name: string) => window.page.getByRole('menuitem', { name, exact: true });

  /** Opens a submenu in which the current choice is checked. */
  async function openMenu(submenu: string, current: string): Promise<void> {
    await buttons().last().click();
    await entry(submenu).hover();
    await entry(`✓ ${current}`).waitFor();
    // Right after a menu has opened, it ignores clicks.
    await window.page.waitForTimeout(300);
  }

  it('leave room for its title', async () => {
    assert.deepEqual((await names()).slice(0, -1), [
      'Continue Reading',
      'Next Unread',
      'Search…',
      'Collapse All',
    ]);
    const title = window.page.locator('.sidebar .composite.title h2');
    assert.equal(await title.innerText(), 'Briefings: Library');
    const cut = await title.evaluate((one) => one.scrollWidth - one.clientWidth);
    assert.ok(cut <= 0, `${cut} pixels of it are cut off`);
    await window.screenshot('sidebar');
  });

  it('are in submenus, with the current choice checked', async () => {
    await openMenu('Group By', 'Date');
    await entry('None').waitFor();
    await window.screenshot('arrange', false);
    await entry('Folder').click();
    await window.treeItem(/^Examples/).waitFor();
    await openMenu('Group By', 'Folder');
    await entry('Date').click();
    await window.treeItem(/^March 2026/).waitFor();
  });

  it('offer to clear the filter while there is one', async () => {
    await openMenu('Show', 'All');
    await entry('Unread').click();
    const button = (name: string) => buttons().and(window.page.getByLabel(name));
    await button('Clear Filter').click();
    await button('Continue Reading').waitFor();
    assert.equal(await button('Clear Filter').count(), 0);
  });

  it('mark a selection in which some items are read', async () => {
    await window.unfold(/^Morning notes/);
    await window.chooseFor(window.treeItem(/^Ferry/), 'Mark as Read');
    await window.treeItem(/^Ferry, read/).waitFor();
    await window.list(
      async () => {
        await window.treeItem(/^Ferry/).click();
        await window.treeItem(/^Lock/).click({ modifiers: ['Control'] });
        await window.chooseFor(window.treeItem(/^Lock/), 'Mark as Read');
      },
      window.treeItem(/^Lock, read/),
    );
    await window.chooseFor(window.treeItem(/^Lock/), 'Mark as Unread');
    await window.treeItem(/^Ferry, unread/).waitFor();
    await window.closeEditors();
  });

  it('delete a file of the inbox only after a confirmation', async () => {
    for (const title of ['First copy', 'Second copy']) {
      await window.page.evaluate(
        (text) => navigator.clipboard.writeText(text),
        `# ${title}\n\n2026-03-09\n\n- a\n`,
      );
      await window.run('Briefings: New Briefing from Clipboard');
      await window.treeItem(new RegExp(`^${title}`)).waitFor();
    }
    const dialog = window.page.getByRole('dialog').filter({ hasText: /[Dd]elete/ });
    const ask = async () => {
      // A click can go to a menu that does not listen yet.
      await window.list(async () => {
        await window.treeItem(/^First copy/).click();
        await window.treeItem(/^Second copy/).click({ modifiers: ['Control'] });
        await window.chooseFor(window.treeItem(/^First copy/), 'Delete from Inbox…');
      }, dialog.getByText('Delete 2 briefings from the inbox?'));
      await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
      // A server has no trash.
      await dialog.getByText('2 files cannot be moved to the trash. Delete them permanently?').waitFor();
      await dialog.getByText('2026-03-09-first-copy.md').waitFor();
      await dialog.getByText('2026-03-09-second-copy.md').waitFor();
    };
    await ask();
    await window.screenshot('delete');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await window.run('Briefings: Refresh');
    await window.treeItem(/^First copy/).waitFor();
    await ask();
    await dialog.getByRole('button', { name: 'Delete Permanently' }).click();
    await window.treeItem(/^First copy/).waitFor({ state: 'hidden' });
    await window.treeItem(/^Second copy/).waitFor({ state: 'hidden' });
  });
});
