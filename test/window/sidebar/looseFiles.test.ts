import assert from 'node:assert/strict';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const NUMBERS = Array.from({ length: 62 }, (_, i) => i + 1);
const LOOSE = NUMBERS.map((n) => [`note-${n}.md`, `# Note ${n}\n\n- a\n`] as const);

describe('A folder whose Markdown files are not briefings', () => {
  let window: Workbench;
  const files = { 'briefings/1.md': '# First report\n\n- a\n', ...Object.fromEntries(LOOSE) };
  useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
  });

  it('says how many there are, and reads them from then on', async () => {
    const row = window.treeItem('62 Markdown files not read as briefings');
    await row.waitFor();
    await window.screenshot('loose files');
    await row.hover();
    await row.getByRole('button', { name: 'Read Them as Briefings' }).click();
    await row.waitFor({ state: 'detached' });
    await window.treeItem(/^Note 1, /).waitFor();
    await window.reload();
    await window.showSidebar();
    await window.treeItem(/^Note 1, /).waitFor();
    assert.equal(await row.count(), 0);
  });
});
