import assert from 'node:assert/strict';
import { cutOff } from '../support/cutOff.ts';
import { makeFolder } from '../support/folder.ts';
import { LANGUAGE, notReplaced, pseudo, writePseudoExtension } from '../support/pseudoLocale.ts';
import { wordsIn } from '../support/shownWords.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** A briefing without Latin letters. */
const BRIEFING = `---
language: uk
date: 2025-08-19
---

# Звіт

Порт працює.

## Ключові тези

- **Причал:** Зачинено. ([повідомлення](https://port.example/14))
- **Буксири:** Два. [1] ![хвилі](https://port.example/waves.png)

## Погода

Вітер.

## Джерела

1. [Журнал](https://port.example/log) — Порт
2. Розмова на причалі
`;

/** Names, keys, VS Code’s own words, which are English here, and the syntax of the search. */
const SAME =
  /https?:\S+|port\.example|Actions for|\(Press 'Enter'.*\)|briefings\S*|\S+\.md|Briefing Reader|Markdown|HTML|BibTeX|RIS|CSL-JSON|JSON|LaTeX|AsciiDoc|reStructuredText|OPML|Org|(?:is|site|after|before|in):[\w.-]*|Shift|Alt|Ctrl|Space|Enter/g;

describe('Pseudo-localization', () => {
  let window: Workbench;
  const extension = makeFolder({});
  const files = { 'briefings/звіт.md': BRIEFING, 'briefings/зламаний.md': new Uint8Array([0, 1, 2, 0]) };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };

  writePseudoExtension(extension.path);
  useWindow({ files, settings, language: LANGUAGE, extension: extension.path }, async (opened) => {
    window = opened;
    await window.page.getByRole('tab', { name: pseudo('Briefings') }).click();
    await window.unfold(/^Звіт/);
    await window.treeItem(/^Причал/).click();
    await window.reader.locator('.card:focus').waitFor();
  });

  after(() => {
    extension.remove();
  });

  /** Checks that every string on the page is replaced, and that nothing is cut off. */
  async function isWhole(state: string): Promise<void> {
    assert.deepEqual(notReplaced(await wordsIn(window, 'page'), SAME), [], state);
    assert.deepEqual(await cutOff(window.reader.locator('body')), [], state);
  }

  it('replaces every string in the sidebar, its title and its buttons', async () => {
    const parts = window.page.locator('.sidebar .composite.title, .sidebar .pane-header');
    const titles = await parts
      .locator('h2, h3, .action-label')
      .evaluateAll((all) => all.map((element) => element.getAttribute('aria-label') ?? element.textContent));
    assert.deepEqual(notReplaced(await wordsIn(window, 'rows'), SAME), []);
    assert.deepEqual(
      notReplaced(titles, /Shift\+N|Views and More Actions\.*|More Actions\.*|Collapse All/g),
      [],
    );
    await window.screenshot('pseudo-sidebar');
  });

  it('replaces every string in the menu of a row', async () => {
    for (const row of [/^Звіт/, /^Причал/]) {
      await window.treeItem(row).click({ button: 'right' });
      const entries = window.page.locator('.context-view .action-label');
      await entries.first().waitFor();
      assert.deepEqual(notReplaced(await entries.allInnerTexts(), SAME), []);
      await window.page.keyboard.press('Escape');
      await entries.first().waitFor({ state: 'detached' });
    }
  });

  it('replaces every string in the reader: an item, the keys, the whole view, the end', async () => {
    await window.treeItem(/^Буксири/).click();
    await window.reader.locator('.card:focus', { hasText: 'Два' }).waitFor();
    await window.screenshot('pseudo-item');
    await isWhole('an item');
    await window.page.keyboard.press('Shift+Slash');
    await window.reader.getByRole('dialog').waitFor();
    await window.screenshot('pseudo-keys');
    await isWhole('the keys');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('f');
    await window.reader.locator('.whole').waitFor();
    await isWhole('the whole');
    await window.page.keyboard.press('f');
    await window.page.keyboard.press('Shift+G');
    await window.reader.locator('.card.current[data-id=end]').waitFor();
    await window.screenshot('pseudo-end');
    await isWhole('the end');
  });

  it('replaces every string in notifications and boxes', async () => {
    await window.treeItem(/^Буксири/).click();
    await window.reader.locator('.card:focus', { hasText: 'Два' }).waitFor();
    await window.page.keyboard.press('c');
    await window.reader.locator('#status', { hasText: /^⟦“Буксири”/ }).waitFor();
    await isWhole('a message');
    const box = window.page.locator('.quick-input-widget');
    for (const command of ['Search…', 'Open Item…', 'Copy As…', 'Add Source…', 'Open Briefing…']) {
      await window.run(`${pseudo('Briefings')}: ${pseudo(command)}`, true);
      await box.locator('input').first().waitFor();
      await window.page.waitForTimeout(700);
      const words = await box.evaluate((root) => [
        root.querySelector('.quick-input-title')?.textContent ?? '',
        root.querySelector('input')?.placeholder ?? '',
        root.querySelector('.quick-input-message')?.textContent ?? '',
        // Only the label and description of a row: VS Code reuses elements, which keep hidden text of another
        // row.
        ...Array.from(
          root.querySelectorAll('.quick-input-list-row:first-child'),
          ({ textContent }) => textContent,
        ),
      ]);
      assert.deepEqual(notReplaced(words, SAME), [], command);
      await window.page.keyboard.press('Escape');
      await box.waitFor({ state: 'hidden' });
    }
  });

  it('replaces every string in the Command Palette', async () => {
    await window.page.keyboard.press('F1');
    const box = window.page.locator('.quick-input-widget');
    await box
      .locator('input')
      .first()
      .fill(`>${pseudo('Briefings')}`);
    // VS Code shows the English title below each command.
    const titles = box.locator('.quick-input-list-row:first-child .label-name', { hasText: '⟦' });
    await titles.nth(5).waitFor();
    assert.deepEqual(notReplaced(await titles.allInnerTexts(), /Focus on|View(?:: Show)?/g), []);
    await window.page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
  });

  it('replaces every string in the descriptions of the settings', async () => {
    await window.run('Preferences: Open Settings (UI)');
    const search = window.page.locator(
      '.settings-editor .suggest-input-container .inputarea, .settings-editor .suggest-input-container textarea',
    );
    await search.first().waitFor();
    await window.page.keyboard.type('@ext:briefings.briefing-reader');
    const descriptions = window.page.locator('.settings-editor .setting-item-description');
    await descriptions.first().filter({ hasText: '⟦' }).waitFor();
    assert.deepEqual(notReplaced(await descriptions.allInnerTexts(), /\S+\.\S+/g), []);
    await window.screenshot('pseudo-settings');
  });
});
