import assert from 'node:assert/strict';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const LONG = Array.from({ length: 40 }, (_, i) => `Line ${i + 1} of a paragraph that fills the page.`).join(
  '\n\n',
);

const BRIEFING = `# Harbour report

## In brief

- **North quay:** Closed until Thursday. ([notice](https://port.example/14), [map](https://map.example/north))
- **Tugs:** Two are back.

## Ships

${LONG}

## Weather

${LONG}
`;

describe('The reader', () => {
  let window: Workbench;
  const files = {
    'briefings/harbour.md': BRIEFING,
    'briefings/other.log': 'text\n',
    'briefings/dated.md': '# Quays, 3 March 2026\n\n- One is closed.\n',
    'briefings/2026-03-02.md': '# Docks\n\n- Two are dry.\n',
  };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
  // The folder named `briefings` is opened itself.
  useWindow({ files, inside: 'briefings', settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold('Harbour report');
  });

  it('asks which reference to open if there are several', async () => {
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
    const address = await window.leaving(async () => {
      await window.page.keyboard.press('o');
      await window.choose('map.example');
    });
    assert.equal(address, 'https://map.example/north');
  });

  it('leaves Enter to the link that has the focus', async () => {
    await window.card.getByRole('link', { name: 'notice' }).first().focus();
    const address = await window.leaving(() => window.page.keyboard.press('Enter'));
    assert.equal(address, 'https://port.example/14');
    assert.ok(await window.card.isVisible(), 'and does not change the view');
  });

  it('says that there is no next takeaway, to the eye and to screen readers', async () => {
    await window.treeItem(/^North quay/).click();
    await window.reader.locator('.card:focus', { hasText: 'North quay' }).waitFor();
    await window.page.keyboard.press('k');
    await window.reader.getByRole('status').getByText('This is the beginning of the briefing.').waitFor();
  });

  it('focuses the current item, which has its position in its name', async () => {
    await window.treeItem(/^Tugs/).click();
    const focused = window.reader.locator('.card:focus');
    await focused.waitFor();
    assert.equal(await focused.getAttribute('aria-label'), '2 of 4: Tugs');
  });

  it('keeps the focus while the sidebar is refreshed', async () => {
    const reader = window.reader.locator('.card:focus');
    await window.treeItem(/^North quay/).click();
    await reader.waitFor();
    // As VS Code does after refreshing a tree that had the focus a moment ago.
    const kept = window.page.evaluate(() =>
      new Promise((resolve) => {
        globalThis.addEventListener('blur', resolve, { once: true });
      }).then(() => {
        document.querySelector<HTMLElement>('.sidebar [role=tree]')?.focus();
      }),
    );
    await window.treeItem(/^Tugs/).click();
    await kept;
    await reader.filter({ hasText: 'Tugs' }).waitFor();
  });

  it('opens a section at the section', async () => {
    await window.treeItem('Weather').click();
    const heading = window.reader.getByRole('heading', { name: 'Weather' });
    await heading.waitFor();
    const { y } = (await heading.boundingBox()) ?? { y: 0 };
    assert.ok(y > 0 && y < 400, `at ${y}`);
  });

  it('is interactive after a reload', async () => {
    await window.treeItem(/^Ships/).click();
    await window.reader.locator('.card.current:focus', { hasText: 'Ships' }).waitFor();
    await window.run('Briefings: Show Whole Briefing');
    await window.reader.locator('.whole #s-ships .passage[aria-current]').waitFor();
    await window.reload();
    await window.reader.locator('.whole #s-ships .passage[aria-current]').waitFor();
    await window.run('Briefings: Show One at a Time');
    await window.card.getByRole('heading', { name: 'Ships' }).waitFor();
  });

  it('ignores typing in the sidebar, in the palette and in other editors', async () => {
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
    // The reader has the focus, and its keys work.
    await window.reader.locator('.card:focus').waitFor();
    await window.page.keyboard.press('Control+P');
    const input = window.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await window.page.keyboard.type('jknpfocye');
    assert.equal(await input.inputValue(), 'jknpfocye');
    await window.page.keyboard.press('Escape');
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
  });

  it('can find in the page', async () => {
    await window.treeItem(/^Ships/).click();
    await window.reader.locator('.card.current:focus', { hasText: 'Ships' }).waitFor();
    await window.page.keyboard.press('Control+F');
    const find = window.page.locator('.simple-find-part.visible input:focus');
    await find.waitFor();
    await window.page.keyboard.type('Line 33');
    assert.equal(await find.inputValue(), 'Line 33', 'the reader takes no key from the find box');
    await window.page.keyboard.press('Escape');
  });

  it('opens the source file at the words, and the briefing beside it', async () => {
    await window.treeItem(/^Tugs/).click();
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    await window.page.keyboard.press('e');
    await window.page.locator('.editor-instance .view-lines', { hasText: 'Two are back.' }).waitFor();
    await window.run('Briefings: Open to the Side');
    await window.page.locator('.editor-group-container').nth(1).waitFor();
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    await window.closeEditors();
  });

  it('comes to the front for a command that acts on it', async () => {
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
    for (const [command, effect] of [
      ['Show Keys', window.reader.getByRole('dialog')],
      ['Next', window.card.getByRole('heading', { name: 'Tugs' })],
    ] as const) {
      await window.openFile('other.log');
      await window.page.locator('.editor-instance .view-lines', { hasText: 'text' }).waitFor();
      await window.run(`Briefings: ${command}`);
      await effect.waitFor();
    }
    await window.closeEditors();
  });

  it('keeps a file in the sidebar while its tab is open, after a reload too', async () => {
    await window.closeEditors();
    await window.openFile('other.log');
    await window.run('Briefings: Read as Briefing');
    const row = window.treeItem(/^Other.log/);
    await row.waitFor();
    await window.reload();
    await window.reader.getByRole('heading', { name: 'Other.log' }).first().waitFor();
    await row.waitFor();
    await window.closeEditors();
    await row.waitFor({ state: 'detached' });
    await window.treeItem(/^Harbour report/).waitFor();
  });

  it('offers only available commands in the palette', async () => {
    assert.deepEqual((await window.offered('Briefings: ')).sort(), [
      'Briefings: Add Briefing Folder…',
      'Briefings: Add Source…',
      'Briefings: Continue Reading',
      'Briefings: Copy Writing Instructions',
      'Briefings: Export Briefing…',
      'Briefings: Export Starred…',
      'Briefings: Filter by Words…',
      'Briefings: Focus on Library View',
      'Briefings: Group by Folder',
      'Briefings: Import OPML…',
      'Briefings: Mark All as Read',
      'Briefings: New Briefing',
      'Briefings: New Briefing from Clipboard',
      'Briefings: Next Unread',
      'Briefings: Open Briefing…',
      'Briefings: Open Item…',
      'Briefings: Open in New Tab',
      'Briefings: Open to the Side',
      'Briefings: Print Briefing…',
      'Briefings: Read as Briefing',
      'Briefings: Refresh',
      'Briefings: Search…',
      'Briefings: Show Starred',
      'Briefings: Show Unread',
      'Briefings: Show Without Groups',
      'Briefings: Sort by Title',
    ]);
  });

  it('shows the date beside a title without one', async () => {
    const bar = window.reader.locator('.bar-start');
    for (const [title, shown] of [
      ['Quays, 3 March 2026', 'Quays, 3 March 2026'],
      ['Docks', 'Docks · March 2, 2026'],
    ] as const) {
      await window.treeItem(new RegExp(`^${title}`)).click();
      await bar.filter({ hasText: title }).waitFor();
      assert.equal(await bar.textContent(), shown);
    }
  });
});
