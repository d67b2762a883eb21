import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const HARBOUR = `# Harbour report

## In brief

- **North quay:** Closed until Thursday.
- **Tugs:** Two are back.

## Weather

Fog is expected.
`;
const FERRY =
  '# Ferry report\n\n## In brief\n\n- **Night ferry:** It is back.\n- **Day ferry:** It is late.\n';

describe('Several readers', () => {
  let window: Workbench;
  const tab = (name: string) => window.page.getByRole('tab', { name });
  const group = (at: number) => window.page.locator('.editor-group-container').nth(at);

  const files = { 'briefings/harbour.md': HARBOUR, 'briefings/ferry.md': FERRY };
  const folder = useWindow(
    { files, settings: { 'briefings.showBundled': false, 'briefings.markRead': 'manual' } },
    async (opened) => {
      window = opened;
      await window.showSidebar();
      await window.unfold('Harbour report');
      await window.unfold('Ferry report');
    },
  );
  const file = path.join(folder.path, 'briefings', 'harbour.md');

  beforeEach(async () => {
    await window.closeEditors();
    fs.writeFileSync(file, HARBOUR);
    await window.unfold('Harbour report');
    await window.treeItem(/^Tugs/).click();
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
  });

  it('share one tab unless it is pinned', async () => {
    await window.unfold('Ferry report');
    await window.treeItem(/^Night ferry/).click();
    await window.card.getByRole('heading', { name: 'Night ferry' }).waitFor();
    assert.equal(await tab('Harbour report').count(), 0);
    await window.chooseFor(tab('Ferry report'), 'Pin');
    await window.treeItem(/^Tugs/).click();
    await tab('Harbour report').waitFor();
    await window.chooseFor(tab('Ferry report'), 'Unpin');
  });

  it('can be in tabs of their own and side by side, each at its place, after a reload as well', async () => {
    await window.chooseFor(window.treeItem(/^Night ferry/), 'Open to the Side');
    await group(1).getByRole('tab', { name: 'Ferry report' }).waitFor();
    await window.chooseFor(window.treeItem(/^Day ferry/), 'Open in New Tab');
    await window.page.waitForTimeout(1000);
    assert.equal(await tab('Ferry report').count(), 2);
    const headings = async () => {
      const found: string[] = [];
      for (const frame of window.page.frames()) {
        const heading = frame.locator('.card.current h1');
        if ((await heading.count()) > 0 && (await heading.isVisible())) found.push(await heading.innerText());
      }
      return found.sort();
    };
    assert.deepEqual(
      (await headings()).map((words) => words.trim()),
      ['Day ferry', 'Tugs'],
    );
    await window.page.waitForTimeout(500);
    await window.reload();
    await tab('Harbour report').waitFor();
    for (let i = 0; i < 50 && (await headings()).length < 2; i++) await window.page.waitForTimeout(200);
    assert.deepEqual(
      (await headings()).map((words) => words.trim()),
      ['Day ferry', 'Tugs'],
    );
    assert.equal(await tab('Ferry report').count(), 2);
  });

  it('have buttons that act on their own reader', async () => {
    // What is expanded after the reload may collapse a moment later.
    await window.settled();
    await window.unfold('Ferry report');
    await window.chooseFor(window.treeItem(/^Night ferry/), 'Open to the Side');
    await group(1).getByRole('tab', { name: 'Ferry report' }).waitFor();
    await window.treeItem(/^Night ferry/).click();
    const starIn = (reader: number) =>
      window.page
        .locator('iframe.webview.ready')
        .nth(reader)
        .contentFrame()
        .locator('iframe#active-frame')
        .contentFrame()
        .locator('[data-press=star]');
    const star = starIn(0);
    // The click also makes its reader the current one, sooner or later: the button does not depend on that.
    await star.click();
    await window.treeItem(/^Tugs.*starred/).waitFor();
    assert.deepEqual(await Promise.all([0, 1].map((reader) => starIn(reader).getAttribute('aria-pressed'))), [
      'true',
      'false',
    ]);
    await star.click();
    await window.treeItem(/^Tugs(?!.*starred)/).waitFor();
  });

  it('open the current briefing to the side from the tab title as well', async () => {
    await group(0).getByRole('button', { name: 'More Actions...' }).click();
    const entry = window.page.getByRole('menuitem', { name: 'Open to the Side' });
    await entry.waitFor();
    await window.page.waitForTimeout(200);
    await entry.click();
    await group(1).getByRole('tab', { name: 'Harbour report' }).waitFor();
    assert.equal(await tab('Harbour report').count(), 2);
  });

  it('follow the editor while one types, changing only what has changed', async () => {
    await window.run('Briefings: Show Whole Briefing');
    await window.reader.locator('.whole').waitFor();
    await window.run('Briefings: Open Source File');
    await window.page.locator('.editor-instance .view-lines', { hasText: 'Two are back.' }).waitFor();
    await window.run('View: Move Editor into Right Group');
    const source = group(1).locator('.editor-instance .view-lines', { hasText: 'Two are back.' });
    // A page that has just opened may take the focus again.
    while ((await group(1).locator('.editor-instance .monaco-editor.focused').count()) === 0) {
      await source.click();
      await window.page.waitForTimeout(300);
    }
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.type('It lift');
    await window.reader.locator('.whole').getByText('It lift').waitFor();
    await window.page.waitForTimeout(500);
    await window.reader.locator('#s-in-brief').evaluate((section) => {
      Object.assign(section, { isKept: true });
    });
    const began = Date.now();
    await window.page.keyboard.type('s');
    await window.reader.locator('.whole').getByText('It lifts').waitFor();
    console.log(`      from the key to the page: ${Date.now() - began} ms`);
    const isKept = (selector: string) =>
      window.reader.locator(selector).evaluate((section) => Reflect.get(section, 'isKept') === true);
    assert.ok(await isKept('#s-in-brief'), 'what has not changed is what it was');
    await window.page.keyboard.press('Control+S');
    await group(0).locator('.tab', { hasText: 'Harbour report' }).click();
    await window.run('Briefings: Show One at a Time');
  });

  it('show text again that was cut and pasted back', async () => {
    fs.writeFileSync(file, HARBOUR.replace(/## In brief[^]*(?=## Weather)/, ''));
    await window.reader.locator('.whole #s-weather').waitFor();
    await window.page.waitForTimeout(500);
    fs.writeFileSync(file, HARBOUR);
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
  });

  it('show each briefing in the view that was chosen for it, also after a restart', async () => {
    await window.run('Briefings: Show Whole Briefing');
    await window.reader.locator('.whole [aria-current]', { hasText: 'Tugs' }).waitFor();
    await window.unfold('Ferry report');
    await window.treeItem(/^Night ferry/).click();
    await window.card.getByRole('heading', { name: 'Night ferry' }).waitFor();
    await window.closeEditors();
    await window.reload();
    await window.showSidebar();
    await window.unfold(/^Harbour report/);
    await window.treeItem(/^Tugs/).click();
    await window.reader.locator('.whole [aria-current]', { hasText: 'Tugs' }).waitFor();
    await window.run('Briefings: Show One at a Time');
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
  });

  it('can be the editor of a file', async () => {
    await window.closeEditors();
    await window.openFile('harbour.md');
    await window.answer('View: Reopen Editor With...', () => window.choose('Briefing Reader', 5000));
    // Where reading stopped in another reader.
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    await window.reader.locator('.card:focus').waitFor();
    await window.page.keyboard.press('k');
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
    // A briefing that is opened from the sidebar is shown by the editor that has it already.
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
    assert.equal(await window.page.locator('.tab').count(), 1);
    // The place is written to disk a second later.
    await window.page.waitForTimeout(1500);
    await window.reload();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
    await window.unfold('Ferry report');
    await window.treeItem(/^Night ferry/).click();
    await tab('Ferry report').waitFor();
  });
});
