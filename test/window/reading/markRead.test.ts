import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** Higher than a window, but quick to read: only every other line has a word. */
const LONG = Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? `Line${i}.` : '…')).join('\n\n  ');

describe('Marking as read at the end of an item', () => {
  let window: Workbench;
  const files = {
    'briefings/long.md': `# Long news\n\n## Highlights\n\n- **Long:** it begins\n\n  ${LONG}\n- **Short:** it is over\n`,
    'briefings/other.md': '# Other news\n\n## Highlights\n\n- **Left:** it was\n- **Shown:** it is\n',
    'briefings/prose.md': `# Prose alone\n\n## One part\n\n${LONG.replace(/^ +/gm, '')}\n`,
  };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'end' };
  useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold(/^Long news/);
  });

  it('a short takeaway shows its end at once', async () => {
    await window.treeItem(/^Short/).click();
    await window.treeItem(/^Short, read/).waitFor();
  });

  it('what is marked as unread stays so until it is shown again', async () => {
    await window.treeItem(/^Long, unread/).click();
    await window.card.getByRole('heading', { name: 'Long' }).waitFor();
    await window.card.focus();
    await window.page.keyboard.press('m');
    await window.treeItem(/^Long, read/).waitFor();
    await window.page.keyboard.press('z');
    await window.treeItem(/^Long, unread/).waitFor();
    await window.card.getByText('Line78.').scrollIntoViewIfNeeded();
    // Twice as long as it takes to count as seen.
    await window.page.waitForTimeout(3000);
    await window.treeItem(/^Long, unread/).waitFor();
    await window.treeItem(/^Short/).click();
    await window.card.getByRole('heading', { name: 'Short' }).waitFor();
  });

  it('a long takeaway is unread until its end is reached', async () => {
    await window.treeItem(/^Long, unread/).click();
    await window.card.getByRole('heading', { name: 'Long' }).waitFor();
    // Twice as long as it takes to count as seen.
    await window.page.waitForTimeout(3000);
    await window.treeItem(/^Long, unread/).waitFor();
    await window.card.getByText('Line78.').scrollIntoViewIfNeeded();
    await window.treeItem(/^Long, read/).waitFor();
    await window.treeItem(/^Long news, finished/).waitFor();
  });

  it('the text of a section is read like a takeaway', async () => {
    await window.chooseFor(window.treeItem(/^Prose alone, unread/), /^Open$/);
    await window.card.getByText('Line0.').waitFor();
    await window.page.waitForTimeout(3000);
    await window.treeItem(/^Prose alone, unread/).waitFor();
    await window.card.getByText('Line78.').scrollIntoViewIfNeeded();
    await window.treeItem(/^Prose alone, finished/).waitFor();
  });

  it('what was shown without focus is seen once the window has the focus', async () => {
    await window.unfold(/^Other news/);
    await window.setFocused(false);
    await window.treeItem(/^Left/).click();
    await window.page.waitForTimeout(3000);
    await window.treeItem(/^Shown/).click();
    await window.card.getByRole('heading', { name: 'Shown' }).waitFor();
    await window.page.waitForTimeout(3000);
    await window.treeItem(/^Shown, unread/).waitFor();
    await window.setFocused(true);
    await window.treeItem(/^Shown, read/).waitFor();
    await window.treeItem(/^Left, unread/).waitFor();
  });
});
