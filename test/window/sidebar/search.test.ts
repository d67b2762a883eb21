import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const TALKS = `# Talks at the White House

## In brief

- **Guarantees:** Security guarantees for Kyiv were promised, said the Élysée. ([Q&A](https://news.example/talks))
- **Summit:** A meeting of three may follow.
`;
const HARBOUR = `# Harbour report

The quays are full.

## In brief

- **North quay:** Closed until Thursday, no guarantees given.
- **Tugs:** Two are back.
`;

describe('The search', () => {
  const files = {
    'briefings/2026-03-01-talks.md': TALKS,
    'briefings/harbour.md': HARBOUR,
    'notes.md': '# Notes\n\n',
  };
  let window: Workbench;
  const folder = useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.treeItem('Harbour report').waitFor();
  });
  const box = () => window.page.locator('.quick-input-widget');
  const row = (text: string) => box().locator('.monaco-list-row', { hasText: text }).first();
  const marked = () =>
    window.reader.locator('body').evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));

  async function search(words: string): Promise<void> {
    await window.run('Briefings: Search…', true);
    await box().getByText('Search Briefings', { exact: true }).waitFor();
    await window.page.keyboard.type(words);
  }

  beforeEach(() => window.closeEditors());

  it('explains its filters in the empty box, and inserts one that is chosen', async () => {
    await search('');
    await row('is:unread').waitFor();
    await row('with a reference to this site').waitFor();
    await window.screenshot('search-empty');
    await row('is:starred').click();
    await row('No results.').waitFor();
    assert.equal(await box().locator('input').first().inputValue(), 'is:starred ');
    await window.page.keyboard.press('Escape');
  });

  it('finds as one types, and opens a result with the words marked', async () => {
    await search('guarant');
    await row('Security guarantees for Kyiv').waitFor();
    await window.screenshot('search-found');
    assert.equal(await box().locator('.monaco-list-row').count(), 2);
    await window.page.keyboard.type(' elysee');
    await row('Closed until Thursday').waitFor({ state: 'hidden' });
    await window.page.keyboard.press('Enter');
    await window.card.getByRole('heading', { name: 'Guarantees' }).waitFor();
    await window.reader.locator('body').evaluate(async () => {
      while (!CSS.highlights.has('found')) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    assert.deepEqual((await marked()).sort(), ['Guarantees', 'guarantees', 'Élysée']);
    await window.screenshot('search-marked');
  });

  it('says what is missing if no item has all words, and Enter opens the one with most', async () => {
    await search('that zeppelin promissed kyiv');
    await row('No result contains all words.').waitFor();
    await box().locator('.monaco-list-row.focused', { hasText: 'Security guarantees for Kyiv' }).waitFor();
    await window.screenshot('search-lacking');
    await window.page.keyboard.press('Enter');
    await window.card.getByRole('heading', { name: 'Guarantees' }).waitFor();
  });

  it('opens to the side with a second key', async () => {
    await window.treeItem('Harbour report').click();
    await window.unfold('Harbour report');
    await window.treeItem(/^Tugs/).click();
    // A page that gets the focus late would close the box.
    await window.reader.locator('.card:focus', { hasText: 'Tugs' }).waitFor();
    await window.list(() => search('summit'), row('A meeting of three'));
    await window.page.keyboard.press('Control+Enter');
    const side = window.page.locator('.editor-group-container').nth(1);
    await side.getByRole('tab', { name: 'Talks at the White House' }).waitFor();
  });

  it('leads from a half-remembered word to a quotation in a document, without the mouse', async () => {
    const { page } = window;
    await page.keyboard.press('Control+P');
    await box().locator('input').first().fill('notes.md');
    await row('notes.md').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .view-lines', { hasText: '# Notes' }).waitFor();
    await page.keyboard.press('Control+End');
    const begun = Date.now();
    await search('promis kyiv');
    await row('Security guarantees for Kyiv').waitFor();
    await page.keyboard.press('Enter');
    await window.reader.locator('.card:focus', { hasText: 'Guarantees' }).waitFor();
    await window.run('Briefings: Copy As…', true);
    await row('Markdown').waitFor();
    await page.keyboard.press('Enter');
    await window.reader.getByRole('status').getByText('“Guarantees” copied.').waitFor();
    await page.keyboard.press('Control+PageUp');
    const lines = page.locator('.editor-instance .view-lines');
    await lines.waitFor();
    await page.keyboard.press('Control+V');
    await lines.getByText('Security guarantees for Kyiv').first().waitFor();
    console.log(`      from the search to the quotation: ${Date.now() - begun} ms`);
    await page.keyboard.press('Control+S');
    const read = () => fs.readFileSync(path.join(folder.path, 'notes.md'), 'utf8');
    for (let i = 0; i < 50 && !read().includes('Guarantees'); i++) await page.waitForTimeout(100);
    const text = read();
    assert.match(text, /> \*\*Guarantees:\*\* Security guarantees for Kyiv were promised/);
    assert.match(text, /^> — Talks at the White House, 2026-03-01$/m);
    assert.match(text, /\[Q&A\]\(<?https:\/\/news\.example\/talks>?\)/);
  });

  it('copies a quotation as HTML and as text at once', async () => {
    await search('promis kyiv');
    await row('Security guarantees for Kyiv').waitFor();
    await window.page.keyboard.press('Enter');
    await window.reader.locator('.card:focus', { hasText: 'Guarantees' }).waitFor();
    await window.answer('Briefings: Copy As…', () => row('HTML').click({ timeout: 5000 }));
    await window.reader.getByRole('status').getByText('“Guarantees” copied.').waitFor();
    // Undefined while the clipboard is being written to, when what was just read is no longer valid.
    const flavours = () =>
      window.page.evaluate(async () => {
        const found: Record<string, string> = {};
        try {
          const [item] = await navigator.clipboard.read();
          for (const type of item?.types ?? [])
            found[type] = (await (await item?.getType(type))?.text()) ?? '';
        } catch (error) {
          if (error instanceof DOMException && error.name === 'InvalidStateError') return {};
          throw error;
        }
        return found;
      });
    let found: Record<string, string> = {};
    for (let i = 0; i < 50 && !('text/html' in found); i++) {
      await window.page.waitForTimeout(100);
      found = await flavours();
    }
    const { 'text/html': html = '', 'text/plain': text = '' } = found;
    assert.match(
      html,
      /<blockquote>.*<strong>Guarantees:<\/strong>.*<a href="https:\/\/news\.example\/talks"/s,
    );
    assert.match(text, /^Guarantees: Security guarantees for Kyiv.*\(https:\/\/news\.example\/talks\)$/s);
  });

  it('can be saved in the sidebar, with its current results', async () => {
    await search('guarantees');
    await row('Security guarantees for Kyiv').waitFor();
    await box().getByRole('button', { name: 'Save Search' }).click();
    await box().getByText('Name in the sidebar').waitFor();
    await box().locator('input').first().fill('Promises');
    await window.page.keyboard.press('Enter');
    await window.page.locator('.statusbar').getByText('“Promises” saved.').waitFor();
    await window.treeItem('Promises, saved search, 2 found').waitFor();
    await window.treeItem('Promises, saved search, 2 found').click();
    const found = window.row(/^Guarantees.*Talks at the White House/).first();
    await found.click();
    await window.card.getByRole('heading', { name: 'Guarantees' }).waitFor();
    await window.chooseFor(found, 'Add Star');
    await window.treeItem(/^Guarantees, read, starred, Talks at the White House/).waitFor();
    await window.screenshot('search-saved');
    fs.writeFileSync(path.join(folder.path, 'briefings/more.md'), '# More\n\n- Guarantees again.\n');
    await window.treeItem('Promises, saved search, 3 found').waitFor();
  });

  it('opens a copied link, wherever its file is now', async () => {
    await window.closeEditors();
    await search('tugs ');
    await row('Two are back').waitFor();
    await window.page.keyboard.press('Enter');
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    await window.run('Briefings: Copy Briefing Link');
    await window.reader.getByRole('status').getByText('Briefing link copied.').waitFor();
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    const name = /\/read\/[\w-]{12}\/[\w-]{12}\/Harbour-report\/Tugs/.exec(decodeURIComponent(copied))?.[0];
    assert.ok(name, copied);
    fs.renameSync(
      path.join(folder.path, 'briefings/harbour.md'),
      path.join(folder.path, 'briefings/elsewhere.md'),
    );
    await window.closeEditors();
    const [scheme] = /[\w-]+(?=:\/\/briefings)/.exec(decodeURIComponent(copied)) ?? ['vscode'];
    const open = async (address: string) => {
      await window.run('Developer: Open URL', true);
      await box().locator('input').first().fill(`${scheme}://${EXTENSION_ID}${address}`);
      await window.page.keyboard.press('Enter');
      await window.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open' }).click();
    };
    await open(name);
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    await open('/read/AAAAAAAAAAAA/BBBBBBBBBBBB/Tide-tables/Springs');
    await window.page
      .getByText('“Springs” in the briefing “Tide tables” was not found in your library.')
      .waitFor();
    await open('/elsewhere');
    await window.page.getByText('This link does not lead to a briefing.').waitFor();
  });
});
