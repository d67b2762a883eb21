import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readerKeys } from '../support/readerKeys.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const BEFORE = '# Harbour report\n\n## In brief\n\n- **North quay:** Closed until Thursday.\n';
const TUGS = '- **Tugs:** Two are back.\n\n  They were away for a week.\n';
const BRIEFING = `${BEFORE}${TUGS}- **Crane:** Nobody has said where it is.\n`;

describe('The source file, opened from the reader', () => {
  let window: Workbench;
  const files = { 'briefings/harbour.md': BRIEFING };
  const settings = {
    'briefings.showBundled': false,
    'briefings.markRead': 'manual',
    'files.autoSave': 'off',
  };
  const folder = useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold('Harbour report');
  });
  const file = path.join(folder.path, 'briefings', 'harbour.md');
  const press = (key: string) => window.page.keyboard.press(key);
  const editor = () => window.page.locator('.editor-instance .monaco-editor.focused');
  const marks = () => window.page.locator('.editor-instance .view-overlays [class*="ced-"]');
  const selection = () => window.page.locator('.editor-instance .selected-text').first();
  const takeaway = (name: string) => window.card.getByRole('heading', { name });

  /** The file after the editor has saved what was just typed or undone. */
  async function saved(): Promise<string> {
    const tab = (state: string) => window.page.locator(`.tab.active${state}`, { hasText: 'harbour.md' });
    await tab('.dirty').waitFor();
    await press('Control+s');
    await tab(':not(.dirty)').waitFor();
    return fs.readFileSync(file, 'utf8');
  }

  beforeEach(async () => {
    // The sidebar is refreshed when the file changes, and a click may be lost.
    for (let i = 0; i < 5 && !(await takeaway('Tugs').isVisible()); i++) {
      await window.treeItem(/^Tugs/).click();
      await takeaway('Tugs')
        .waitFor({ timeout: 4000 })
        .catch(() => undefined);
    }
    await takeaway('Tugs').click();
    await press('e');
    await editor().waitFor();
  });

  it('is typed into by every key of the reader, and loses nothing', async () => {
    const keys = readerKeys();
    for (const key of keys) await press(key);
    const text = await saved();
    const typed = text.slice(BEFORE.length, BEFORE.length + text.length - BRIEFING.length);
    assert.equal(text, `${BEFORE}${typed}${BRIEFING.slice(BEFORE.length)}`);
    // The editor indents a new line like the one above it.
    assert.equal(typed.replace(/\n +/g, '\n'), keys.map(characterOf).join(''));
    // An editor undoes a word at a time.
    for (let left = typed.length; left > 0; left--) await press('Control+z');
    assert.equal(await saved(), BRIEFING);
  });

  it('highlights the current item until something is typed', async () => {
    await marks().first().waitFor();
    await window.screenshot('source-marked');
    await press('x');
    await marks().first().waitFor({ state: 'detached' });
    assert.equal(await saved(), `${BEFORE}x${BRIEFING.slice(BEFORE.length)}`);
    await press('Control+z');
    assert.equal(await saved(), BRIEFING);
  });

  it('highlights it only for a moment', async () => {
    await marks().first().waitFor();
    await marks().first().waitFor({ state: 'detached' });
  });

  it('Escape returns to the reader once it has nothing else to close', async () => {
    // The line below is empty, so there would be nothing to select.
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Control+f');
    await window.page.locator('.find-widget.visible').waitFor();
    await press('Escape');
    await window.page.locator('.find-widget:not(.visible)').waitFor({ state: 'attached' });
    await editor().waitFor();
    await press('Shift+End');
    await selection().waitFor();
    await press('Escape');
    await selection().waitFor({ state: 'detached' });
    await editor().waitFor();
    await press('Escape');
    await takeaway('Tugs').waitFor();
    // The reader gets the keys again.
    await press('j');
    await takeaway('Crane').waitFor();
  });

  it('Escape stays in the editor if something was typed', async () => {
    await press('x');
    await press('Escape');
    await press('y');
    assert.equal(await saved(), `${BEFORE}xy${BRIEFING.slice(BEFORE.length)}`);
    await press('Control+z');
    await press('Escape');
    assert.equal(await saved(), BRIEFING);
  });

  it('Escape stays in the editor if the person has been elsewhere', async () => {
    await window.treeItem(/^Crane/).click();
    await takeaway('Crane').waitFor();
    await window.page.getByRole('tab', { name: 'harbour.md' }).click();
    await editor().waitFor();
    await press('Escape');
    await press('Escape');
    await editor().waitFor();
  });
});

/** What a key types: `Shift+n` -> `n`, as the browser's keyboard has no capitals. */
function characterOf(key: string): string {
  if (key === 'Enter') return '\n';
  return key.endsWith('Space') ? ' ' : key.slice(-1);
}
