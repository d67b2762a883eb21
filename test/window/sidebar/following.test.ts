import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** Two takeaways whose labels start with the name. */
function report(name: string): string {
  return `# ${name} report\n\n## In brief\n\n- **${name} first:** one.\n- **${name} second:** two.\n`;
}

describe('The sidebar, which follows the reader', () => {
  let window: Workbench;
  const files = {
    'briefings/2026-03-03-a.md': report('Anchor'),
    'briefings/2026-03-02-b.md': report('Buoy'),
    'briefings/2026-03-01-c.md': report('Cargo'),
    'briefings/2026-02-09-d.md': report('Dock'),
    'briefings/2026-02-08-e.md': report('Eel'),
    'briefings/2026-02-07-f.md': report('Ferry'),
    'briefings/2026-02-06-g.md': report('Gull'),
    'briefings/2026-02-05-h.md': report('Harbour'),
  };
  useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
  });

  it('expands what is read, and collapses it when reading moves on', async () => {
    await window.treeItem(/^Anchor report/).click();
    await selected('Anchor first').waitFor();
    await isFolded('Anchor', false);
    await goOnTo('Buoy');
    await isFolded('Buoy', false);
    await isFolded('Anchor', true);
  });

  it('leaves alone what a person has expanded', async () => {
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

  it('moves no row away under the pointer until reading moves on', async () => {
    await window.treeItem(/^Buoy second/).click();
    await window.card.getByRole('heading', { name: 'Buoy second' }).waitFor();
    await selected('Buoy second').waitFor();
    await isFolded('Cargo', false);
    await press('k');
    await selected('Buoy first').waitFor();
    await isFolded('Cargo', true);
  });

  it('keeps the text of each row when the theme changes, whatever was collapsed before', async () => {
    for (const name of ['Cargo', 'Dock', 'Eel', 'Ferry']) {
      await press(']');
      await selected(`${name} first`).waitFor();
    }
    await isFolded('Eel', true);
    // VS Code reuses the elements of other rows for these.
    for (const name of ['Harbour', 'Gull', 'Anchor']) {
      await window.answer('Briefings: Filter by Words…', async () => {
        await window.page.locator('.quick-input-widget input').first().fill('Gull', { timeout: 3000 });
        await window.page.keyboard.press('Enter');
      });
      await window.treeItem(/^Anchor report/).waitFor({ state: 'detached' });
      await window.run('Briefings: Clear Filter');
      await window.treeItem(/^Anchor report/).waitFor();
      await window.run('Preferences: Toggle between Light/Dark Themes');
      await window.page.waitForTimeout(1000);
      assert.deepEqual(await rowsWithOtherWords(), []);
      await window.unfold(new RegExp(`^${name} report`));
    }
  });

  /** Rows whose accessible names do not start with their visible text. */
  async function rowsWithOtherWords(): Promise<string[]> {
    await window.settled();
    const rows = await window.page
      .locator('.sidebar .monaco-list-row')
      .evaluateAll((all) =>
        all.map((row) => [
          row.getAttribute('aria-label') ?? '',
          row.querySelector('.label-name')?.textContent ?? '',
        ]),
      );
    assert.ok(rows.length > 6);
    return rows.filter(([spoken = '', shown = '']) => !spoken.startsWith(shown)).map((row) => row.join(': '));
  }

  function selected(name: string): Locator {
    return window.selectedRow.filter({ hasText: name });
  }

  /** Presses a key on the page, wherever the focus was: a corner of the page has no button. */
  async function press(key: string): Promise<void> {
    await window.card.click({ position: { x: 5, y: 5 } });
    await window.page.keyboard.press(key);
  }

  /** Goes with keys alone to the end, and from there to the next unread briefing. */
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
