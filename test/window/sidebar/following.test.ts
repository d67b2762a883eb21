import type { Locator } from 'playwright-core';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** Two takeaways, whose labels begin with the name. */
function report(name: string): string {
  return `# ${name} report\n\n## In brief\n\n- **${name} first:** one.\n- **${name} second:** two.\n`;
}

describe('The sidebar, which follows the reader', () => {
  let window: Workbench;
  const files = {
    'briefings/2026-03-03-a.md': report('Anchor'),
    'briefings/2026-03-02-b.md': report('Buoy'),
    'briefings/2026-03-01-c.md': report('Cargo'),
  };
  useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
  });

  it('unfolds what is read, and folds it again when reading goes on', async () => {
    await window.treeItem(/^Anchor report/).click();
    await selected('Anchor first').waitFor();
    await isFolded('Anchor', false);
    await goOnTo('Buoy');
    await isFolded('Buoy', false);
    await isFolded('Anchor', true);
  });

  it('leaves alone what a person has unfolded', async () => {
    await window
      .treeItem(/^Buoy report/)
      .locator('.monaco-tl-twistie')
      .click();
    await isFolded('Buoy', true);
    await window.unfold(/^Buoy report/);
    await goOnTo('Cargo');
    await isFolded('Cargo', false);
    await isFolded('Buoy', false);
  });

  it('moves no row away under the hand that has chosen one, until one reads on', async () => {
    await window.treeItem(/^Buoy second/).click();
    await window.card.getByRole('heading', { name: 'Buoy second' }).waitFor();
    await selected('Buoy second').waitFor();
    await isFolded('Cargo', false);
    await press('k');
    await selected('Buoy first').waitFor();
    await isFolded('Cargo', true);
  });

  function selected(name: string): Locator {
    return window.selectedRow.filter({ hasText: name });
  }

  /** In the page, wherever the focus was. */
  async function press(key: string): Promise<void> {
    await window.card.click();
    await window.page.keyboard.press(key);
  }

  /** By keys alone: to the end, and from there to the next that is unread. */
  async function goOnTo(name: string): Promise<void> {
    const first = window.card.getByRole('heading', { name: `${name} first` });
    await press('Shift+G');
    await window.card.getByText('The end').waitFor();
    await press('j');
    await first.waitFor();
    await selected(`${name} first`).waitFor();
  }

  async function isFolded(name: string, folded: boolean): Promise<void> {
    const row = window.treeItem(new RegExp(`^${name} report`));
    await row.and(window.page.locator(`[aria-expanded=${String(!folded)}]`)).waitFor();
  }
});
